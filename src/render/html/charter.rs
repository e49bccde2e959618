//! The charter as a page for customers, with what search engines read of it.
//! Must never let a text end the script that holds the data.

use crate::compile::Charter;
use crate::render::look::Look;
use crate::render::places::Places;

use super::page::Page;
use super::{chapter, shell};

/// Writes a charter.
pub fn charter(charter: &Charter, look: &Look) -> String {
    let places = Places::of(&charter.book);
    let mut page = Page::new(&charter.book.furniture, &places);
    shell::shell(&mut page, &charter.book, look, |page| {
        for (at, found) in charter.book.chapters.iter().enumerate() {
            chapter(page, found, &(at + 1).to_string());
        }
        page.element("script", &[("type", "application/ld+json")], |page| page.json(&charter.data));
    });
    page.finish()
}
