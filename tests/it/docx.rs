//! The document for word processors: sound XML in the order that the format wants, every word, and words only.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use etalon::compile::{Audience, Handbook, handbook};
use etalon::render::{Look, docx};
use roxmltree::{Document, Node};

use crate::handbook::{EXAMPLES, TODAY, example, said};
use crate::samples::{empty, poisoned, polish, russian};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The order in which the format wants the children of some elements.
const ORDERS: [(&str, &[&str]); 7] = [
    ("settings", &["autoHyphenation", "updateFields", "compat", "themeFontLang"]),
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "widowControl",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "spacing",
            "ind",
            "contextualSpacing",
            "jc",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    (
        "rPr",
        &["rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "sz", "szCs", "u", "shd", "lang"],
    ),
    (
        "tblPr",
        &["tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"],
    ),
    ("sectPr", &["headerReference", "footerReference", "pgSz", "pgMar", "cols", "titlePg"]),
    ("lvl", &["start", "numFmt", "lvlText", "lvlJc", "pPr"]),
    ("style", &["name", "basedOn", "next", "uiPriority", "qFormat", "pPr", "rPr", "tblPr", "tblStylePr"]),
];

fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        let name = part.name().unwrap().into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            part.read_to_string(&mut text).unwrap();
        }
        parts.insert(name, text);
    }
    parts
}

/// Checks the file and returns its words, one paragraph per line.
fn assert_sound(handbook: &Handbook) -> String {
    let parts = assert_sound_file(&docx(handbook, &Look::default()));
    words(&Document::parse(&parts["word/document.xml"]).unwrap())
}

fn assert_sound_file(file: &[u8]) -> BTreeMap<String, String> {
    let parts = parts(file);
    for (name, text) in parts.iter().filter(|(_, text)| !text.is_empty()) {
        let tree = Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        tree.descendants().for_each(|node| assert_ordered(name, node));
    }
    let text = Document::parse(&parts["word/document.xml"]).unwrap();
    assert_links(&parts, &text);
    assert_styles(&parts, &text);
    parts
}

fn assert_ordered(name: &str, node: Node<'_, '_>) {
    let Some((_, order)) = ORDERS.iter().find(|(tag, _)| node.has_tag_name((W, *tag))) else { return };
    let rank = |child: Node<'_, '_>| {
        let tag = child.tag_name().name().to_owned();
        order.iter().position(|known| *known == tag).unwrap_or_else(|| panic!("{name}: `{tag}` in {order:?}"))
    };
    let ranks: Vec<usize> = node.children().filter(Node::is_element).map(rank).collect();
    assert!(ranks.is_sorted(), "{name}: {ranks:?} in {order:?}");
}

fn value<'a>(node: Node<'a, '_>, key: &str) -> Option<&'a str> {
    node.attribute((W, key))
}

fn assert_links(parts: &BTreeMap<String, String>, text: &Document<'_>) {
    let links = Document::parse(&parts["word/_rels/document.xml.rels"]).unwrap();
    let mut ids = BTreeSet::new();
    for link in links.descendants().filter(|node| node.has_tag_name("Relationship")) {
        assert!(ids.insert(link.attribute("Id").unwrap().to_owned()));
        let target = link.attribute("Target").unwrap();
        match link.attribute("TargetMode") {
            Some(_) => assert!(!target.starts_with("javascript:"), "{target}"),
            None => assert!(parts.contains_key(&format!("word/{target}")), "{target}"),
        }
    }
    let of = |tag: &str, key: &str| -> Vec<String> {
        let nodes = text.descendants().filter(|node| node.has_tag_name((W, tag)));
        nodes.filter_map(|node| value(node, key)).map(str::to_owned).collect()
    };
    let names = of("bookmarkStart", "name");
    let unique: BTreeSet<&String> = names.iter().collect();
    assert_eq!(unique.len(), names.len(), "names of places are unique");
    assert!(names.iter().all(|name| name.len() <= 40));
    of("hyperlink", "anchor").iter().for_each(|anchor| assert!(unique.contains(anchor), "{anchor}"));
    for link in text.descendants().filter(|node| node.has_tag_name((W, "hyperlink"))) {
        let outside = link.attributes().find(|attribute| attribute.name() == "id");
        outside.iter().for_each(|id| assert!(ids.contains(id.value())));
    }
    let lists = Document::parse(&parts["word/numbering.xml"]).unwrap();
    let known: BTreeSet<String> = lists
        .descendants()
        .filter(|node| node.has_tag_name((W, "num")))
        .filter_map(|node| value(node, "numId").map(str::to_owned))
        .collect();
    of("numId", "val").iter().for_each(|list| assert!(known.contains(list), "list {list}"));
}

fn assert_styles(parts: &BTreeMap<String, String>, text: &Document<'_>) {
    let styles = Document::parse(&parts["word/styles.xml"]).unwrap();
    let known: BTreeSet<&str> = styles
        .descendants()
        .filter(|node| node.has_tag_name((W, "style")))
        .filter_map(|node| value(node, "styleId"))
        .collect();
    for node in text.descendants() {
        if ["pStyle", "rStyle", "tblStyle"].iter().any(|tag| node.has_tag_name((W, *tag))) {
            let style = value(node, "val").unwrap();
            assert!(known.contains(style), "style {style}");
        }
        if node.has_tag_name((W, "tr")) {
            assert!(node.children().filter(|child| child.has_tag_name((W, "tc"))).count() > 0);
        }
        if node.has_tag_name((W, "tc")) {
            let last = node.last_element_child().unwrap();
            assert!(last.has_tag_name((W, "p")), "a cell ends with a paragraph");
        }
    }
}

fn words(text: &Document<'_>) -> String {
    let mut all = String::new();
    for node in text.descendants() {
        match node.tag_name().name() {
            "t" => all.push_str(node.text().unwrap_or_default()),
            "p" => all.push('\n'),
            "tab" | "br" => all.push(' '),
            _ => {}
        }
    }
    all
}

#[test]
fn rich_and_empty_handbooks_are_sound() {
    for handbook in [russian(), polish(), empty()] {
        let text = assert_sound(&handbook);
        assert!(text.contains(&handbook.title));
        assert!(text.contains(handbook.audience.as_deref().unwrap_or_default()));
    }
}

#[test]
fn the_same_handbook_gives_the_same_bytes() {
    let look = Look::default();
    assert_eq!(docx(&russian(), &look), docx(&russian(), &look));
}

#[test]
fn every_word_of_the_examples_is_there() {
    for name in EXAMPLES {
        let project = example(name);
        for language in project.language_codes() {
            let book = handbook(&project, &Audience::default(), language, TODAY);
            let all = without_numbers(&assert_sound(&book), &book.furniture.see);
            for line in said(&book).lines() {
                let line = line.replace("->", "|");
                let pieces = line.split(['|', '/', ':']);
                for piece in pieces.map(|piece| piece.replace("(mine)", "").replace(['>', '-'], "")) {
                    let wanted: String = piece.split_whitespace().collect();
                    assert!(
                        all.replace('-', "").contains(&wanted) || piece.trim().parse::<usize>().is_ok(),
                        "{name} in {language}: `{piece}` of `{line}`"
                    );
                }
            }
        }
    }
}

/// The words without white space and without the numbers of places behind references.
fn without_numbers(text: &str, see: &str) -> String {
    let before = format!(" ({see} ");
    let mut pieces = text.split(before.as_str());
    let mut all = pieces.next().unwrap().to_owned();
    pieces.for_each(|piece| all.push_str(piece.split_once(')').unwrap().1));
    all.split_whitespace().collect()
}

#[test]
fn text_never_becomes_markup() {
    let nasty = "</w:t></w:r><w:r><w:fldChar/>\"'&amp;<!--\u{1}\u{8}]]>{{ 7*7 }}\u{FFFE} DDEAUTO";
    let clean: String =
        nasty.chars().filter(|letter| !matches!(letter, '\u{1}' | '\u{8}' | '\u{FFFE}')).collect();
    let text = assert_sound(&poisoned(nasty));
    assert!(text.contains(&clean), "{text}");
    let mut handbook = poisoned(nasty);
    handbook.edition = Some(nasty.to_owned());
    handbook.language = nasty.to_owned();
    assert_sound(&handbook);
}

#[test]
fn a_template_gives_its_styles_and_pages() {
    let mut company = Look { accent: "B02A1E".to_owned(), ..Look::default() };
    let template = docx(&russian(), &company);
    company.template = Some(template);
    let file = docx(&polish(), &Look { template: company.template.clone(), ..Look::default() });
    let parts = assert_sound_file(&file);
    assert!(parts["word/styles.xml"].contains("B02A1E"));
    assert!(parts["word/document.xml"].contains(&polish().title));
    assert!(!parts["word/document.xml"].contains(&russian().title));
    assert!(etalon::render::is_template(&file));
    assert!(!etalon::render::is_template(b"PK\x03\x04 nothing"));
}

#[test]
fn a_logo_stands_on_the_cover() {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10"/></svg>"#;
    let logo = etalon::render::Picture::of(svg.to_vec());
    assert_eq!(logo.as_ref().map(|logo| logo.ratio), Some(3.0));
    let file = docx(&polish(), &Look { logo, ..Look::default() });
    let parts = assert_sound_file(&file);
    assert!(parts.contains_key("word/media/logo.svg"));
    assert!(parts["word/document.xml"].contains("<w:drawing>"));
    assert!(etalon::render::Picture::of(b"<html/>".to_vec()).is_none());
    assert!(etalon::render::Picture::of(b"\x89PNG\r\n\x1a\n".to_vec()).is_none());
}

#[test]
fn headings_lists_and_tables_are_real() {
    let parts = parts(&docx(&polish(), &Look::default()));
    let text = Document::parse(&parts["word/document.xml"]).unwrap();
    let count = |tag: &str, key: &str, wanted: &str| {
        let nodes = text.descendants().filter(|node| node.has_tag_name((W, tag)));
        nodes.filter(|node| value(*node, key) == Some(wanted)).count()
    };
    assert_eq!(count("pStyle", "val", "Heading1"), polish().chapters.len());
    assert_eq!(count("pStyle", "val", "TOC1"), polish().chapters.len());
    assert!(text.descendants().any(|node| node.has_tag_name((W, "tblHeader"))));
    assert!(count("lang", "val", "pl-PL") > 50);
    assert!(parts["docProps/core.xml"].contains(&polish().title));
    assert!(parts["word/header-etalon.xml"].contains(polish().edition.as_deref().unwrap()));
}
