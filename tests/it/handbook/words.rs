//! The handbook's own words: complete in every language, and every one of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const LANGUAGES: [&str; 4] = ["en", "ru", "pl", "lv"];

fn sources() -> String {
    let mut all = String::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src/compile"), root.join("src/changes")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                all.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    all
}

fn text(language: &str) -> String {
    let path = format!("{}/src/compile/words/{language}.ftl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn keys(language: &str) -> Vec<String> {
    let starts_key = |line: &&str| line.starts_with(|letter: char| letter.is_ascii_lowercase());
    let key = |line: &str| line.split(" =").next().unwrap().to_owned();
    text(language).lines().filter(starts_key).map(key).collect()
}

#[test]
fn every_file_is_sound_and_holds_each_key_once() {
    for language in LANGUAGES {
        let resource = fluent_bundle::FluentResource::try_new(text(language));
        assert!(resource.is_ok(), "{language}: {:?}", resource.err().map(|(_, errors)| errors));
        let all = keys(language);
        let unique: BTreeSet<&String> = all.iter().collect();
        assert_eq!(all.len(), unique.len(), "{language} says something twice");
    }
}

#[test]
fn every_key_is_in_every_language() {
    let english = keys("en");
    for language in LANGUAGES {
        assert_eq!(keys(language), english, "{language} differs from English");
    }
}

#[test]
fn the_gaps_of_a_phrase_are_the_same_in_every_language() {
    let gaps = |language: &str| -> BTreeMap<String, BTreeSet<String>> {
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in text(language).lines() {
            if line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
                key = line.split(" =").next().unwrap().to_owned();
            }
            let named = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next());
            all.entry(key.clone()).or_default().extend(named.map(str::to_owned));
        }
        all.retain(|key, _| !key.starts_with("date"));
        all
    };
    let english = gaps("en");
    for language in LANGUAGES {
        assert_eq!(gaps(language), english, "{language}");
    }
}

/// Keys are either written out in the code, or belong to a family: `format!("month-{…}")`, `known("kind", …)`.
#[test]
fn no_key_is_unused() {
    let code = sources();
    let literals: BTreeSet<&str> = code.split('"').collect();
    let mut families: BTreeSet<String> = literals
        .iter()
        .filter_map(|literal| literal.split_once("-{").map(|(family, _)| format!("{family}-")))
        .collect();
    families.extend(
        code.split("known(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(|f| format!("{f}-")),
    );
    families.extend(["duration-", "business-"].map(str::to_owned));
    let used = |key: &String| {
        literals.contains(key.as_str()) || families.iter().any(|family| key.starts_with(family.as_str()))
    };
    let unused: Vec<String> = keys("en").into_iter().filter(|key| !used(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}
