//! `etalon ask` and `etalon test` as people and pipelines call them.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{Folder, SOUND, code, out};

const SCENARIOS: &str = "situation: { segment: [regular, gold] }
scripts:
  hello: { purpose: greeting, say: Good morning }
  later: { purpose: callback, say: We call back }
scenarios:
  sound: { given: { channel: phone, time: Mo 10:00 }, expect: { answer: 20 seconds for 80%, greeting: hello, callback: later, on_duty: agent, procedure: none } }
";

fn refused(output: &std::process::Output) -> String {
    assert_eq!(code(output), 2);
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(super) fn published(name: &str) -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(name);
    let schema: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn ask_answers_in_words_within_the_width() {
    let folder = Folder::new("ask").with("etalon.yaml", SOUND).with("more.yaml", SCENARIOS);
    let output = folder.run(&["ask", "channel=phone", "time=Sa 23:30"]);
    assert_eq!(code(&output), 0);
    let text = out(&output);
    for part in
        ["answer: 20 s for 80%", "phone (etalon.yaml:5)", "say: Good morning", "nobody", "phone is closed"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let at = out(&folder.run(&["ask", "channel=phone", "--at", "2026-11-23T10:00"]));
    assert!(at.contains("by Mon 23 Nov 2026, 10:00:20"), "{at}");
}

#[test]
fn ask_finds_the_standard_by_argument_or_option() {
    let folder = Folder::new("ask-path").with("mine/etalon.yaml", SOUND);
    assert_eq!(code(&folder.run(&["ask", "mine", "channel=phone"])), 0);
    assert_eq!(code(&folder.run(&["ask", "channel=phone", "mine"])), 0);
    assert_eq!(code(&folder.run(&["ask", "--project", "mine", "channel=phone"])), 0);
    assert!(refused(&folder.run(&["ask", "mine", "phone"])).contains("channel=chat"));
    assert_eq!(code(&folder.run(&["ask", "channel=phone"])), 2);
}

#[test]
fn ask_refuses_what_it_does_not_know() {
    let folder = Folder::new("ask-refuse").with("etalon.yaml", SOUND);
    assert!(refused(&folder.run(&["ask", "chanel=phone"])).contains("did you mean `channel`?"));
    assert!(refused(&folder.run(&["ask", "channel=phon"])).contains("did you mean `phone`?"));
    assert!(refused(&folder.run(&["ask", "channel="])).contains("channel=chat"));
    assert!(refused(&folder.run(&["ask", "--at", "tomorrow"])).contains("2026-12-24T16:00"));
    assert!(refused(&folder.run(&["ask", "time=Mo 10:00", "--at", "2026-11-23T10:00"])).contains("`time`"));
    assert!(refused(&folder.run(&["ask", "--language", "pl"])).contains("no language `pl`"));
    assert!(refused(&folder.run(&["ask", "--situation", "{"])).contains("JSON"));
}

#[test]
fn ask_answers_programs_by_its_schema_line_by_line() {
    let cases = "{\"channel\": \"phone\"}\n\n{\"channel\": [\"phone\"], \"at\": \"2026-11-23T10:00\"}\n{\"chanel\": 1}\n";
    let folder = Folder::new("ask-json").with("etalon.yaml", SOUND).with("cases.ndjson", cases);
    let schema = published("answer.schema.json");
    let one = out(&folder.run(&["ask", "--situation", "{\"channel\": \"phone\"}", "--format", "json"]));
    let one: Value = serde_json::from_str(&one).unwrap();
    assert!(schema.is_valid(&one), "{one:#}");
    let case = &one["tables"][0]["attributes"][0]["cases"][0];
    assert_eq!(case["value"], "20 s for 80%");
    assert_eq!(case["winners"][0]["rule"]["place"]["line"], 5);
    let output = folder.run(&["ask", "--file", "cases.ndjson"]);
    assert_eq!(code(&output), 2);
    let lines: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.iter().all(|line| schema.is_valid(line)), "{lines:#?}");
    assert_eq!(lines.len(), 3);
    let due = &lines[1]["tables"][0]["attributes"][0]["cases"][0]["winners"][0]["times"][0]["due"];
    assert_eq!(due, "2026-11-23T10:00:20+00:00");
    assert!(lines[2]["refusal"]["help"].as_str().unwrap().contains("`channel`"));
    let witness = folder.run(&["ask", "--file", "nowhere.ndjson"]);
    assert_eq!(code(&witness), 2);
}

#[test]
fn test_passes_fails_and_names_the_rule_behind_a_failure() {
    let folder = Folder::new("test").with("etalon.yaml", SOUND).with("more.yaml", SCENARIOS);
    let output = folder.run(&["test"]);
    assert_eq!(code(&output), 0, "{}", out(&output));
    assert!(out(&output).contains("1 scenario: all passed."));
    let failing = "scenarios:
  late: { given: { channel: phone, time: Su 10:00 }, expect: { answer: 30 s for 80%, on_duty: agent, greeting: later } }
  typo: { given: { channel: phone }, expect: { answer: 30 sek, procedure: talk, escalation: none } }
  lost: { given: { chanel: phone }, expect: { answer: 30 s } }
";
    let folder = folder.with("failing.yaml", failing);
    let output = folder.run(&["test"]);
    assert_eq!(code(&output), 1);
    let text = out(&output);
    for part in [
        "passed sound",
        "FAILED late",
        "situation: channel phone, time Su 10:00 (failing.yaml:2)",
        "answer: 30 s for 80% expected (failing.yaml:2)",
        "but it is 20 s for 80% (phone, etalon.yaml:5)",
        "on_duty: agent expected",
        "but it is nobody (agent, etalon.yaml:4)",
        "`later` is not known as greeting",
        "`talk` is not known as procedure",
        "did you mean `channel`?",
        "4 scenarios: 1 passed, 3 failed.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let json: Value = serde_json::from_str(&out(&folder.run(&["test", "--format", "json"]))).unwrap();
    assert!(published("scenarios.schema.json").is_valid(&json), "{json:#}");
    assert_eq!((&json["passed"], &json["failed"]), (&Value::from(1), &Value::from(3)));
    let junit = out(&folder.run(&["test", "--format", "junit"]));
    let junit = roxmltree::Document::parse(&junit).unwrap();
    let count = |tag: &str| junit.descendants().filter(|node| node.has_tag_name(tag)).count();
    assert_eq!((count("testcase"), count("failure"), count("error")), (4, 0, 3));
    assert_eq!(code(&folder.run(&["test", "nowhere"])), 2);
}

#[test]
fn an_expectation_has_to_hold_in_every_open_situation() {
    let more = "situation: { segment: [regular, gold] }
response_times: { gold: { when: { channel: phone, segment: gold }, answer: 10 s for 80% } }
scenarios:
  open: { given: { channel: phone }, expect: { answer: 20 s for 80% } }
  closed: { given: { channel: phone, segment: gold }, expect: { answer: 10 s for 80% } }
";
    let folder = Folder::new("test-open").with("etalon.yaml", SOUND).with("more.yaml", more);
    let text = out(&folder.run(&["test", "--coverage"]));
    assert!(text.contains("but it is 10 s for 80% (gold, more.yaml:2), if segment gold"), "{text}");
    assert!(text.contains("passed closed"), "{text}");
    assert!(!text.contains("20 s for 80% (phone"), "{text}");
}

#[test]
fn every_example_keeps_its_scenarios() {
    let folder = Folder::new("test-examples");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for example in fs::read_dir(examples).unwrap() {
        let path = example.unwrap().path();
        let output = folder.run(&["test", path.to_str().unwrap()]);
        assert_eq!(code(&output), 0, "{}", out(&output));
        assert!(out(&output).contains("all passed"), "{}", path.display());
        let answer =
            folder.run(&["ask", path.to_str().unwrap(), "--format", "json", "--at", "2026-12-24T16:00"]);
        let answer: Value = serde_json::from_str(&out(&answer)).unwrap();
        assert!(published("answer.schema.json").is_valid(&answer), "{}", path.display());
        let text = answer.to_string();
        assert!(!text.contains("\"unsettled\""), "{}", path.display());
    }
}
