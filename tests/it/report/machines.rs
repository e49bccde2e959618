//! What machines read: each format against the rules of its reader.

use std::collections::BTreeSet;

use etalon::diagnostic::Finding;
use etalon::report::{Format, findings_schema};
use etalon::source::SourceFile;
use serde_json::Value;

use super::{HOURS, PROMISES, Sample, single};

fn assert_valid(schema: &Value, written: &str) {
    let validator = jsonschema::validator_for(schema).unwrap();
    let value: Value = serde_json::from_str(written).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

fn noisy() -> Sample {
    let mut sample = Sample::new();
    sample.left_out = 37;
    sample
}

#[test]
fn json_follows_its_schema() {
    let schema = findings_schema();
    for sample in [noisy(), Sample::empty()] {
        assert_valid(&schema, &sample.written(Format::Json));
    }
    let places: Value = serde_json::from_str(&noisy().written(Format::Json)).unwrap();
    let closed = &places["findings"][0]["labels"][1];
    assert_eq!(closed["start"]["column"], 8);
    assert_eq!(closed["start"]["byte"], HOURS.find("закрыт").unwrap());
}

#[test]
fn sarif_follows_the_official_schema() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sarif-schema-2.1.0.json");
    // The published schema has one pattern with a stray bracket, which is no regular expression to strict readers.
    let published = std::fs::read_to_string(path).unwrap().replace("{2}]?$", "{2}$");
    let schema = serde_json::from_str(&published).unwrap();
    let mut nowhere = noisy();
    nowhere.findings.push(Finding { labels: Vec::new(), rule: "un/known", ..nowhere.findings[0].clone() });
    for sample in [noisy(), nowhere, Sample::empty()] {
        assert_valid(&schema, &sample.written(Format::Sarif));
    }
}

#[test]
fn sarif_refers_to_rules_and_escapes_paths() {
    let log: Value = serde_json::from_str(&noisy().written(Format::Sarif)).unwrap();
    let run = &log["runs"][0];
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
    let uri = &run["results"][3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "%D1%82%D0%BE%D1%87%D0%BA%D0%B0%201/%D1%87%D0%B0%D1%81%D1%8B%2Cru.yaml");
    assert_eq!(run["results"][3]["suppressions"][0]["kind"], "external");
}

fn fingerprints(text: &str) -> Vec<String> {
    let mut sample = single(text, "x: 1", "");
    sample.findings.push(sample.findings[0].clone());
    let log: Value = serde_json::from_str(&sample.written(Format::Sarif)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let name = |result: &Value| result["partialFingerprints"]["etalon/v1"].as_str().unwrap().to_owned();
    results.iter().map(name).collect()
}

#[test]
fn fingerprints_survive_moved_lines_and_tell_twins_apart() {
    let before = fingerprints("a: 0\nx: 1\n");
    assert_eq!(before, fingerprints("# new\n\na: 0\n  x: 1  \n"));
    assert_ne!(before[0], before[1]);
    assert_ne!(before, fingerprints("a: 0\nx: 1 # changed\n"));
}

#[test]
fn gitlab_has_unique_fingerprints_and_no_waived_issues() {
    let mut sample = noisy();
    let twins: Vec<Finding> = sample.findings.to_vec();
    sample.findings.extend(twins);
    let issues: Vec<Value> = serde_json::from_str(&sample.written(Format::Gitlab)).unwrap();
    let names: BTreeSet<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!((issues.len(), names.len()), (6, 6));
    assert_eq!(issues[0]["location"]["lines"]["begin"], 4);
    assert_eq!(Sample::empty().written(Format::Gitlab), "[]\n");
}

#[test]
fn junit_is_xml_and_its_counts_are_right() {
    let mut sample = noisy();
    sample.findings[0].message = "a\u{1b}b\u{0}<c> \"d\" & 'e' ]]> --\u{ffff}".to_owned();
    let written = sample.written(Format::Junit);
    let document = roxmltree::Document::parse(&written).unwrap();
    let count = |name: &str| document.descendants().filter(|part| part.has_tag_name(name)).count();
    let total = document.root_element();
    assert_eq!(total.attribute("tests"), Some("5"));
    assert_eq!(total.attribute("failures"), Some("1"));
    assert_eq!(total.attribute("skipped"), Some("2"));
    let counts =
        [count("testsuite"), count("testcase"), count("failure"), count("skipped"), count("system-out")];
    assert_eq!(counts, [2, 5, 1, 2, 2]);
    let failure = document.descendants().find(|part| part.has_tag_name("failure")).unwrap();
    assert_eq!(failure.attribute("message"), Some("ab<c> \"d\" & 'e' ]]> --"));
}

#[test]
fn junit_without_findings_has_one_passing_case() {
    let written = Sample::empty().written(Format::Junit);
    let document = roxmltree::Document::parse(&written).unwrap();
    let case = document.descendants().find(|part| part.has_tag_name("testcase")).unwrap();
    assert!(!case.has_children());
    assert_eq!(document.root_element().attribute("tests"), Some("1"));
}

#[test]
fn github_escapes_what_would_end_a_command() {
    let mut sample = Sample::empty();
    let file = sample.sources.add(SourceFile::new("a,b: 100%.yaml", PROMISES.to_owned()));
    let place = super::span(&sample.sources, file, "чат");
    sample.findings.push(Finding::warning("g/n", place, "50%, a: b\r\n::error::x").help("do\nit"));
    assert_eq!(
        sample.written(Format::Github),
        "::warning file=a%2Cb%3A 100%25.yaml,line=3,col=12,endLine=3,endColumn=15,title=g/n\
         ::50%25, a: b%0D%0A::error::x%0Ado%0Ait\n"
    );
    assert_eq!(Sample::empty().written(Format::Github), "");
}

#[test]
fn github_names_errors_first() {
    let mut sample = noisy();
    sample.findings.rotate_left(1);
    let written = sample.written(Format::Github);
    let words: Vec<&str> = written.lines().filter_map(|line| line.split([' ', ':']).nth(2)).collect();
    assert_eq!(words, ["error", "warning", "notice", "notice"]);
    assert!(written.ends_with("::notice title=etalon::37 more findings not shown\n"));
}
