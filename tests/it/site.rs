//! The site: every link leads somewhere, nothing is fetched, text stays text, and forms of a word are found.

use std::collections::BTreeMap;
use std::path::Path;

use etalon::compile::{Audience, Common, Site, site};
use etalon::render::{Look, site as pages, site_around};
use etalon::resolve::{Entrance, Project, read as read_project};
use etalon::source::DiskWorld;

use crate::html::{Seen, read};

fn example(name: &str) -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    let world = DiskWorld::new(folder, "2026-11-20".parse().unwrap());
    read_project(&world, &Entrance::Folder(String::new())).unwrap().project
}

fn made(project: &Project, language: &str) -> Site {
    let common = Common::of(project, language, "2026-11-20".parse().unwrap());
    site(&common, &Audience::default(), &project.language_codes())
}

fn seen(site: &Site) -> BTreeMap<String, Seen> {
    let files = pages(site, &Look::default());
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, page)| (path.clone(), read(std::str::from_utf8(page).unwrap()))).collect()
}

#[test]
fn every_link_of_a_site_leads_somewhere_inside() {
    for (name, language) in [("appliance-shop", "pl"), ("appliance-shop", "en"), ("pharmacy", "ru")] {
        let pages = seen(&made(&example(name), language));
        assert!(pages.len() > 30, "a page for each chapter, role and dimension");
        for (path, page) in &pages {
            for (key, value) in &page.attributes {
                assert!(!key.starts_with("on"), "{path}: no script in attributes");
                if key == "src" {
                    assert!(["../page.js", "index.js"].contains(&value.as_str()), "{path} fetches {value}");
                }
                if key != "href" || value.contains(':') || value.starts_with("../") {
                    continue;
                }
                let (file, hash) = value.split_once('#').unwrap_or((value, ""));
                let target = pages.get(if file.is_empty() { path.as_str() } else { file });
                let target = target.unwrap_or_else(|| panic!("{path} leads to {value}"));
                let there =
                    hash.is_empty() || hash.starts_with('_') || target.ids.iter().any(|id| id == hash);
                assert!(there, "{path} leads to {value}");
            }
        }
    }
}

#[test]
fn roles_and_situations_lead_to_what_concerns_them() {
    let site = made(&example("appliance-shop"), "en");
    let technician = site.roles.iter().find(|role| role.title == "Technician").unwrap();
    let said = format!("{technician:?}");
    assert!(said.contains("roles-technician"), "{said}");
    assert!(!said.contains("roles-store-manager"), "duties of others are not the reader's");
    let channel = site.situations.iter().find(|chapter| chapter.anchor == "when-channel").unwrap();
    assert!(channel.sections.iter().all(|section| !section.blocks.is_empty()));
    assert!(format!("{channel:?}").contains("scripts-"));
}

#[test]
fn text_never_becomes_markup_in_a_site() {
    let nasty = r#"</title></script><script>alert(1)</script>"'&amp;"#;
    let site = made(&example("appliance-shop"), "en");
    let mut poisoned = site.clone();
    poisoned.handbook = crate::samples::poisoned(nasty);
    poisoned.words.start = nasty.to_owned();
    poisoned.languages = vec![(nasty.to_owned(), nasty.to_owned()), ("en".to_owned(), nasty.to_owned())];
    poisoned.roles.iter_mut().for_each(|role| role.title = nasty.to_owned());
    for (path, page) in seen(&poisoned) {
        let scripts = page.attributes.iter().filter(|(key, _)| key == "src").count();
        assert!(scripts <= 2 && page.text.contains("alert(1)"), "{path}");
    }
    for (path, file) in site_around(&poisoned.handbook, &poisoned.languages) {
        if path.ends_with(".html") {
            assert!(!read(std::str::from_utf8(&file).unwrap()).elements.contains("script"));
        }
    }
}

/// The part of a word that its forms share, from the tables that the page searches with.
fn stem(word: &str, language: &str) -> String {
    let tables = include_str!("../../src/render/html/endings.js");
    let table = |name: &str| {
        let line = tables.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        line.split('"').nth(1).unwrap().to_owned()
    };
    let (from, to) = (table("const FOLD_FROM"), table("const FOLD_TO"));
    assert_eq!(from.chars().count(), to.chars().count());
    let fold =
        |letter: char| from.chars().zip(to.chars()).find(|(from, _)| *from == letter).map_or(letter, |f| f.1);
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).map(fold).collect();
    let all = table(&format!("{language}:"));
    let endings = all.split(' ').map(|ending| ending.split_once('>').unwrap_or((ending, "")));
    let mut found = endings.filter(|(end, _)| {
        let end: Vec<char> = end.chars().collect();
        word.len() >= end.len() + 3 && word.ends_with(&end)
    });
    let (cut, put) = found.next().map_or((0, ""), |(end, put)| (end.chars().count(), put));
    let mut short: Vec<char> = word[..word.len() - cut].iter().copied().chain(put.chars()).collect();
    if short.len() > 3 && short.last() == short.iter().rev().nth(1) {
        short.pop();
    }
    short.into_iter().collect()
}

#[test]
fn the_forms_of_a_word_share_a_stem() {
    for language in ["en", "ru", "pl", "lv"] {
        let path = format!("{}/tests/fixtures/forms/{language}.txt", env!("CARGO_MANIFEST_DIR"));
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let stems: Vec<String> = line.split(' ').map(|word| stem(word, language)).collect();
            assert!(stems.windows(2).all(|two| two[0] == two[1]), "{language}: {line}: {stems:?}");
        }
    }
}
