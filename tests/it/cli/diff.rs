//! `etalon diff` as managers and pipelines call it: every kind of change recognised, revisions read, exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use super::{Folder, code, out};

const OLD: &str = "etalon: 1
standard: { id: shop, title: Service, version: 1.4.0, owner: lead, review_by: 2030-01-01 }
situation:
  segment: { values: [regular, gold], rising: true }
  topic: [order, complaint]
channels:
  chat: { kind: chat, contact: 'https://shop.example', hours: Mo-Fr 08:00-20:00, staffed_by: agent }
  phone:
    kind: voice
    contact: '112'
    hours: Mo-Fr 08:00-20:00
    staffed_by: [agent]
    after_hours: { callback: 2 h }
roles:
  agent: { title: Agent, level: 1, contact_staff: yes, on_duty: Mo-Su 00:00-24:00, duties: [take requests] }
  lead: { title: Lead, level: 2, on_duty: Mo-Fr 09:00-17:00 }
response_times:
  chat: { when: { channel: chat }, first_response: 2 min }
  chat-gold: { when: { channel: chat, segment: gold }, first_response: { promise: 1 min, aim: 30 s } }
scripts:
  hello: { purpose: greeting, say: 'Good morning, this is the shop.' }
procedures:
  complaint:
    when: { topic: complaint }
    owner: agent
    steps:
      listen: { who: agent, do: Hear the customer out, next: decide }
      decide: { who: lead, do: Decide and tell the customer, within: 4 h, end: resolved }
premises:
  window: { check: clean, every: week, who: agent }
if_missed:
  late: { promise: first_response, pay: 40 PLN }
returns:
  situation: { age: { number: days, from: 0 } }
  rules:
    fresh: { when: { age: 0..30 }, outcome: refund, refund_within: 5 days }
    stale: { when: { age: '31..' }, outcome: refuse }
";

fn pair(name: &str, change: &[(&str, &str)]) -> Folder {
    let mut new = OLD.to_owned();
    for (from, to) in change {
        assert!(new.contains(from), "{name}: {from}");
        new = new.replacen(from, to, 1);
    }
    Folder::new(&format!("diff-{name}")).with("old/etalon.yaml", OLD).with("new/etalon.yaml", &new)
}

fn json(folder: &Folder, further: &[&str]) -> Value {
    let mut arguments = vec!["diff", "old", "new", "--format", "json"];
    arguments.extend(further);
    let output = folder.run(&arguments);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{error}"))
}

fn kinds(report: &Value) -> Vec<String> {
    let changes = report["changes"].as_array().unwrap();
    changes.iter().map(|change| change["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_change_is_of_its_kind() {
    type Case =
        (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str], &'static str);
    let cases: &[Case] = &[
        ("nothing", &[], &[], "none"),
        ("slower", &[("promise: 1 min", "promise: 5 min")], &["weakened"], "major"),
        ("faster", &[("first_response: 2 min", "first_response: 90 s")], &["strengthened"], "minor"),
        ("same", &[("first_response: 2 min", "first_response: 120 s")], &[], "none"),
        ("clock", &[("first_response: 2 min", "first_response: 1 business day")], &["changed"], "major"),
        (
            "removed",
            &[("  chat: { when: { channel: chat }, first_response: 2 min }\n", "")],
            &["uncovered"],
            "major",
        ),
        (
            "added",
            &[("scripts:\n", "  phone: { when: { channel: phone }, answer: 20 s for 80% }\nscripts:\n")],
            &["covered"],
            "minor",
        ),
        ("aim", &[("aim: 30 s", "aim: 20 s")], &["duty-added"], "minor"),
        ("words", &[("Good morning,", "Good day,")], &["wording"], "patch"),
        ("renamed", &[("chat-gold:", "gold-in-chat:")], &["wording"], "patch"),
        ("renamed script", &[("hello:", "welcome:")], &["wording"], "patch"),
        (
            "renamed channel",
            &[
                ("  chat: { kind", "  web: { kind"),
                ("chat: { when: { channel: chat", "chat: { when: { channel: web"),
                ("gold: { when: { channel: chat", "gold: { when: { channel: web"),
            ],
            &["wording"],
            "patch",
        ),
        ("duty", &[("[take requests]", "[take requests, water the plants]")], &["duty-added"], "minor"),
        ("less duty", &[(", duties: [take requests]", "")], &["duty-removed"], "major"),
        ("who", &[("decide: { who: lead", "decide: { who: agent")], &["duty-removed", "duty-added"], "major"),
        (
            "step",
            &[(
                "next: decide }",
                "next: note }\n      note: { who: agent, do: Write it down, next: decide }",
            )],
            &["duty-added"],
            "minor",
        ),
        ("hurry", &[("within: 4 h", "within: 2 h")], &["duty-added"], "minor"),
        ("rarer", &[("every: week", "every: month")], &["duty-removed"], "major"),
        (
            "shorter hours",
            &[("hours: Mo-Fr 08:00-20:00\n", "hours: Mo-Fr 08:00-18:00\n")],
            &["weakened"],
            "major",
        ),
        ("callback", &[("callback: 2 h", "callback: 1 h")], &["strengthened"], "minor"),
        ("pay", &[("pay: 40 PLN", "pay: 20 PLN")], &["weakened"], "major"),
        (
            "no pay",
            &[("  late: { promise: first_response, pay: 40 PLN }\n", "  {}\n")],
            &["weakened"],
            "major",
        ),
        ("outcome", &[("0..30", "0..14"), ("31..", "15..")], &["uncovered", "changed"], "major"),
        ("gap", &[("'31..'", "'61..'")], &["uncovered"], "major"),
        ("money later", &[("refund_within: 5 days", "refund_within: 10 days")], &["weakened"], "major"),
        (
            "never",
            &[("channels:\n", "never_happens: [{ channel: chat, segment: gold }]\nchannels:\n")],
            &["uncovered"; 5],
            "major",
        ),
        ("new value", &[("[regular, gold]", "[regular, gold, platinum]")], &["covered"], "minor"),
    ];
    let mut wrong = Vec::new();
    for (name, change, expected, step) in cases {
        let report = json(&pair(name, change), &[]);
        if kinds(&report) != *expected || report["step"] != *step || report["summary"]["unknown"] != 0 {
            let messages: Vec<String> = report["changes"]
                .as_array()
                .unwrap()
                .iter()
                .map(|change| format!("{}: {}", change["kind"], change["message"]))
                .collect();
            wrong.push(format!("{name} ({}): {messages:#?}", report["step"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_sentence_says_for_whom_what_and_where() {
    let night = "  night: { when: { channel: chat, segment: gold, time: Mo-Su 22:00-24:00 }, first_response: 5 min }\nscripts:\n";
    let folder = pair("night", &[("scripts:\n", night)]);
    let text = out(&folder.run(&["diff", "old", "new"]));
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence =
        "gold customers by chat at Mo-Su 22:00-24:00 now wait 5 min instead of 1 min for the first answer";
    assert!(flat.contains(sentence), "{text}");
    assert!(flat.contains("(chat-gold etalon.yaml:19 -> night etalon.yaml:20)"), "{text}");
    assert!(flat.contains("it is still `1.4.0` and should be `2.0.0`"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let report = json(&folder, &[]);
    let change = &report["changes"][0];
    assert_eq!(change["customer"], "worse");
    assert_eq!(change["staff"], "lighter");
    assert_eq!(change["roles"], serde_json::json!(["agent"]));
    assert_eq!(change["situations"][0]["witness"]["time"], "Mo 22:00");
    let schema = etalon::cli::Subject::Changes.text();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let schema = jsonschema::draft202012::new(&schema).unwrap();
    let errors: Vec<String> = schema.iter_errors(&report).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let markdown = out(&folder.run(&["diff", "old", "new", "--format", "markdown"]));
    assert!(markdown.contains("### Promise weakened (1)") && markdown.contains(sentence), "{markdown}");
}

#[test]
fn what_comes_later_is_announced_with_its_day() {
    let later = [(
        "{ when: { channel: chat, segment: gold }",
        "{ from: 2027-01-01, when: { channel: chat, segment: gold }",
    )];
    let report = json(&pair("later", &later), &[]);
    assert_eq!(kinds(&report), ["weakened"]);
    assert_eq!(report["changes"][0]["until"], "2026-12-31");
    let report = json(&pair("later", &later), &["--as-of", "2027-02-01"]);
    assert_eq!(kinds(&report), Vec::<String>::new());
    let new = [(
        "scripts:\n",
        "  night: { from: 2027-01-01, when: { channel: chat, segment: gold }, exception_to: [chat-gold], first_response: 5 min }\nscripts:\n",
    )];
    let report = json(&pair("coming", &new), &[]);
    assert_eq!(kinds(&report), ["weakened"]);
    assert_eq!(report["changes"][0]["from"], "2027-01-01");
    assert!(report["changes"][0]["message"].as_str().unwrap().starts_with("from 2027-01-01: gold customers"));
}

#[test]
fn a_comparison_fails_on_the_kinds_that_were_named() {
    let folder = pair("fail", &[("promise: 1 min", "promise: 5 min")]);
    for (fail_on, expected) in
        [("weakened", 1), ("uncovered", 0), ("uncovered,weakened", 1), ("any", 1), ("unknown", 0)]
    {
        assert_eq!(code(&folder.run(&["diff", "old", "new", "--fail-on", fail_on])), expected, "{fail_on}");
    }
    assert_eq!(code(&folder.run(&["diff", "old", "new"])), 0);
    assert_eq!(code(&folder.run(&["diff", "old", "nowhere"])), 2);
    assert_eq!(code(&folder.run(&["diff", "old", "new", "--for", "role=agnet"])), 2);
    assert_eq!(kinds(&json(&folder, &["--for", "role=agent"])), ["weakened"]);
    assert!(kinds(&json(&folder, &["--for", "role=lead"])).is_empty());
    let note = |version: &str| {
        let folder = pair("version", &[("promise: 1 min", "promise: 5 min"), ("1.4.0", version)]);
        json(&folder, &[])["version_note"].as_str().unwrap().to_owned()
    };
    assert_eq!(note("2.0.0"), "");
    assert_eq!(note("1.5.0"), "it rose from `1.4.0` to `1.5.0` only and should be `2.0.0`");
}

#[test]
fn what_cannot_be_read_is_not_compared() {
    let folder = pair("broken", &[("kind: voice", "kind: voise")]);
    let output = folder.run(&["diff", "old", "new"]);
    assert_eq!(code(&output), 2);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("`new` cannot be compared at etalon.yaml:"), "{error}");
}

fn git(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Manager", "-c", "user.email=manager@shop.example"]);
    command.args(["-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]);
    let output = command.args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_etalon"));
    command.args(arguments).current_dir(folder).env("ETALON_AS_OF", "2026-11-22").output().unwrap()
}

/// What stands before the standard: what it builds on, and a picture that a revision has too.
const HEAD: &str = "use: [../corporate]\nbrand: { logo: logo.svg }\n";

/// A repository outside of this one, with the standard in a folder of it and another standard that it builds on.
fn repository() -> PathBuf {
    let root = std::env::temp_dir().join(format!("etalon-diff-{}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("shop")).unwrap();
    fs::create_dir_all(root.join("corporate")).unwrap();
    fs::write(root.join("corporate/words.yaml"), "glossary: { gold: { means: our best customers } }\n")
        .unwrap();
    fs::write(root.join("shop/etalon.yaml"), format!("{HEAD}{OLD}")).unwrap();
    fs::write(root.join("shop/logo.svg"), "<svg/>").unwrap();
    git(&root, &["init", "-q"]);
    git(&root, &["add", "-A"]);
    git(&root, &["commit", "-q", "-m", "first"]);
    git(&root, &["tag", "v1"]);
    root
}

#[test]
fn revisions_of_a_repository_are_compared() {
    let root = repository();
    let shop = root.join("shop");
    let changed = format!("{HEAD}{OLD}").replace("promise: 1 min", "promise: 5 min");
    fs::write(shop.join("etalon.yaml"), &changed).unwrap();
    let report = |folder: &Path, arguments: &[&str]| -> Vec<String> {
        let mut all = vec!["diff", "--format", "json"];
        all.extend(arguments);
        let output = run_in(folder, &all);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        kinds(&serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{arguments:?} {error}")))
    };
    assert_eq!(report(&shop, &["main"]), ["weakened"]);
    assert_eq!(report(&root, &["main:shop", "shop"]), ["weakened"]);
    assert_eq!(report(&root, &["v1", "shop"]), ["weakened"]);
    assert_eq!(report(&shop, &["v1:./etalon.yaml"]), ["weakened"]);
    let output = run_in(&root, &["diff", "--format", "json", "v1", "shop"]);
    let whole: Value = serde_json::from_slice(&output.stdout).unwrap();
    let path = |side: &str| whole["changes"][0][side]["places"][0]["path"].clone();
    assert_eq!((path("old"), path("new")), ("etalon.yaml".into(), "etalon.yaml".into()));
    git(&root, &["commit", "-q", "-a", "-m", "second"]);
    assert_eq!(report(&shop, &["HEAD~1", "HEAD"]), ["weakened"]);
    assert_eq!(report(&shop, &["HEAD", "HEAD~1"]), ["strengthened"]);
    assert_eq!(report(&shop, &["HEAD"]), Vec::<String>::new());
    let news = out(&run_in(&shop, &["changes", "--since", "HEAD~1", "--for", "role=agent"]));
    assert!(news.contains("less for customers") && news.contains("sign again"), "{news}");
    for wrong in ["nowhere", "--output=x", "v1:../..", "-x", "v1:/etc"] {
        let output = run_in(&shop, &["diff", "--", wrong]);
        assert_eq!(code(&output), 2, "{wrong}");
    }
    let output = run_in(&shop, &["diff", "--", "nowhere"]);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("there is no folder and no revision `nowhere`"), "{error}");
    let mut bare = Command::new(env!("CARGO_BIN_EXE_etalon"));
    let output = bare.args(["diff", "main"]).current_dir(&shop).env("PATH", "/nowhere").output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("the program `git` is not there"), "{error}");
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn the_examples_do_not_differ_from_themselves() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for entry in fs::read_dir(examples).unwrap() {
        let path = entry.unwrap().path();
        let path = path.to_str().unwrap();
        let output = run_in(Path::new("."), &["diff", path, path, "--fail-on", "any"]);
        assert_eq!(code(&output), 0, "{path}: {}", out(&output));
    }
}
