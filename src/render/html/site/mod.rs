//! Site -> a page for each chapter, with ways by role and by situation, that work from a folder without a server.
//! Must never ask anybody for anything: style, script and index lie beside the pages.

mod index;
mod shell;

use std::collections::BTreeMap;

use crate::compile::{Handbook, Site};
use crate::render::look::Look;
use crate::render::places::Places;

use super::page::Page;

/// Writes the pages of a site, each under its path below the folder of the language.
pub fn site(site: &Site, look: &Look) -> BTreeMap<String, Vec<u8>> {
    let whole = site.whole();
    let places = Places::of(&whole);
    let mut files = BTreeMap::new();
    let mut page = Page::of_chapter(&whole.furniture, &places, shell::START);
    shell::start(&mut page, site, look);
    files.insert(format!("{}.html", shell::START), page.finish().into_bytes());
    for (at, chapter) in whole.chapters.iter().enumerate() {
        let mut page = Page::of_chapter(&whole.furniture, &places, &chapter.anchor);
        let beside = |at: Option<usize>| at.and_then(|at| whole.chapters.get(at));
        // Ways are no text to be read on from.
        let in_text = at < site.handbook.chapters.len();
        let before = beside(at.checked_sub(1)).filter(|_| in_text);
        let after = beside(Some(at + 1)).filter(|_| at + 1 < site.handbook.chapters.len());
        let number = if in_text { (at + 1).to_string() } else { super::NO_NUMBER.to_owned() };
        shell::chapter(&mut page, site, look, (chapter, &number), (before, after));
        files.insert(format!("{}.html", chapter.anchor), page.finish().into_bytes());
    }
    if let Some(now) = &whole.now {
        let mut page = Page::of_chapter(&whole.furniture, &places, shell::NOW);
        shell::now(&mut page, site, look, now);
        files.insert(format!("{}.html", shell::NOW), page.finish().into_bytes());
    }
    files.insert("index.js".to_owned(), index::index(site, &places).into_bytes());
    files.insert(WHOLE.to_owned(), super::html(&whole, look).into_bytes());
    files
}

/// The page that holds everything.
const WHOLE: &str = "handbook.html";

/// Writes what the languages of a site share: style, script, and a first page to choose the language.
pub fn site_around(handbook: &Handbook, languages: &[(String, String)]) -> BTreeMap<String, Vec<u8>> {
    let style = concat!(
        include_str!("../style.css"),
        include_str!("../print.css"),
        include_str!("../now.css"),
        include_str!("site.css")
    );
    let script = concat!(include_str!("../endings.js"), include_str!("../page.js"));
    let places = Places::default();
    let mut page = Page::new(&handbook.furniture, &places);
    shell::languages_page(&mut page, handbook, languages);
    BTreeMap::from([
        ("style.css".to_owned(), style.as_bytes().to_vec()),
        ("now.js".to_owned(), super::now::SCRIPT.as_bytes().to_vec()),
        ("page.js".to_owned(), script.as_bytes().to_vec()),
        ("index.html".to_owned(), page.finish().into_bytes()),
    ])
}
