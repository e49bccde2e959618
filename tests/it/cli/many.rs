//! Many handbooks at once, and the lists of who has signed.

use std::fs;

use super::{Folder, code, out};

const SHOPS: &str = "etalon: 1
standard: { id: shop, title: Service, company: Shop, version: 1.0.0, owner: agent }
locations: { riga: { title: Riga }, jurmala: { title: Jurmala } }
roles:
  agent: { title: Agent }
  guard: { title: Guard, locations: riga }
channels:
  desk: { kind: in-person, title: Desk, contact: here, hours: Mo-Fr 09:00-18:00, staffed_by: [agent, guard] }
response_times:
  desk: { title: At the desk, when: { channel: desk }, wait: 5 min }
scripts:
  hello: { title: Hello, purpose: greeting, when: { channel: desk }, say: Good morning. }
";

#[test]
fn there_is_a_handbook_for_each_role_at_each_place_where_it_works() {
    let folder = Folder::new("each").with("etalon.yaml", SHOPS);
    let built = folder.run(&["build", "--draft", "--format", "md", "--each", "role,location"]);
    assert_eq!(code(&built), 0, "{}", out(&built));
    let names = || -> Vec<String> {
        let entries = fs::read_dir(folder.0.join("dist/en")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names(), ["agent.jurmala.md", "agent.riga.md", "guard.riga.md"]);
    assert_eq!(code(&folder.run(&["build", "--draft", "--format", "md", "--each", "location"])), 0);
    assert_eq!(names(), ["jurmala.md", "riga.md"]);
}

#[test]
fn what_is_unchanged_is_not_written_again() {
    let folder = Folder::new("unchanged").with("etalon.yaml", SHOPS);
    let build = || assert_eq!(code(&folder.run(&["build", "--draft", "--format", "md"])), 0);
    let date = |name: &str| fs::metadata(folder.0.join("dist/en").join(name)).unwrap().modified().unwrap();
    build();
    let (agent, guard) = (date("agent.md"), date("guard.md"));
    std::thread::sleep(std::time::Duration::from_millis(20));
    let folder =
        folder.with("etalon.yaml", &SHOPS.replace("title: Guard,", "title: Guard, duties: [Keep the door],"));
    assert_eq!(code(&folder.run(&["build", "--draft", "--format", "md"])), 0);
    let date = |name: &str| fs::metadata(folder.0.join("dist/en").join(name)).unwrap().modified().unwrap();
    assert_eq!(date("agent.md"), agent, "nothing changed for agents");
    assert_ne!(date("guard.md"), guard);
}

#[test]
fn only_who_has_something_new_to_learn_signs_again() {
    let folder = Folder::new("acks").with("etalon.yaml", SHOPS);
    let list = out(&folder.run(&["acks", "list"]));
    let hash = list.lines().find_map(|line| line.strip_prefix("agent,")).unwrap().to_owned();
    let table = format!(
        "employee_id;role;doc_version;content_hash;acknowledged_at\n7;agent;0.9;old;2026-01-01\n\
         7;agent;1.0;{hash};2026-10-01\n=8;guard;1.0;old;2026-10-01\n9;cook;1.0;old;\n"
    );
    let folder = folder.with("acks.csv", &table);
    let checked = folder.run(&["acks", "check", "acks.csv"]);
    assert_eq!(code(&checked), 1);
    let said = out(&checked);
    assert!(
        said.contains("=8, guard (signed version 1.0 on 2026-10-01): what matters has changed"),
        "{said}"
    );
    assert!(said.contains("9, cook") && said.contains("2 of 3 must sign again"), "{said}");
    assert!(!said.contains("7, agent"), "{said}");
    assert!(out(&folder.run(&["acks", "check", "acks.csv", "--csv"])).contains("'=8,guard"), "no formula");
    let folder = folder.with("etalon.yaml", &SHOPS.replace("Good morning.", "Good day."));
    assert!(!out(&folder.run(&["acks", "check", "acks.csv"])).contains("7, agent"), "words alone");
    let folder = folder.with("etalon.yaml", &SHOPS.replace("wait: 5 min", "wait: 3 min"));
    assert!(out(&folder.run(&["acks", "check", "acks.csv"])).contains("7, agent"), "a figure");
    assert_eq!(code(&folder.with("bad.csv", "a,b\n").run(&["acks", "check", "bad.csv"])), 2);
}

const BILINGUAL: &str = "etalon: 1
languages: [pl, en]
standard: { id: shop, title: { pl: Obsługa, en: Service }, company: Sklep, version: 1.0.0, owner: agent }
roles: { agent: { title: { pl: Doradca, en: Agent } } }
channels:
  desk:
    kind: in-person
    title: Biuro
    contact: tu
    hours: Mo-Fr 09:00-18:00
    staffed_by: agent
scripts:
  hello:
    purpose: greeting
    say:
      pl: Dzień dobry.   # the first words
      en: Good morning.
";

#[test]
fn texts_go_to_translators_and_come_back_where_they_belong() {
    for (file, format) in [("texts.xlf", "xliff"), ("texts.xlf", "xliff2")] {
        let folder = Folder::new(format).with("etalon.yaml", BILINGUAL);
        assert_eq!(code(&folder.run(&["translations", "record"])), 0);
        assert!(!out(&folder.run(&["check"])).contains("stale-text"));
        let changed = BILINGUAL.replace("Dzień dobry.", "Dzień dobry, słucham.");
        let folder = folder.with("etalon.yaml", &changed);
        assert!(out(&folder.run(&["check"])).contains("translations/stale-text"));
        assert_eq!(code(&folder.run(&["build", "--draft", "--format", "md"])), 0);
        let read = |name: &str| fs::read_to_string(folder.0.join(name)).unwrap();
        assert!(read("dist/en/everybody.md").contains("translation out of date"));
        assert!(
            !read("dist/pl/everybody.md").contains("nieaktualne"),
            "the source itself is never out of date"
        );
        let export = ["translations", "export", "--language", "en", "-o", file, "--format", format];
        assert_eq!(code(&folder.run(&export)), 0);
        let sent = read(file);
        assert!(sent.contains("Dzień dobry, słucham."), "{sent}");
        let empty = ["<target state=\"needs-translation\"></target>", "</source></segment>"];
        let filled = [
            "<target>Of&lt;fice: &quot;1&quot; # x</target>",
            "</source><target>Of&lt;fice: &quot;1&quot; # x</target></segment>",
        ];
        let back = sent.replace("Good morning.", "Good morning, how can I help?");
        let back = back.replace(empty[0], filled[0]).replace(empty[1], filled[1]);
        fs::write(folder.0.join(file), back).unwrap();
        let taken = folder.run(&["translations", "import", file]);
        assert_eq!(code(&taken), 0, "{}", out(&taken));
        let now = fs::read_to_string(folder.0.join("etalon.yaml")).unwrap();
        assert!(now.contains("pl: Dzień dobry, słucham.   # the first words"), "{now}");
        assert!(now.contains(r#"en: "Good morning, how can I help?""#), "{now}");
        assert!(now.contains(r#"title: { pl: "Biuro", en: "Of<fice: \"1\" # x" }"#), "{now}");
        assert!(!out(&folder.run(&["check"])).contains("stale-text"));
        let folder = folder.with("etalon.yaml", &now.replace("słucham", "czekam"));
        let late = folder.run(&["translations", "import", file]);
        assert_eq!(code(&late), 1, "what was made from another text is left out");
        assert!(out(&late).contains("scripts.hello.say"), "{}", out(&late));
    }
}

#[test]
fn a_workbook_comes_back_as_it_went() {
    let folder = Folder::new("workbook").with("etalon.yaml", BILINGUAL);
    assert_eq!(code(&folder.run(&["translations", "export", "--language", "en", "-o", "texts.xlsx"])), 0);
    let taken = folder.run(&["translations", "import", "texts.xlsx"]);
    assert_eq!((code(&taken), out(&taken).contains("0 files changed")), (0, true), "{}", out(&taken));
    assert_eq!(fs::read_to_string(folder.0.join("etalon.yaml")).unwrap(), BILINGUAL);
    let refused = folder.run(&["translations", "export", "--language", "lv", "-o", "texts.xlsx"]);
    assert_eq!(code(&refused), 2, "a language of another standard");
    assert_eq!(code(&folder.run(&["translations", "import", "etalon.yaml"])), 2, "no file of translations");
}
