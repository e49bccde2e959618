//! Built-in texts are there in every language that handbooks and findings are read in.

use std::collections::BTreeSet;

use etalon::diagnostic::Findings;
use etalon::model::{Document, Texts};
use etalon::resolve::starters::{STARTERS, Starter, Wishes, home, write};
use etalon::resolve::{BUILT_IN, Entrance, read};
use etalon::source::{FileId, MemoryWorld};
use etalon::syntax;
use jiff::civil::{Date, date};

const LANGUAGES: [&str; 4] = ["en", "ru", "pl", "lv"];
const TODAY: Date = date(2026, 11, 22);

#[test]
fn every_text_of_the_law_and_of_the_profiles_is_in_every_language() {
    let mut missing = Vec::new();
    let mut texts = 0;
    for pack in BUILT_IN.iter().filter(|pack| !pack.name.starts_with("wording/")) {
        let mut findings = Findings::new();
        let tree = syntax::parse(FileId(0), pack.text, &mut findings).unwrap();
        let document: Document = syntax::decode::decode(&tree, &mut findings);
        let mut visit = |path: &[&str], text: &etalon::model::Text| {
            // The clauses of a framework are cited under the names that its publisher gave them.
            if path.contains(&"answers_to") {
                return;
            }
            texts += 1;
            for language in LANGUAGES {
                let own = text.exactly(language, "").map(|text| text.value.trim());
                if own.is_none_or(str::is_empty) {
                    missing.push(format!("{} {}: no {language}", pack.name, path.join(".")));
                }
            }
        };
        document.pack.texts(&mut vec!["pack"], &mut visit);
        document.requires.texts(&mut vec!["requires"], &mut visit);
        document.legal_minimums.texts(&mut vec!["legal_minimums"], &mut visit);
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(texts > 400, "{texts}");
}

#[test]
fn the_figures_of_a_text_are_the_same_in_every_language() {
    for pack in BUILT_IN.iter().filter(|pack| pack.name.starts_with("law/")) {
        let mut findings = Findings::new();
        let tree = syntax::parse(FileId(0), pack.text, &mut findings).unwrap();
        let document: Document = syntax::decode::decode(&tree, &mut findings);
        document.legal_minimums.texts(&mut vec![], &mut |path, text| {
            let source = figures(&text.exactly("en", "").unwrap().value);
            for language in LANGUAGES {
                let own = figures(&text.exactly(language, "").unwrap().value);
                let lost: Vec<&String> = source.iter().filter(|figure| !own.contains(figure)).collect();
                assert!(lost.is_empty(), "{} {} {language}: {lost:?}", pack.name, path.join("."));
            }
        });
    }
}

/// The figures of three digits and more: numbers of acts, years, sums. Days and articles may be written in words.
fn figures(text: &str) -> Vec<String> {
    let all = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() > 2);
    all.map(str::to_owned).collect()
}

#[test]
fn every_text_of_the_starters_is_in_every_language() {
    let mut apart = Vec::new();
    for starter in STARTERS {
        let said = LANGUAGES.map(|language| said(starter, language));
        for (language, own) in LANGUAGES.iter().zip(&said) {
            let other = own.symmetric_difference(&said[0]);
            apart.extend(other.map(|key| format!("{} {language}: {key}", starter.name)));
        }
    }
    assert_eq!(apart, Vec::<String>::new());
}

/// The names of the texts of a starter; how many items a list has is up to a language, and so are its phrases.
fn said(starter: &Starter, language: &'static str) -> BTreeSet<String> {
    let wishes = Wishes { language, home: home(None, language).unwrap(), today: TODAY };
    let mut world = MemoryWorld::new(TODAY);
    for (name, text) in write(starter, &wishes) {
        world = world.with(&name, text);
    }
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let keys = reading.project.named_texts().into_iter().map(|text| text.key);
    let keys = keys.map(|key| key.split('[').next().unwrap().to_owned());
    keys.filter(|key| !key.starts_with("wording")).collect()
}
