//! The starters: in every language and for every country they are sound, whole and free of other languages, and what
//! the company is to replace is found until it has been replaced.

use std::collections::BTreeSet;

use etalon::check::check;
use etalon::compile::{Audience, handbook};
use etalon::diagnostic::{Finding, Severity};
use etalon::render::{Look, html, markdown};
use etalon::resolve::starters::{LANGUAGES, STARTERS, Starter, Wishes, home, own_texts, write};
use etalon::resolve::{Entrance, Reading, read};
use etalon::source::MemoryWorld;
use jiff::civil::{Date, date};

const MADE: Date = date(2026, 11, 22);
/// The day before it takes effect, and half a year later.
const DAYS: [Date; 2] = [date(2026, 12, 1), date(2027, 6, 1)];
const COUNTRIES: [&str; 12] = ["AT", "CZ", "DE", "EE", "ES", "FR", "GB", "LT", "LV", "PL", "RU", "US"];
const LETTERS: [(&str, &str); 3] =
    [("lv", "āčēģīķļņšūž"), ("pl", "ąćęłńóśźż"), ("ru", "абвгдежзийклмнопрстуфхцчшщъыьэюя")];

fn files(starter: &Starter, language: &str, country: Option<&str>) -> Vec<(String, String)> {
    write(starter, &Wishes { language, home: home(country, language).unwrap(), today: MADE })
}

fn reading(files: &[(String, String)], day: Date) -> Reading {
    let mut world = MemoryWorld::new(day);
    for (name, text) in files {
        world = world.with(name, text.as_str());
    }
    read(&world, &Entrance::Folder(String::new())).unwrap()
}

fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

/// Holds that nothing is found but texts to replace, each of those that are marked.
fn holds(name: &str, files: &[(String, String)], day: Date) {
    let verdict = check(&reading(files, day), day);
    let (own, other): (Vec<Finding>, Vec<Finding>) =
        verdict.findings.into_iter().partition(|finding| finding.rule == "life/starter-text");
    assert!(other.is_empty(), "{name}: {:#?}", told(&other));
    assert!(own.iter().all(|finding| finding.severity == Severity::Info));
    let marks = files.iter().flat_map(|(_, text)| text.lines()).filter(|line| line.contains("# <- ")).count();
    assert!(marks > 5, "{name} marks next to nothing");
    assert_eq!(own.len(), marks, "{name}: {:#?}", told(&own));
}

#[test]
fn every_starter_is_sound_in_every_language() {
    for (at, starter) in STARTERS.iter().enumerate() {
        for (language, day) in LANGUAGES.into_iter().zip(DAYS.into_iter().cycle().skip(at % 2)) {
            holds(&format!("{} in {language} on {day}", starter.name), &files(starter, language, None), day);
        }
    }
}

#[test]
fn every_starter_is_sound_in_every_country() {
    for (country, starter) in COUNTRIES.into_iter().zip(STARTERS.iter().cycle().skip(1)) {
        let files = files(starter, "en", Some(country));
        holds(&format!("{} for {country}", starter.name), &files, DAYS[0]);
    }
}

#[test]
fn every_starter_makes_handbooks() {
    for starter in STARTERS {
        for language in LANGUAGES {
            let project = reading(&files(starter, language, None), DAYS[0]).project;
            assert_eq!(project.language_codes(), [language]);
            for role in project.roles.iter().map(|role| Some(role.id.clone())).chain([None]) {
                let book = handbook(&project, &Audience { role, location: None }, language, DAYS[0]);
                assert!(!book.chapters.is_empty(), "{} {language}", starter.name);
                assert!(markdown(&book).contains(&book.title));
                assert!(html(&book, &Look::default()).contains("</html>"));
            }
        }
    }
}

#[test]
fn no_starter_leaves_a_gap_or_another_language() {
    for starter in STARTERS {
        let lengths: BTreeSet<usize> = LANGUAGES.map(|language| files(starter, language, None).len()).into();
        assert_eq!(lengths.len(), 1);
        for language in LANGUAGES {
            for (name, text) in files(starter, language, None) {
                let place = format!("{}/{name} in {language}", starter.name);
                assert!(text.starts_with("# yaml-language-server: $schema=.etalon/"), "{place}");
                assert_eq!(text.matches('$').count(), 1, "{place} has a name that nothing fills");
                assert!(!text.contains('€') && !text.contains("#:"), "{place}");
                for (other, letters) in LETTERS.into_iter().filter(|(other, _)| *other != language) {
                    let foreign = letters.chars().filter(|letter| {
                        !LETTERS.iter().any(|(own, known)| *own == language && known.contains(*letter))
                    });
                    let found: String =
                        foreign.filter(|letter| text.to_lowercase().contains(*letter)).collect();
                    assert!(found.is_empty(), "{place} has letters of {other}: {found}");
                }
                for line in text.lines() {
                    let key = line.trim_start().trim_start_matches("- ").split(':').next().unwrap();
                    assert!(!LANGUAGES.contains(&key), "{place}: {line}");
                }
            }
        }
    }
}

#[test]
fn what_is_to_be_replaced_comes_with_advice() {
    let own = own_texts();
    let keys: BTreeSet<(&str, &str)> = own.iter().map(|own| (own.key, own.text.as_str())).collect();
    assert_eq!(keys.len(), own.len(), "a text has two pieces of advice");
    for own in &own {
        let starts_small = own.advice.starts_with(|letter: char| letter.is_ascii_lowercase());
        assert!(starts_small && !own.advice.ends_with('.'), "{own:?}");
        assert!(own.text.len() > 8, "{own:?} may stand in anybody's standard");
    }
}
