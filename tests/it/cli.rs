//! The program as people and pipelines call it: outputs, files and exit codes.

mod ask;
mod changes;
mod diff;
mod many;
mod shops;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for one test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn with(self, name: &str, text: &str) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etalon"));
        command.args(arguments).current_dir(&self.0).env("ETALON_AS_OF", "2026-11-22");
        command.env_remove("ETALON_FORMAT").env_remove("ETALON_FAIL_ON").output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const SOUND: &str = "etalon: 1
standard: { id: shop, title: Service, version: 1.0.0, owner: agent, review_by: 2030-01-01 }
channels: { phone: { kind: voice, contact: '112', hours: Mo-Fr 09:00-17:00, staffed_by: agent } }
roles: { agent: { title: Agent, level: 1, contact_staff: yes, on_duty: Mo-Fr 09:00-17:00 } }
response_times: { phone: { when: { channel: phone }, answer: 20 s for 80% } }
";

#[test]
fn check_ends_with_0_1_or_2() {
    let sound = Folder::new("sound").with("etalon.yaml", SOUND);
    assert_eq!(code(&sound.run(&["check"])), 0);
    let broken = Folder::new("broken").with("etalon.yaml", &SOUND.replace("voice", "voise"));
    assert_eq!(code(&broken.run(&["check"])), 1);
    assert_eq!(code(&broken.run(&["check", "--fail-on", "never"])), 0);
    let warned = Folder::new("warned").with("etalon.yaml", &SOUND.replace(", review_by: 2030-01-01", ""));
    assert_eq!(code(&warned.run(&["check"])), 0);
    assert_eq!(code(&warned.run(&["check", "--fail-on", "warning"])), 1);
    assert_eq!(code(&sound.run(&["check", "nowhere"])), 2);
    assert_eq!(code(&sound.run(&["chek"])), 2);
    assert_eq!(code(&Folder::new("nothing").run(&["check"])), 2);
}

#[test]
fn check_finds_the_project_from_a_folder_below() {
    let folder = Folder::new("below").with("etalon.yaml", SOUND).with("scripts/a.yaml", "scripts: {}\n");
    let output = Command::new(env!("CARGO_BIN_EXE_etalon"))
        .args(["check", "--format", "json"])
        .current_dir(folder.0.join("scripts"))
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["summary"]["files"], 2);
}

#[test]
fn check_writes_several_reports_each_to_its_file() {
    let folder = Folder::new("reports").with("etalon.yaml", &SOUND.replace("voice", "voise"));
    let output = folder.run(&[
        "check", "--format", "json", "-o", "a.json", "--format", "sarif", "-o", "a.sarif", "-f", "concise",
    ]);
    assert_eq!(code(&output), 1);
    assert_eq!(out(&output).lines().count(), 1, "{}", out(&output));
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.0.join("a.json")).unwrap()).unwrap();
    assert_eq!(json["findings"][0]["rule"], "structure/unknown-value");
    assert_eq!(json["findings"][0]["labels"][0]["start"]["line"], 3);
    let sarif: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.0.join("a.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "structure/unknown-value");
}

#[test]
fn every_format_is_valid_when_there_is_nothing_to_report() {
    let folder = Folder::new("empty-reports").with("etalon.yaml", SOUND);
    for format in ["json", "sarif", "gitlab"] {
        let output = folder.run(&["check", "--format", format]);
        assert_eq!(code(&output), 0);
        assert!(serde_json::from_str::<serde_json::Value>(&out(&output)).is_ok(), "{format}");
    }
    let junit = out(&folder.run(&["check", "--format", "junit"]));
    assert!(roxmltree::Document::parse(&junit).is_ok(), "{junit}");
}

#[test]
fn build_writes_the_same_bytes_every_time() {
    let folder = Folder::new("build").with("etalon.yaml", SOUND);
    let all = |name: &str| {
        assert_eq!(code(&folder.run(&["build", "-o", name])), 0);
        let mut files = Vec::new();
        for part in ["", "en", "site", "site/en"] {
            for entry in fs::read_dir(folder.0.join(name).join(part)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    let shown = path.strip_prefix(folder.0.join(name)).unwrap().to_path_buf();
                    files.push((shown, fs::read(&path).unwrap()));
                }
            }
        }
        files.sort();
        files
    };
    let first = all("one");
    assert_eq!(first, all("two"));
    let names = first.iter().map(|(path, _)| path.display().to_string().replace('\\', "/"));
    let (site, names): (Vec<String>, Vec<String>) = names.partition(|name| name.starts_with("site/"));
    for page in [
        "site/index.html",
        "site/page.js",
        "site/en/index.html",
        "site/en/index.js",
        "site/en/for-agent.html",
    ] {
        assert!(site.iter().any(|name| name == page), "{page} is not in {site:?}");
    }
    let expected = [
        "en/agent.docx",
        "en/agent.html",
        "en/agent.md",
        #[cfg(feature = "pdf")]
        "en/agent.pdf",
        "en/everybody.docx",
        "en/everybody.html",
        "en/everybody.md",
        #[cfg(feature = "pdf")]
        "en/everybody.pdf",
        "manifest.json",
        "policy.json",
        "policy.tar.gz",
    ];
    assert_eq!(names, expected);
    let manifest: serde_json::Value =
        serde_json::from_slice(&first.iter().find(|(path, _)| path.ends_with("manifest.json")).unwrap().1)
            .unwrap();
    for file in manifest["files"].as_array().unwrap() {
        let path = Path::new(file["path"].as_str().unwrap());
        let content = &first.iter().find(|(name, _)| name == path).unwrap().1;
        assert_eq!(file["sha256"], etalon::render::digest(content), "{}", path.display());
    }
}

#[test]
fn build_writes_the_formats_that_are_asked_for() {
    let folder = Folder::new("formats").with("etalon.yaml", SOUND);
    assert_eq!(code(&folder.run(&["build", "--format", "docx,md"])), 0);
    let mut names: Vec<String> = fs::read_dir(folder.0.join("dist/en"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["agent.docx", "agent.md", "everybody.docx", "everybody.md"]);
    let aids = folder.run(&["build", "--format", "cards,wall"]);
    if cfg!(feature = "pdf") {
        assert_eq!(code(&aids), 0);
        assert!(folder.0.join("dist/en/everybody.wall.pdf").is_file());
        assert!(!folder.0.join("dist/en/agent.wall.pdf").exists());
    } else {
        assert_eq!(code(&aids), 2);
    }
    assert_eq!(code(&folder.run(&["build", "--format", "odt"])), 2);
}

#[test]
fn build_takes_the_look_from_the_standard_and_nothing_from_outside() {
    let logo = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'><rect width='2' height='1'/></svg>";
    let branded =
        |logo: &str| format!("{SOUND}brand: {{ colour: '#7a1f5c', logo: {logo}, address: Ulica 1 }}\n");
    let folder = Folder::new("brand")
        .with("project/etalon.yaml", &branded("look/logo.svg"))
        .with("project/look/logo.svg", logo)
        .with("outside.svg", logo);
    assert_eq!(code(&folder.run(&["build", "project", "--format", "html,docx"])), 0);
    let page = fs::read_to_string(folder.0.join("dist/en/agent.html")).unwrap();
    assert!(page.contains("--accent:#7A1F5C"));
    assert!(page.contains("data:image/svg+xml;base64,") && page.contains("Ulica 1"));
    assert!(fs::read(folder.0.join("dist/en/agent.docx")).unwrap().len() > 5_000);
    let folder = folder.with("project/etalon.yaml", &branded("../outside.svg"));
    assert_eq!(code(&folder.run(&["check", "project"])), 1);
    assert_eq!(code(&folder.run(&["build", "project", "--draft"])), 2);
    let folder = folder.with("project/etalon.yaml", &branded("etalon.yaml"));
    assert_eq!(code(&folder.run(&["check", "project"])), 1);
    let folder = folder.with("project/etalon.yaml", SOUND).with("letter.docx", "no document");
    assert_eq!(code(&folder.run(&["build", "project", "--template", "letter.docx"])), 2);
}

#[test]
fn build_replaces_its_own_results_and_nothing_else() {
    let folder = Folder::new("replace").with("etalon.yaml", SOUND).with("mine/letter.txt", "do not touch");
    assert_eq!(code(&folder.run(&["build", "-o", "mine"])), 2);
    assert!(folder.0.join("mine/letter.txt").is_file());
    assert_eq!(code(&folder.run(&["build"])), 0);
    fs::write(folder.0.join("dist/en/stale.html"), "old").unwrap();
    assert_eq!(code(&folder.run(&["build", "--for", "role=agent"])), 0);
    assert!(!folder.0.join("dist/en/stale.html").exists());
    assert!(folder.0.join("dist/en/agent.html").is_file());
    let beside: Vec<_> = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!beside.iter().any(|name| name.to_string_lossy().starts_with(".dist")), "{beside:?}");
}

#[test]
fn build_refuses_a_standard_with_errors_unless_asked_for_a_draft() {
    let folder = Folder::new("draft").with("etalon.yaml", &SOUND.replace("voice", "voise"));
    assert_eq!(code(&folder.run(&["build"])), 1);
    assert!(!folder.0.join("dist").exists());
    assert_eq!(code(&folder.run(&["build", "--draft"])), 0);
    assert!(folder.0.join("dist/policy.json").is_file());
}

#[test]
fn build_names_the_nearest_role_and_language() {
    let folder = Folder::new("wishes").with("etalon.yaml", SOUND);
    let output = folder.run(&["build", "--for", "role=agnet"]);
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `agent`?"));
    assert_eq!(code(&folder.run(&["build", "--language", "pl"])), 2);
    assert_eq!(code(&folder.run(&["build", "--for", "agent"])), 2);
}

#[test]
fn init_makes_a_sound_standard_and_overwrites_nothing() {
    let folder = Folder::new("init");
    assert_eq!(code(&folder.run(&["init", "mine"])), 0);
    let output = folder.run(&["check", "mine", "--fail-on", "warning", "--format", "concise"]);
    assert_eq!(code(&output), 0, "{}", out(&output));
    assert!(out(&output).contains("life/starter-text"), "{}", out(&output));
    assert_eq!(code(&folder.run(&["build", "mine"])), 0);
    assert_eq!(code(&folder.run(&["init", "mine"])), 2);
    let manifest = fs::read_to_string(folder.0.join("mine/etalon.yaml")).unwrap();
    let schema = manifest.lines().next().unwrap().split("$schema=").nth(1).unwrap();
    assert!(folder.0.join("mine").join(schema).is_file());
}

#[test]
fn init_writes_a_template_in_a_language_for_a_country() {
    let folder = Folder::new("templates");
    let hotel = ["init", "hotel", "--template", "hotel", "--language", "ru", "--country", "lv"];
    assert_eq!(code(&folder.run(&hotel)), 0);
    let manifest = fs::read_to_string(folder.0.join("hotel/etalon.yaml")).unwrap();
    for wanted in
        ["languages: [ru]", "Europe/Riga", "country: LV", "EUR", "law/lv", "wording/ru", "гостиница"]
    {
        assert!(manifest.contains(wanted), "no `{wanted}` in\n{manifest}");
    }
    assert_eq!(code(&folder.run(&["check", "hotel", "--fail-on", "warning"])), 0);
    fs::write(folder.0.join("hotel/etalon.yaml"), "mine").unwrap();
    assert_eq!(code(&folder.run(&hotel)), 2);
    assert_eq!(fs::read_to_string(folder.0.join("hotel/etalon.yaml")).unwrap(), "mine");
    for wrong in [["--template", "bakery"], ["--language", "fr"], ["--country", "XX"]] {
        assert_eq!(code(&folder.run(&[&["init", "other"], &wrong[..]].concat())), 2, "{wrong:?}");
    }
    assert!(!folder.0.join("other").exists());
}

#[test]
fn every_rule_can_be_explained() {
    let folder = Folder::new("explain");
    for rule in etalon::check::RULES {
        let output = folder.run(&["explain", rule.id]);
        assert_eq!(code(&output), 0, "{}", rule.id);
        assert!(out(&output).contains("Why it matters"), "{}", rule.id);
    }
    let output = folder.run(&["explain", "procedures/dead-ends"]);
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("procedures/dead-end"));
    assert!(out(&folder.run(&["rules"])).lines().count() >= etalon::check::RULES.len());
}

#[test]
fn a_file_by_itself_is_a_standard_too() {
    let folder = Folder::new("single").with("everything.yaml", SOUND).with("other.yaml", "nonsense: 1\n");
    assert_eq!(code(&folder.run(&["check", "everything.yaml"])), 0);
    assert_eq!(code(&folder.run(&["build", "everything.yaml"])), 0);
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out_of_the_project() {
    let folder =
        Folder::new("links").with("outside.yaml", "nonsense: 1\n").with("project/etalon.yaml", SOUND);
    std::os::unix::fs::symlink(folder.0.join("outside.yaml"), folder.0.join("project/linked.yaml")).unwrap();
    assert_eq!(code(&folder.run(&["check", "project"])), 0);
}

#[test]
fn coverage_fails_below_the_score_that_is_asked_for() {
    let asked = format!("{SOUND}requires: {{ hold: {{ topic: hold, any_of: [hold], why: W. }} }}\n");
    let folder = Folder::new("coverage").with("etalon.yaml", &asked);
    assert_eq!(code(&folder.run(&["coverage"])), 0);
    assert_eq!(code(&folder.run(&["coverage", "--fail-under", "1"])), 1);
    let held = Folder::new("covered").with("etalon.yaml", &format!("{asked}hold: {{ at_most: 1 min }}\n"));
    assert_eq!(code(&held.run(&["coverage", "--fail-under", "100"])), 0);
    let nothing = Folder::new("unasked").with("etalon.yaml", SOUND);
    assert!(out(&nothing.run(&["coverage"])).contains("Nothing is asked for"));
    assert_eq!(code(&nothing.run(&["coverage", "--fail-under", "1"])), 1);
    assert_eq!(code(&held.run(&["coverage", "--format", "html", "-o", "map.html"])), 0);
    assert!(fs::read_to_string(held.0.join("map.html")).unwrap().contains("of 100"));
    assert!(out(&held.run(&["coverage", "--help"])).contains("A topic is held in a channel when"));
}

#[test]
fn rules_of_the_company_are_listed_explained_and_reported() {
    let own = "company_rules:\n  titles: { subject: channels, assert: { title: { written: yes } }, message: 'the channel {id} has no title', why: Staff mix them up. }\n";
    let folder = Folder::new("company").with("etalon.yaml", &format!("{SOUND}{own}"));
    let listed = out(&folder.run(&["rules", "company"]));
    assert!(
        listed.starts_with("company/titles ")
            && listed.ends_with("warning  The channel {id} has no title.\n"),
        "{listed}"
    );
    assert!(out(&folder.run(&["explain", "company/titles"])).contains("Staff mix them up."));
    assert!(out(&folder.run(&["explain", "structure/bad-date"])).contains("# structure/bad-date"));
    assert_eq!(code(&folder.run(&["explain", "company/title"])), 2);
    let output = folder.run(&["check", "--format", "sarif", "--fail-on", "warning"]);
    assert_eq!(code(&output), 1);
    let log: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "company/titles");
    let index = result["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], "company/titles");
    assert!(out(&Folder::new("no-company").run(&["rules", "company"])).is_empty());
}
