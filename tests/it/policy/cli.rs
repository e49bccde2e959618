//! `etalon build` and `etalon verify` about results that were changed, and about signatures.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SOUND: &str = "etalon: 1
standard: { id: shop, title: Service, version: 1.0.0, owner: agent, review_by: 2030-01-01 }
channels: { phone: { kind: voice, contact: '112', hours: Mo-Fr 09:00-17:00, staffed_by: agent } }
roles: { agent: { title: Agent, level: 1, contact_staff: yes, on_duty: Mo-Fr 09:00-17:00 } }
response_times: { phone: { when: { channel: phone }, answer: 20 s for 80% } }
";

fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("policy-{name}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    fs::write(path.join("etalon.yaml"), SOUND).unwrap();
    for (name, text) in [
        ("p256.pem", include_str!("keys/p256.pem")),
        ("p256.pub.pem", include_str!("keys/p256.pub.pem")),
        ("rsa.pub.pem", include_str!("keys/rsa.pub.pem")),
    ] {
        fs::write(path.join(name), text).unwrap();
    }
    path
}

fn run(folder: &Path, arguments: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_etalon"));
    command.args(arguments.split(' ')).current_dir(folder).env_remove("ETALON_AS_OF");
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = format!("{}{}", String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    (status.code().unwrap(), text)
}

#[test]
fn a_build_is_whole_until_something_is_changed() {
    let place = folder("whole");
    assert_eq!(run(&place, "build --format html --as-of 2026-11-22").0, 0);
    let (code, text) = run(&place, "verify dist");
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("not signed"), "{text}");
    for name in ["policy.json", "policy.tar.gz", "manifest.json", "en/agent.html"] {
        let path = place.join("dist").join(name);
        let before = fs::read(&path).unwrap();
        let mut changed = before.clone();
        let at = changed.len() / 2;
        changed[at] ^= 1;
        fs::write(&path, &changed).unwrap();
        let (code, text) = run(&place, "verify dist");
        assert_eq!(code, 1, "{name}: {text}");
        fs::remove_file(&path).unwrap();
        assert_eq!(run(&place, "verify dist").0, 1, "{name}");
        fs::write(&path, &before).unwrap();
    }
    let manifest = fs::read_to_string(place.join("dist/manifest.json")).unwrap();
    fs::write(place.join("dist/manifest.json"), manifest.replace("1.0.0", "2.0.0")).unwrap();
    let (code, text) = run(&place, "verify dist");
    assert!(code == 1 && text.contains("`manifest.json` was changed"), "{text}");
    fs::write(place.join("dist/manifest.json"), &manifest).unwrap();
    fs::write(place.join("dist/more.txt"), "").unwrap();
    let (code, text) = run(&place, "verify dist");
    assert!(code == 1 && text.contains("`more.txt` was not built here"), "{text}");
}

#[test]
fn signed_builds_are_checked_with_a_key() {
    let place = folder("signed");
    assert_eq!(run(&place, "build --format html --as-of 2026-11-22 --sign p256.pem").0, 0);
    let (code, text) = run(&place, "verify dist --key p256.pub.pem");
    assert!(code == 0 && text.contains("signed with this key"), "{text}");
    let (code, text) = run(&place, "verify dist/policy.tar.gz --key rsa.pub.pem");
    assert!(code == 1 && text.contains("it is signed with `ES256`, and the key is for RS256"), "{text}");
    let (code, text) = run(&place, "verify dist --key p256.pem");
    assert!(code == 2 && text.contains("no public key"), "{text}");
    assert_eq!(run(&place, "build --format html --sign rsa.pub.pem").0, 2);
    assert_eq!(run(&place, "verify nowhere").0, 2);
}

#[test]
fn locked_builds_fail_when_results_are_stale() {
    let place = folder("locked");
    assert_eq!(run(&place, "build --format html --locked").0, 1);
    assert!(!place.join("dist").exists());
    assert_eq!(run(&place, "build --format html --as-of 2026-11-22").0, 0);
    let (code, text) = run(&place, "build --format html --locked");
    assert_eq!(code, 0, "{text}");
    fs::write(place.join("etalon.yaml"), SOUND.replace("20 s", "30 s")).unwrap();
    let before = fs::read(place.join("dist/policy.json")).unwrap();
    let (code, text) = run(&place, "build --format html --locked");
    assert!(code == 1 && text.contains("`policy.json` is stale"), "{text}");
    assert_eq!(fs::read(place.join("dist/policy.json")).unwrap(), before);
}
