//! Handbook -> a document for word processors, with styles, contents and links of their own kinds, so that it can be
//! edited and given the look of a company. Must never let a text of the handbook become markup.

mod block;
mod flow;
mod front;
mod numbering;
mod package;
mod parts;
mod styles;
mod table;
mod text;
mod xml;

use std::collections::BTreeMap;

use crate::compile::{Chapter, Handbook, Section};
use crate::render::look::Look;
use crate::render::places::Places;

use block::{Place, blocks};
use numbering::HEADINGS;
use styles::{StyleIds, W};
use text::{Paragraph, Text, culture};
use xml::Xml;

/// Writes a handbook as a document for word processors (Office Open XML).
pub fn docx(handbook: &Handbook, look: &Look) -> Vec<u8> {
    let language = culture(&handbook.language);
    let ids = StyleIds::default();
    let mut text = Text::new(&handbook.furniture, Places::of(handbook), &handbook.language, &ids);
    let [cover, contents, page] = pages();
    front::cover(&mut text, handbook);
    text.end_part(&cover);
    if !handbook.chapters.is_empty() {
        front::contents(&mut text, handbook);
        text.end_part(&contents);
    }
    handbook.chapters.iter().for_each(|found| chapter(&mut text, found));
    let Text { xml, links, lists, .. } = text;
    let mut parts = BTreeMap::from([
        (package::CONTENT_TYPES.to_owned(), parts::content_types()),
        ("_rels/.rels".to_owned(), parts::package_links()),
        ("docProps/core.xml".to_owned(), parts::core(handbook)),
        ("docProps/app.xml".to_owned(), parts::app(handbook)),
        ("word/_rels/document.xml.rels".to_owned(), parts::document_links(&links)),
        ("word/settings.xml".to_owned(), parts::settings(&language)),
        ("word/styles.xml".to_owned(), styles::styles(look, &language).into_bytes()),
        ("word/header.xml".to_owned(), parts::header(handbook, &ids)),
        ("word/footer.xml".to_owned(), parts::footer(handbook, &ids)),
    ]);
    parts.insert("word/numbering.xml".to_owned(), lists_part(&lists));
    parts.insert("word/document.xml".to_owned(), document(&xml.finish(), &page));
    package::pack(&parts)
}

const MARGINS: &str = "<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>\
    <w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>";
const SHEET: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1361\" w:right=\"1134\" \
    w:bottom=\"1247\" w:left=\"1134\" w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/>";
const COLUMNS: &str = "<w:cols w:num=\"2\" w:space=\"454\"/>";

// The pages of the cover, of the contents and of the text.
fn pages() -> [String; 3] {
    [
        format!("<w:sectPr>{MARGINS}{SHEET}<w:titlePg/></w:sectPr>"),
        format!("<w:sectPr>{MARGINS}{SHEET}{COLUMNS}</w:sectPr>"),
        format!("<w:sectPr>{MARGINS}{SHEET}</w:sectPr>"),
    ]
}

fn document(body: &str, page: &str) -> Vec<u8> {
    let mut file = Xml::file();
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    file.element("w:document", &[("xmlns:w", W), ("xmlns:r", links)], |xml| {
        xml.element("w:body", &[], |xml| {
            xml.own(body);
            xml.own(page);
        });
    });
    file.bytes()
}

fn lists_part(lists: &[text::List]) -> Vec<u8> {
    let (kinds, uses) = numbering::numbering(lists, 0);
    let mut file = Xml::file();
    file.element("w:numbering", &[("xmlns:w", W)], |xml| {
        xml.own(&kinds);
        xml.own(&uses);
    });
    file.bytes()
}

fn chapter(text: &mut Text, chapter: &Chapter) {
    heading(text, "Heading1", 0, &chapter.anchor, &chapter.title);
    blocks(text, &chapter.lead, Place::default());
    chapter.sections.iter().for_each(|found| section(text, found));
}

fn section(text: &mut Text, section: &Section) {
    heading(text, "Heading2", 1, &section.anchor, &section.title);
    blocks(text, &section.blocks, Place::default());
}

fn heading(text: &mut Text, style: &'static str, level: usize, anchor: &str, title: &str) {
    let number = Some((text.fixed_list(HEADINGS), level));
    let shape = Paragraph { style, number, anchor: Some(anchor), ..Paragraph::default() };
    text.paragraph(shape, |text| text.words(title));
}
