//! Handbook -> a document for word processors, with styles, contents and links of their own kinds, so that it can be
//! edited and given the look of a company. Must never let a text of the handbook become markup.

mod block;
mod flow;
mod front;
mod numbering;
mod parts;
mod picture;
mod styles;
mod table;
mod template;
mod text;

use crate::compile::{Chapter, Handbook, Section};
use crate::render::look::Look;
use crate::render::package;
use crate::render::places::Places;
use crate::render::xml;

use block::{Place, blocks};
use numbering::HEADINGS;
use styles::W;
use template::Template;
use text::{Paragraph, Text, culture};
use xml::Xml;

/// Writes a handbook as a document for word processors (Office Open XML).
pub fn docx(handbook: &Handbook, look: &Look) -> Vec<u8> {
    let language = culture(&handbook.language);
    let ours = styles::styles(look, &language);
    let template = look.template.as_ref().and_then(|bytes| template::read(bytes, &ours));
    let template = template.unwrap_or_else(|| Template::usual(ours));
    let pictures = picture::parts(look);
    let mut text = Text::new(handbook, Places::of(handbook), &template);
    written(&mut text, handbook, look, &pictures);
    let Text { xml, links, lists, .. } = text;
    let own_margins = template.margins();
    let margins = if own_margins { &parts::MARGINS[..] } else { &[] };
    let usual = if own_margins && template.links.is_empty() { &parts::USUAL[..] } else { &[] };
    let named = [usual, &parts::OWN, margins].concat();
    let body = document(&xml.finish(), &template.page);
    let mut files = template.parts;
    let mut add = |path: &str, content: Vec<u8>| files.insert(path.to_owned(), content);
    add(package::CONTENT_TYPES, parts::content_types(margins, &template.types));
    add("_rels/.rels", parts::package_links());
    add("docProps/core.xml", parts::core(handbook));
    add("docProps/app.xml", parts::app(handbook));
    add("word/document.xml", body);
    add("word/_rels/document.xml.rels", parts::document_links(&named, &pictures, &links, &template.links));
    add("word/settings.xml", parts::settings(&language));
    add("word/numbering.xml", numbering::part(&lists, &template.lists, template.first_list));
    if own_margins {
        add("word/header-etalon.xml", parts::header(handbook, &template.ids));
        add("word/footer-etalon.xml", parts::footer(handbook, &template.ids));
    }
    for (_, path, content) in pictures {
        add(&format!("word/{path}"), content);
    }
    package::pack(&files)
}

/// Whether some bytes are a document that handbooks can take styles and pages from.
pub fn is_template(bytes: &[u8]) -> bool {
    template::read(bytes, &styles::styles(&Look::default(), "en")).is_some()
}

fn written(text: &mut Text, handbook: &Handbook, look: &Look, pictures: &[picture::Part]) {
    picture::logo(text, look, pictures, handbook.company.as_deref().unwrap_or_default());
    front::cover(text, handbook);
    text.end_part(0);
    if !handbook.chapters.is_empty() {
        front::contents(text, handbook);
        text.end_part(1);
    }
    handbook.chapters.iter().for_each(|found| chapter(text, found));
}

fn document(body: &str, page: &str) -> Vec<u8> {
    let mut file = Xml::file();
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    let names = [("xmlns:w", W), ("xmlns:r", links), ("xmlns:wp", drawing)];
    file.element("w:document", &names, |xml| {
        xml.element("w:body", &[], |xml| {
            xml.own(body);
            xml.own(page);
        });
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
    let number = (!text.styles.numbered).then(|| (text.fixed_list(HEADINGS), level));
    let shape = Paragraph { style, number, anchor: Some(anchor), ..Paragraph::default() };
    text.paragraph(shape, |text| text.words(title));
}
