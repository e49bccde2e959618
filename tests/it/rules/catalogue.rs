//! Every rule that the program can find broken is listed, documented and tested, and nothing else is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use etalon::check::{Found, RULES, page};

use super::page::{blocks, of_rule};

fn src() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The ids in a source text that look like those of rules in one of the groups.
fn ids(text: &str, groups: &BTreeSet<&str>) -> BTreeSet<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: Vec<&str> = code.collect();
    let code = code.join("\n");
    let pieces = code.split('"').map(str::to_owned);
    let name = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    pieces
        .filter(|piece| {
            piece.split_once('/').is_some_and(|(group, rest)| groups.contains(group) && name(rest))
        })
        .collect()
}

fn groups() -> BTreeSet<&'static str> {
    RULES.iter().filter_map(|rule| rule.id.split_once('/')).map(|(group, _)| group).collect()
}

#[test]
fn every_rule_in_the_sources_is_listed() {
    let listed: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    let groups = groups();
    let mut used = BTreeSet::new();
    for file in rust_files(&src()) {
        used.extend(ids(&std::fs::read_to_string(file).unwrap(), &groups));
    }
    // Names of packs look like those of rules.
    used.retain(|id| etalon::resolve::built_in(id).is_none());
    let unlisted: Vec<_> = used.difference(&listed).collect();
    assert!(unlisted.is_empty(), "rules without a file: {unlisted:#?}");
}

#[test]
fn rules_found_while_reading_or_waiving_are_raised_somewhere() {
    let groups = groups();
    let rules = src().join("check/rules");
    let elsewhere = rust_files(&src()).into_iter().filter(|file| !file.starts_with(&rules));
    let raised: BTreeSet<String> =
        elsewhere.flat_map(|file| ids(&std::fs::read_to_string(file).unwrap(), &groups)).collect();
    for rule in RULES.iter().filter(|rule| !matches!(rule.found, Found::Checking(_))) {
        assert!(raised.contains(rule.id), "{} is documented, but nothing raises it", rule.id);
    }
}

#[test]
fn the_list_is_sorted() {
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(ids, sorted);
}

#[test]
fn the_id_of_a_rule_is_the_path_of_its_file() {
    let folder = src().join("check/rules");
    let mut files: BTreeSet<PathBuf> = rust_files(&folder).into_iter().collect();
    files.retain(|file| file.file_name().is_some_and(|name| name != "mod.rs"));
    for rule in RULES {
        let path = folder.join(format!("{}.rs", rule.id.replace('-', "_")));
        assert!(files.remove(&path), "{} is not in {}", rule.id, path.display());
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(&format!("\"{}\"", rule.id)), "{} declares another id", path.display());
    }
    assert!(files.is_empty(), "files that are no listed rule: {files:#?}");
}

#[test]
fn every_rule_is_documented_and_tested() {
    for rule in RULES {
        let text = rule.page();
        let examples = blocks(&text);
        let too_long = rule.id == "conflict/unproved";
        let flagged = examples.iter().any(|block| block.is("flagged"));
        assert!(flagged || too_long, "{} has no flagged example", rule.id);
        assert!(examples.iter().any(|block| block.is("accepted")), "{} has no accepted example", rule.id);
        for heading in ["## Why it matters\n", "## Flagged\n", "## Accepted\n"] {
            assert_eq!(text.matches(heading).count(), 1, "{}: {heading}", rule.id);
        }
        let summary = rule.summary();
        assert!(summary.ends_with('.') && summary.len() < 250, "{}: {summary}", rule.id);
        let tests = blocks(&of_rule(rule.id));
        // What takes more work than a check may cost does not fit on a page; `situation::budget` has it.
        let too_long = rule.id == "conflict/unproved";
        let found = tests.iter().any(|block| !block.expected.is_empty());
        assert!(found || too_long, "{}: no case with a finding", rule.id);
        assert!(tests.iter().any(|block| block.expected.is_empty()), "{}: no silent case", rule.id);
        let shown = page(rule);
        assert!(shown.starts_with(&format!("# {}\n\nSeverity: {}\n", rule.id, rule.severity.word())));
        assert!(!shown.contains("yaml,"), "{shown}");
    }
}

#[test]
fn every_test_page_belongs_to_a_rule() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/rules");
    for group in
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
    {
        for page in std::fs::read_dir(&group).unwrap().map(|entry| entry.unwrap().path()) {
            let name = page.file_stem().unwrap().to_string_lossy().into_owned();
            let id = format!("{}/{name}", group.file_name().unwrap().to_string_lossy());
            assert!(RULES.iter().any(|rule| rule.id == id), "{} belongs to no rule", page.display());
        }
    }
}
