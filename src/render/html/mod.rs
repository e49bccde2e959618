//! Handbook -> one HTML page that needs nothing but itself: no request, no server, no script to be read.
//! Must never let a text of the handbook become markup.

mod block;
mod brand;
mod charter;
mod drawing;
mod flow;
mod inline;
mod now;
mod page;
mod quiz;
mod shell;
mod site;
mod table;
mod week;

use crate::compile::{Chapter, Handbook, Section};
use crate::render::look::Look;
use crate::render::places::Places;

#[cfg(feature = "pdf")]
pub(in crate::render) use drawing::picture;

pub use charter::charter;
pub use quiz::quiz;
pub use site::{site, site_around};

use block::{Level, blocks};
use page::Page;

/// Writes a handbook as a self-contained HTML page.
pub fn html(handbook: &Handbook, look: &Look) -> String {
    let places = Places::of(handbook);
    let mut page = Page::new(&handbook.furniture, &places);
    shell::shell(&mut page, handbook, look, |page| {
        handbook.now.iter().for_each(|now| now::folded(page, now));
        for (at, found) in handbook.chapters.iter().enumerate() {
            chapter(page, found, &(at + 1).to_string());
        }
    });
    page.finish()
}

/// What stands before the heading of a chapter that has no number.
const NO_NUMBER: &str = "#";

// A chapter without a number has none on its sections either.
fn chapter(page: &mut Page, chapter: &Chapter, number: &str) {
    let id = page.claim(&chapter.anchor);
    page.element("section", &[("class", "chapter"), ("id", &id)], |page| {
        heading(page, Level::Chapter, &chapter.anchor, number, &chapter.title);
        page.element("div", &[("class", "lead")], |page| blocks(page, &chapter.lead, Level::Section));
        for (at, found) in chapter.sections.iter().enumerate() {
            let number = if number == NO_NUMBER { number.to_owned() } else { format!("{number}.{}", at + 1) };
            section(page, found, &number);
        }
    });
}

fn section(page: &mut Page, section: &Section, number: &str) {
    let id = page.claim(&section.anchor);
    page.element("section", &[("class", "section"), ("id", &id)], |page| {
        heading(page, Level::Section, &section.anchor, number, &section.title);
        blocks(page, &section.blocks, Level::Inside);
    });
}

// The number is the link to the place itself, so that no further word is needed.
fn heading(page: &mut Page, level: Level, anchor: &str, number: &str, title: &str) {
    let target = page.target(anchor);
    page.element(level.tag(), &[], |page| {
        page.leaf("a", &[("class", "self"), ("href", &target)], number);
        page.text(" ");
        page.text(title);
    });
}
