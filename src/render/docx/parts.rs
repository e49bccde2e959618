//! The small parts around the text: what the file consists of, its properties, settings, header and footer.
//! Must never hold a date of the machine or the name of a user.

use crate::compile::Handbook;

use super::picture;
use super::styles::{StyleIds, W};
use super::text::{culture, field};
use super::xml::Xml;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const LINKS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A part of the text: its path below `word/`, without ending, which is its kind as well.
pub(super) type Part = (&'static str, &'static str, &'static str);
/// The parts that every document has.
pub(super) const OWN: [Part; 2] =
    [("rIdNumbering", "numbering", "numbering"), ("rIdSettings", "settings", "settings")];
/// The parts that a template may bring.
pub(super) const USUAL: [Part; 1] = [("rIdStyles", "styles", "styles")];
/// The parts above and below the text, unless a template has some.
pub(super) const MARGINS: [Part; 2] =
    [("rIdHeader", "header-etalon", "header"), ("rIdFooter", "footer-etalon", "footer")];

/// Which part is of which kind.
pub(super) fn content_types(margins: &[Part], others: &str) -> Vec<u8> {
    let mut file = Xml::file();
    file.element("Types", &[("xmlns", TYPES)], |xml| {
        let of_ending = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("svg", "image/svg+xml"),
        ];
        for (ending, kind) in of_ending {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        xml.own(others);
        let mut part = |path: &str, kind: &str| {
            xml.empty("Override", &[("PartName", path), ("ContentType", kind)]);
        };
        part("/word/document.xml", &format!("{WORD}.document.main+xml"));
        for (_, name, kind) in USUAL.iter().chain(&OWN).chain(margins) {
            part(&format!("/word/{name}.xml"), &format!("{WORD}.{kind}+xml"));
        }
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    });
    file.bytes()
}

/// Which parts the file consists of.
pub(super) fn package_links() -> Vec<u8> {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relationships(
        &[
            ("rId1".to_owned(), format!("{OFFICE}/officeDocument"), "word/document.xml".to_owned(), false),
            ("rId2".to_owned(), core.to_owned(), "docProps/core.xml".to_owned(), false),
            (
                "rId3".to_owned(),
                format!("{OFFICE}/extended-properties"),
                "docProps/app.xml".to_owned(),
                false,
            ),
        ],
        "",
    )
}

/// Which parts and addresses the text refers to.
pub(super) fn document_links(
    parts: &[Part],
    pictures: &[picture::Part],
    links: &[String],
    others: &str,
) -> Vec<u8> {
    let part = |(id, name, kind): &Part| {
        ((*id).to_owned(), format!("{OFFICE}/{kind}"), format!("{name}.xml"), false)
    };
    let mut all: Vec<Relationship> = parts.iter().map(part).collect();
    let picture = |(id, path, _): &picture::Part| {
        ((*id).to_owned(), picture::KIND.to_owned(), (*path).to_owned(), false)
    };
    all.extend(pictures.iter().map(picture));
    let outside = |(at, address): (usize, &String)| {
        (format!("rIdLink{at}"), format!("{OFFICE}/hyperlink"), address.clone(), true)
    };
    all.extend(links.iter().enumerate().map(outside));
    relationships(&all, others)
}

/// An id, a kind, a target, and whether it is outside the file.
type Relationship = (String, String, String, bool);

/// Writes relationships as a part.
fn relationships(all: &[Relationship], others: &str) -> Vec<u8> {
    let mut file = Xml::file();
    file.element("Relationships", &[("xmlns", LINKS)], |xml| {
        xml.own(others);
        all.iter().for_each(|one| link(xml, one));
    });
    file.bytes()
}

fn link(xml: &mut Xml, (id, kind, target, outside): &Relationship) {
    let mut attributes = vec![("Id", id.as_str()), ("Type", kind), ("Target", target)];
    if *outside {
        attributes.push(("TargetMode", "External"));
    }
    xml.empty("Relationship", &attributes);
}

/// Title, subject, author, language, version and the day as of which the handbook was made.
pub(super) fn core(handbook: &Handbook) -> Vec<u8> {
    let mut file = Xml::file();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    file.element("cp:coreProperties", &spaces, |xml| {
        xml.leaf("dc:title", &[], &handbook.title);
        let mut maybe = |tag: &'static str, words: Option<&String>| {
            if let Some(words) = words {
                xml.leaf(tag, &[], words);
            }
        };
        maybe("dc:subject", handbook.audience.as_ref());
        maybe("dc:creator", handbook.company.as_ref());
        maybe("cp:keywords", handbook.edition.as_ref());
        maybe("dc:language", Some(&culture(&handbook.language)));
        maybe("cp:version", handbook.edition.as_ref());
        if let Some(day) = handbook.day {
            for tag in ["dcterms:created", "dcterms:modified"] {
                xml.leaf(tag, &[("xsi:type", "dcterms:W3CDTF")], &format!("{day}T00:00:00Z"));
            }
        }
    });
    file.bytes()
}

/// The program and the company.
pub(super) fn app(handbook: &Handbook) -> Vec<u8> {
    let mut file = Xml::file();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    file.element("Properties", &[("xmlns", space)], |xml| {
        xml.leaf("Application", &[], "etalon");
        if let Some(company) = &handbook.company {
            xml.leaf("Company", &[], company);
        }
    });
    file.bytes()
}

/// How word processors are to treat the file.
pub(super) fn settings(language: &str) -> Vec<u8> {
    let mut file = Xml::file();
    file.element("w:settings", &[("xmlns:w", W)], |xml| {
        xml.own("<w:autoHyphenation/><w:updateFields w:val=\"true\"/><w:compat>");
        let word = "http://schemas.microsoft.com/office/word";
        let newest = [("w:name", "compatibilityMode"), ("w:uri", word), ("w:val", "15")];
        xml.empty("w:compatSetting", &newest);
        xml.own("</w:compat>");
        xml.value("w:themeFontLang", language);
    });
    file.bytes()
}

/// What stands above the text of every page but the cover: what it is, for whom, in which version.
pub(super) fn header(handbook: &Handbook, styles: &StyleIds) -> Vec<u8> {
    let title = [Some(&handbook.title), handbook.audience.as_ref()];
    let title: Vec<&str> = title.into_iter().flatten().map(String::as_str).collect();
    let edition = handbook.edition.as_deref().unwrap_or_default();
    margin("w:hdr", styles.id("Header"), |xml| {
        run(xml, &title.join(" \u{b7} "), &handbook.language);
        xml.own("<w:r><w:tab/></w:r>");
        run(xml, edition, &handbook.language);
    })
}

/// What stands below the text of every page but the cover: whose it is, and which page.
pub(super) fn footer(handbook: &Handbook, styles: &StyleIds) -> Vec<u8> {
    let language = culture(&handbook.language);
    margin("w:ftr", styles.id("Footer"), |xml| {
        run(xml, handbook.company.as_deref().unwrap_or_default(), &handbook.language);
        xml.own("<w:r><w:tab/></w:r>");
        field(xml, " PAGE ", "1", &language);
        run(xml, " / ", &handbook.language);
        field(xml, " NUMPAGES ", "1", &language);
    })
}

fn margin(tag: &'static str, style: &str, inside: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut file = Xml::file();
    file.element(tag, &[("xmlns:w", W)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style));
            inside(xml);
        });
    });
    file.bytes()
}

fn run(xml: &mut Xml, words: &str, language: &str) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| xml.value("w:lang", &culture(language)));
        xml.leaf("w:t", &[("xml:space", "preserve")], words);
    });
}
