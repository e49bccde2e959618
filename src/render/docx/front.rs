//! The cover and the contents: written out, inside the field that computes them anew with the numbers of pages.
//! Must never show a field that is not filled, nor a number of a page, which only the word processor knows.

use crate::compile::{Chapter, Handbook};

use super::block::{Place, blocks, facts};
use super::text::{Paragraph, Text};

/// Writes the cover.
pub(super) fn cover(text: &mut Text, handbook: &Handbook) {
    let of = |style: &'static str| Paragraph { style, ..Paragraph::default() };
    text.paragraph(of("Company"), |text| text.words(handbook.company.as_deref().unwrap_or_default()));
    text.paragraph(of("Title"), |text| text.words(&handbook.title));
    if let Some(audience) = &handbook.audience {
        text.paragraph(of("Subtitle"), |text| text.words(audience));
    }
    let said = Place { frame: "CoverText", ..Place::default() };
    blocks(text, &handbook.cover, said);
    facts(text, &handbook.imprint, Place::default());
    if !handbook.address.is_empty() {
        text.gap();
        blocks(text, &handbook.address, said);
    }
}

/// Writes the contents.
pub(super) fn contents(text: &mut Text, handbook: &Handbook) {
    text.element("w:sdt", &[], |text| {
        text.xml.own(
            "<w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>\
             </w:docPartObj></w:sdtPr>",
        );
        text.element("w:sdtContent", &[], |text| {
            let heading = Paragraph { style: "TOCHeading", ..Paragraph::default() };
            text.paragraph(heading, |text| text.words(&text.furniture.contents));
            let mut first = true;
            for (at, chapter) in handbook.chapters.iter().enumerate() {
                entries(text, chapter, at + 1, &mut first);
            }
            text.paragraph(Paragraph::default(), |text| {
                text.xml.own("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            });
        });
    });
}

const FIELD: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
    <w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

fn entries(text: &mut Text, chapter: &Chapter, number: usize, first: &mut bool) {
    entry(text, "TOC1", &number.to_string(), &chapter.anchor, &chapter.title, first);
    for (at, section) in chapter.sections.iter().enumerate() {
        let number = format!("{number}.{}", at + 1);
        entry(text, "TOC2", &number, &section.anchor, &section.title, first);
    }
}

fn entry(text: &mut Text, style: &'static str, number: &str, anchor: &str, title: &str, first: &mut bool) {
    text.paragraph(Paragraph { style, ..Paragraph::default() }, |text| {
        if std::mem::take(first) {
            text.xml.own(FIELD);
        }
        text.reference(anchor, |text| {
            text.words(number);
            text.tab();
            text.words(title);
        });
    });
}
