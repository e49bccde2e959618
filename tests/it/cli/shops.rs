//! Many shops in one run: what goes to the disk, when, and what a shop's handbook holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use etalon::source::Output;

use super::{Folder, code, out};

/// So many shops, each with its address, hours, telephone and, some, a rule of their own.
fn shops(number: usize) -> String {
    let mut text = String::from(
        "etalon: 1\nlanguages: [en, pl]\n\
         standard: { id: chain, title: { en: Service, pl: Obsługa }, company: Chain, version: 1.0.0, owner: agent }\n\
         roles:\n  agent: { title: { en: Agent, pl: Doradca } }\n  guard: { title: { en: Guard, pl: Ochrona } }\n\
         response_times:\n  letters: { when: { channel: mail }, first_response: 2 days }\n",
    );
    let phones: Vec<String> = (0..number).map(|at| format!("phone-{at}")).collect();
    let places: Vec<String> = (0..number).map(|at| format!("shop-{at}")).collect();
    let all = format!(
        "  calls: {{ title: Calls, when: {{ channel: [{phones}] }}, answer: 20 s for 80% }}\n  \
         first: {{ title: First, when: {{ channel: phone-0, location: {{ not: [shop-1, shop-2] }} }}, answer: 10 s for 80% }}\n\
         never_happens:\n  - {{ channel: phone-0, location: shop-1 }}\n\
         exclusions:\n  parking: {{ when: {{ location: shop-2 }}, what: We park nobody at Shop 2 }}\n",
        phones = phones.join(", ")
    );
    text.push_str(&all);
    let works = format!("locations: [{}], title: {{ en: Guard", places.join(", "));
    text = text.replace("title: { en: Guard", &works);
    let part = |text: &mut String, head: &str, line: &dyn Fn(usize) -> String| {
        text.push_str(head);
        (0..number).for_each(|at| text.push_str(&line(at)));
    };
    part(&mut text, "locations:\n", &|at| {
        format!(
            "  shop-{at}: {{ title: {{ en: Shop {at}, pl: Sklep {at} }}, address: 'Street {at}, Riga', hours: Mo-Fr 09:00-{}:{:02} }}\n",
            17 + at % 6,
            at % 60
        )
    });
    text.push_str(
        "channels:\n  mail: { kind: written, title: Mail, contact: a@chain.example, staffed_by: [agent] }\n",
    );
    part(&mut text, "", &|at| {
        format!(
            "  phone-{at}: {{ kind: voice, title: {{ en: Telephone {at}, pl: Telefon {at} }}, contact: '+371 6{at:07}', location: shop-{at}, staffed_by: [agent, guard], hours: Mo-Fr 09:00-18:00 }}\n"
        )
    });
    text.push_str("conduct:\n");
    for at in (0..number).step_by(2) {
        let door = format!(
            "  door-{at}: {{ title: Door {at}, when: {{ location: shop-{at} }}, do: Open door {at} }}\n"
        );
        text.push_str(&door);
    }
    text.push_str("scripts:\n");
    for at in (1..number).step_by(2) {
        let hello = format!(
            "  hello-{at}: {{ title: Hello {at}, purpose: greeting, when: {{ channel: phone-{at} }}, say: Good day from {at} }}\n"
        );
        text.push_str(&hello);
    }
    text
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The folders beside the results.
fn beside(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap());
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn many_at_once_are_the_same_as_one_by_one() {
    let folder = Folder::new("shops-each").with("etalon.yaml", &shops(7));
    let every = ["build", "--draft", "--format", "html,md,docx,site,charter"];
    let all = folder.run(&[&every[..], &["--each", "role,location"]].concat());
    assert_eq!(code(&all), 0, "{}", String::from_utf8_lossy(&all.stderr));
    let together = files(&folder.0.join("dist"));
    assert_eq!(folder.run(&[&every[..], &["--each", "role,location"]].concat()).status.code(), Some(0));
    assert_eq!(files(&folder.0.join("dist")), together, "the same bytes in every run");
    let mut alone = 0;
    for role in ["agent", "guard"] {
        for at in 0..7 {
            for language in ["en", "pl"] {
                let (role, place) = (format!("role={role}"), format!("location=shop-{at}"));
                let one = ["--for", &role, "--for", &place, "--language", language, "-o", "one"];
                assert_eq!(code(&folder.run(&[&every[..], &one].concat())), 0);
                let own = files(&folder.0.join("one"));
                for (name, content) in own.iter().filter(|(name, _)| *name != "manifest.json") {
                    assert!(together.get(name) == Some(content), "{name}");
                    alone += 1;
                }
            }
        }
    }
    assert!(alone >= 7 * 2 * 2 * 3, "only {alone} files");
}

#[test]
fn the_handbook_of_a_shop_holds_its_own_facts_and_nothing_of_other_shops() {
    let folder = Folder::new("shops-own").with("etalon.yaml", &shops(12));
    let built = folder.run(&["build", "--draft", "--each", "location", "--format", "html,md,site,charter"]);
    assert_eq!(code(&built), 0);
    let files = files(&folder.0.join("dist"));
    let mut pages = 0;
    for (name, content) in &files {
        let Some((_, rest)) = name.split_once("shop-") else { continue };
        let text = String::from_utf8_lossy(content);
        let own: usize = rest.split(['.', '/']).next().unwrap().parse().unwrap();
        let marks =
            ["Street ", "+371 6", "Telephone ", "Telefon ", "phone-", "Shop ", "Sklep ", "shop-", "door-"];
        for mark in marks.iter().chain(&["Door ", "door ", "hello-", "Hello ", "day from "]) {
            for (_, rest) in text.match_indices(mark).map(|(at, _)| text.split_at(at + mark.len())) {
                let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
                assert!(
                    number.parse().is_ok_and(|number: usize| number == own) || number.is_empty(),
                    "{name} says `{mark}{number}`"
                );
            }
        }
        if name.starts_with("en/") {
            pages += 1;
            let hours = format!("09:00\u{2013}{}:{own:02}", 17 + own % 6);
            for wanted in [format!("Street {own},"), hours] {
                assert!(text.contains(&wanted), "{name} lacks `{wanted}`");
            }
            assert!(text.contains(&format!("6{own:07}")), "{name} lacks its telephone");
        }
    }
    assert_eq!(pages, 24);
}

#[test]
fn locked_tells_what_is_stale_missing_or_foreign_and_writes_nothing() {
    let folder = Folder::new("shops-locked").with("etalon.yaml", &shops(3));
    let build = ["build", "--draft", "--each", "location", "--format", "md"];
    let locked = [&build[..], &["--locked"]].concat();
    assert_eq!(code(&folder.run(&locked)), 1, "nothing is there yet");
    assert_eq!(beside(&folder), ["etalon.yaml"]);
    assert_eq!(code(&folder.run(&build)), 0);
    assert_eq!(code(&folder.run(&locked)), 0);
    let dist = folder.0.join("dist");
    // As long as before, so that the digest has to tell.
    let text = fs::read_to_string(dist.join("en/shop-1.md")).unwrap();
    fs::write(dist.join("en/shop-1.md"), text.replace("Street 1", "Street 9")).unwrap();
    fs::remove_file(dist.join("pl/shop-2.md")).unwrap();
    fs::write(dist.join("en/notes.txt"), "mine").unwrap();
    let before = files(&dist);
    let told = folder.run(&locked);
    assert_eq!(code(&told), 1);
    for said in [
        "`en/shop-1.md` is stale",
        "`pl/shop-2.md` is missing",
        "`en/notes.txt` does not belong to the results",
    ] {
        assert!(out(&told).contains(said), "{}", out(&told));
    }
    assert_eq!(out(&told).matches("\n  ").count(), 3, "{}", out(&told));
    assert_eq!(files(&dist), before);
    assert_eq!(code(&folder.run(&["verify", "dist"])), 1);
}

#[test]
fn unchanged_files_keep_their_date_and_an_error_leaves_all_as_it_was() {
    let folder = Folder::new("shops-dates").with("etalon.yaml", &shops(3));
    let build = ["build", "--draft", "--each", "location", "--format", "md"];
    assert_eq!(code(&folder.run(&build)), 0);
    let dist = folder.0.join("dist");
    let long_ago = SystemTime::now() - Duration::from_secs(86_400);
    for name in files(&dist).keys() {
        fs::File::options().write(true).open(dist.join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    let is_old = |name: &str| {
        fs::metadata(dist.join(name)).unwrap().modified().unwrap() <= long_ago + Duration::from_secs(1)
    };
    let folder = folder.with("etalon.yaml", &shops(3).replace("Street 1,", "Street 11,"));
    assert_eq!(code(&folder.run(&build)), 0);
    let fresh: Vec<String> = files(&dist).into_keys().filter(|name| !is_old(name)).collect();
    assert_eq!(fresh, ["en/shop-1.md", "manifest.json", "pl/shop-1.md", "policy.json"]);
    assert_eq!(beside(&folder), ["dist", "etalon.yaml"], "nothing is left beside the results");
    let before = files(&dist);
    let folder =
        folder.with("etalon.yaml", &shops(3).replace("Street 1,", "Street 12,")).with("key.pem", "no key");
    assert_eq!(code(&folder.run(&[&build[..], &["--sign", "key.pem"]].concat())), 2);
    assert_eq!(code(&folder.run(&[&build[..], &["--template", "key.pem"]].concat())), 2);
    assert_eq!(files(&dist), before);
    assert_eq!(beside(&folder), ["dist", "etalon.yaml", "key.pem"]);
}

#[test]
fn results_that_are_not_finished_leave_the_old_ones_as_they_were() {
    let folder = Folder::new("shops-unfinished");
    let dist = folder.0.join("dist");
    let first = Output::new(&dist).unwrap();
    for (path, content) in [("en/a.md", "one"), ("manifest.json", "{}")] {
        first.put(path, content.as_bytes()).unwrap();
    }
    first.put("en/a.md", b"one").unwrap();
    assert!(!dist.exists(), "nothing is there before all is");
    assert_eq!(first.sums().values().map(|sum| sum.bytes).sum::<u64>(), 5);
    first.finish().unwrap();
    let before = files(&dist);
    assert_eq!(before.len(), 2);
    let next = Output::new(&dist).unwrap();
    next.put("en/a.md", b"two").unwrap();
    let refused = next.put("en/a.md", b"three").unwrap_err();
    assert!(refused.message.contains("`en/a.md`"), "{refused}");
    let refused = next.put("en/a.md/b.md", b"below a file").unwrap_err();
    assert!(refused.message.contains("could not be written"), "{refused}");
    let other = Folder::new("shops-unfinished-other");
    Output::new(&other.0.join("dist")).unwrap().put("x.md", b"x").unwrap();
    assert_eq!(beside(&folder).len(), 2, "it is being written beside the results");
    drop(next);
    let late = Output::new(&other.0.join("dist")).unwrap();
    late.put("x.md", b"x").unwrap();
    let other = other.with("dist/mine.txt", "mine");
    assert!(
        late.finish().unwrap_err().message.contains("not built here"),
        "it came while the files were made"
    );
    assert_eq!(beside(&other), ["dist"]);
    fs::remove_dir_all(other.0.join("dist")).unwrap();
    assert_eq!((files(&dist), beside(&folder)), (before, vec!["dist".to_owned()]));
    assert!(beside(&other).is_empty());
    let counted = Output::counted();
    counted.put("x.md", b"x").unwrap();
    assert_eq!(counted.sums().len(), 1);
    counted.finish().unwrap();
}

#[test]
fn what_a_killed_run_left_is_removed_and_other_folders_are_not() {
    let folder = Folder::new("shops-killed").with("etalon.yaml", &shops(2));
    let folder = folder.with(".dist.new-999999999/en/half.md", "half").with(".dist.new-mine/keep.md", "keep");
    let folder = folder.with(".other.new-999999999/keep.md", "keep");
    assert_eq!(code(&folder.run(&["build", "--draft", "--format", "md"])), 0);
    let left: &[&str] = match cfg!(unix) {
        true => &[".dist.new-mine", ".other.new-999999999", "dist", "etalon.yaml"],
        false => &[".dist.new-999999999", ".dist.new-mine", ".other.new-999999999", "dist", "etalon.yaml"],
    };
    assert_eq!(beside(&folder), left);
}

#[test]
fn a_language_that_is_asked_for_twice_is_built_once() {
    let folder = Folder::new("shops-twice").with("etalon.yaml", &shops(2));
    let built =
        folder.run(&["build", "--draft", "--format", "md", "--language", "pl,en,pl", "--for", "role=agent"]);
    assert_eq!((code(&built), out(&built).matches("dist/pl/agent").count()), (0, 1), "{}", out(&built));
}
