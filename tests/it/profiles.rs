//! Profiles: every row of what companies regulate is asked for somewhere, each topic is missed where it is missing, and
//! the lines that a finding offers put it right.

use std::collections::BTreeSet;

use etalon::check::{Treated, check, coverage};
use etalon::diagnostic::{Finding, Findings};
use etalon::model::Document;
use etalon::resolve::{BUILT_IN, Entrance, Reading, read};
use etalon::source::{FileId, MemoryWorld};
use etalon::syntax;
use jiff::civil::{Date, date};
use serde_yaml::{Mapping, Value};

const TODAY: Date = date(2026, 11, 22);
const FULL: &str = include_str!("../fixtures/full/etalon.yaml");

/// The clauses that topics may name: those whose titles were read, by framework.
const CLAUSES: [&str; 31] = [
    "Customer Service Excellence, 1.1 identification",
    "Customer Service Excellence, 1.2 engagement and consultation",
    "Customer Service Excellence, 1.3 satisfaction",
    "Customer Service Excellence, 2.1 leadership, policy, culture",
    "Customer Service Excellence, 2.2 staff professionalism and attitude",
    "Customer Service Excellence, 3.1 range",
    "Customer Service Excellence, 3.2 quality",
    "Customer Service Excellence, 3.3 access",
    "Customer Service Excellence, 3.4 co-operative working",
    "Customer Service Excellence, 4.1 standards",
    "Customer Service Excellence, 4.2 achieved delivery and outcomes",
    "Customer Service Excellence, 4.3 deal effectively with problems",
    "Customer Service Excellence, 5.1 standards",
    "Customer Service Excellence, 5.2 timely outcomes",
    "Customer Service Excellence, 5.3 achieved timely delivery",
    "ISO 18295-1:2017, 4.2 communication of information to customers",
    "ISO 18295-1:2017, 4.3 measuring and monitoring of customer experience",
    "ISO 18295-1:2017, 4.4 complaints handling",
    "ISO 18295-1:2017, 4.5 customer protection",
    "ISO 18295-1:2017, 5 customer-focused leadership",
    "ISO 10002:2018, 4.2 commitment",
    "ISO 23592:2021, level 4 surprising service",
    "COPC CX Standard 7.0, 1.1 setting direction",
    "COPC CX Standard 7.0, 1.3 setting targets",
    "COPC CX Standard 7.0, 1.4 reviewing performance",
    "COPC CX Standard 7.0, 2.2 gathering and analysing customer information",
    "COPC CX Standard 7.0, 2.3 key customer-related processes and minimising variation",
    "COPC CX Standard 7.0, quality management",
    "COPC CX Standard 7.0, corrective action",
    "Ley 10/2025, calls answered in 3 minutes",
    "Ley 10/2025, the agent identifies himself",
];

struct Topic {
    pack: &'static str,
    id: String,
    row: String,
    paths: Vec<String>,
    add: String,
    clauses: Vec<String>,
}

fn topics() -> Vec<Topic> {
    let mut all = Vec::new();
    for pack in BUILT_IN.iter().filter(|pack| pack.name.starts_with("profile/")) {
        let mut findings = Findings::new();
        let tree = syntax::parse(FileId(0), pack.text, &mut findings).unwrap();
        let document: Document = syntax::decode::decode(&tree, &mut findings);
        assert!(findings.as_slice().is_empty(), "{}: {:?}", pack.name, findings.as_slice());
        for topic in document.requires.value().unwrap() {
            let text = |text: &etalon::model::Text| text.best("en", "en").unwrap().value.clone();
            all.push(Topic {
                pack: pack.name,
                id: topic.id.clone(),
                row: topic.row.value().unwrap().clone(),
                paths: topic.any_of.value().unwrap().iter().map(|path| path.value.clone()).collect(),
                add: topic.add.value().unwrap().clone(),
                clauses: topic.answers_to.iter().map(|clause| text(&clause.value)).collect(),
            });
        }
    }
    all
}

fn reading(standard: &Value) -> Reading {
    let world = MemoryWorld::new(TODAY).with("etalon.yaml", serde_yaml::to_string(standard).unwrap());
    read(&world, &Entrance::Folder(String::new())).unwrap()
}

fn findings(standard: &Value) -> Vec<Finding> {
    check(&reading(standard), TODAY).findings
}

fn asked(findings: &[Finding], topic: &str) -> Option<String> {
    let names = |finding: &Finding| {
        let topics = finding.args.get("requirements").and_then(|topics| topics.as_array().cloned());
        topics.unwrap_or_default().iter().any(|one| one == topic)
    };
    findings.iter().find(|finding| names(finding)).map(|finding| finding.message.clone())
}

fn full() -> Value {
    serde_yaml::from_str(FULL).unwrap()
}

#[test]
fn the_full_standard_has_no_findings() {
    let told: Vec<String> = findings(&full()).iter().map(|found| found.message.clone()).collect();
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn every_row_is_asked_for_by_a_profile() {
    let asked: BTreeSet<String> = topics().into_iter().map(|topic| topic.row).collect();
    let all: BTreeSet<String> = (1..=57).map(|row| format!("R{row:02}")).collect();
    assert_eq!(asked, all);
}

#[test]
fn every_clause_that_is_named_was_read() {
    for topic in topics() {
        for clause in topic.clauses {
            let mandate = clause.strip_prefix("Mandate M/378 (EN 15838:2009), ");
            let known = ["access", "identification", "reasonable response", "conclusion of contact"];
            let read =
                mandate.is_some_and(|item| known.contains(&item)) || CLAUSES.contains(&clause.as_str());
            assert!(read, "{}: {clause}", topic.id);
        }
    }
}

#[test]
fn a_standard_without_a_topic_is_told_so_and_the_lines_to_add_put_it_right() {
    let mut wrong = Vec::new();
    for topic in topics() {
        let mut lacking = full();
        lacking["use"] = topic.pack.into();
        topic.paths.iter().for_each(|path| remove(&mut lacking, path));
        match asked(&findings(&lacking), &topic.id) {
            Some(message) if message.contains(&topic.row) => {}
            told => wrong.push(format!("{} ({}) is not missed: {told:?}", topic.id, topic.row)),
        }
        let stub: Value = serde_yaml::from_str(&topic.add).unwrap();
        merge(&mut lacking, stub.clone());
        let found = coverage(&reading(&lacking), TODAY);
        let now = found.topics.iter().find(|found| found.id == topic.id).unwrap().treated;
        if now == Treated::Missing {
            wrong.push(format!("{}: still missing with {}", topic.id, topic.add));
        }
        // In the full standard the lines refer to nothing unknown and break nothing.
        let mut more = full();
        more["use"] = Value::Sequence(Vec::new());
        merge(&mut more, stub);
        let reading = reading(&more);
        let broken: Vec<&String> = reading.findings.as_slice().iter().map(|found| &found.message).collect();
        if !broken.is_empty() {
            wrong.push(format!("{}: the lines to add are broken: {broken:?}", topic.id));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_holds_in_another_channel_does_not_treat_a_topic() {
    let mut lacking = full();
    let scripts = lacking["scripts"].as_mapping_mut().unwrap();
    scripts.remove("phone-greeting");
    assert_eq!(asked(&findings(&lacking), "store-greeting"), None);
    assert!(asked(&findings(&lacking), "phone-greeting").is_some());
    merge(
        &mut lacking,
        serde_yaml::from_str("scripts: { any: { purpose: greeting, say: Hello. } }").unwrap(),
    );
    assert_eq!(asked(&findings(&lacking), "phone-greeting"), None);
}

#[test]
fn what_has_come_to_its_end_treats_nothing() {
    let mut lacking = full();
    lacking["loyalty"]["tenth"]["until"] = "2026-11-21".into();
    assert!(asked(&findings(&lacking), "beyond-the-promise").is_some());
    lacking["loyalty"]["tenth"]["until"] = "2026-11-22".into();
    assert_eq!(asked(&findings(&lacking), "beyond-the-promise"), None);
}

#[test]
fn a_topic_is_waived_by_its_name() {
    let mut lacking = full();
    remove(&mut lacking, "incentives");
    remove(&mut lacking, "loyalty");
    let waiver = "waive: { no-bonus: { rule: completeness/missing-topic, at: requires.bonus, reason: We pay no \
                  bonuses., owner: manager, until: 2027-06-01 } }";
    merge(&mut lacking, serde_yaml::from_str(waiver).unwrap());
    let findings = findings(&lacking);
    let open: Vec<&Finding> = findings.iter().filter(|found| found.waived.is_none()).collect();
    assert_eq!(findings.len(), 2);
    assert_eq!(open.len(), 1);
    assert!(open[0].message.contains("(R29)"), "{}", open[0].message);
    assert!(open[0].help.ends_with("waive this rule at `requires.beyond-the-promise`"), "{}", open[0].help);
}

/// Takes out of a standard whatever a path names: the entry where a value is asked for, the key anywhere else.
fn remove(standard: &mut Value, path: &str) {
    let (keys, wanted) =
        path.split_once('=').map_or((path, None), |(keys, wanted)| (keys, Some(wanted.replace('-', " "))));
    let keys: Vec<&str> = keys.split('.').collect();
    let Some((section, rest)) = keys.split_first() else { return };
    let Some(whole) = standard.as_mapping_mut() else { return };
    if rest.is_empty() {
        whole.remove(*section);
    } else if let Some(section) = whole.get_mut(*section) {
        take(section, rest, wanted.as_deref());
    }
}

fn take(value: &mut Value, keys: &[&str], wanted: Option<&str>) {
    let Some((key, rest)) = keys.split_first() else { return };
    if let Value::Sequence(members) = value {
        members.iter_mut().for_each(|member| take(member, keys, wanted));
    }
    let Value::Mapping(map) = value else { return };
    let matches = |value: &Value| match wanted {
        None => true,
        Some(wanted) => says(value, wanted),
    };
    if rest.is_empty() {
        if map.get(*key).is_some_and(matches) {
            map.remove(*key);
        }
        // Where a value is asked for, the whole entry that gives it goes.
        map.retain(|_, member| {
            !member
                .as_mapping()
                .and_then(|member| member.get(*key))
                .is_some_and(|value| wanted.is_some() && matches(value))
        });
    } else if let Some(below) = map.get_mut(*key) {
        take(below, rest, wanted);
    }
    let keys = if *key == "*" { rest } else { keys };
    map.values_mut().for_each(|member| take(member, keys, wanted));
}

fn says(value: &Value, wanted: &str) -> bool {
    match value {
        Value::String(text) => text.replace('-', " ") == wanted,
        Value::Number(number) => number.to_string() == wanted,
        Value::Bool(yes) => (if *yes { "yes" } else { "no" }) == wanted,
        Value::Sequence(values) => values.iter().any(|value| says(value, wanted)),
        _ => false,
    }
}

/// Adds the keys of `more`, as an author does who pastes lines into the entries that are there.
fn merge(value: &mut Value, more: Value) {
    match (value, more) {
        (Value::Mapping(map), Value::Mapping(more)) => {
            for (key, more) in more {
                merge(map.entry(key).or_insert(Value::Mapping(Mapping::new())), more);
            }
        }
        (value, more) => *value = more,
    }
}
