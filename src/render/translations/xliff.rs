//! Texts for translators as XLIFF, versions 1.2 and 2.0. Must never let a text become markup.

use roxmltree::{Document, Node};

use super::{Unit, UnitState};
use crate::render::xml::Xml;

const V12: &str = "urn:oasis:names:tc:xliff:document:1.2";
const V20: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// Writes version 1.2.
pub(super) fn write_12(standard: &str, (source, target): (&str, &str), units: &[Unit]) -> Vec<u8> {
    let mut file = Xml::file();
    file.element("xliff", &[("version", "1.2"), ("xmlns", V12)], |xml| {
        let about = [
            ("original", standard),
            ("source-language", source),
            ("target-language", target),
            ("datatype", "plaintext"),
        ];
        xml.element("file", &about, |xml| {
            xml.element("body", &[], |xml| {
                for (at, unit) in units.iter().enumerate() {
                    let id = (at + 1).to_string();
                    let about = [("id", id.as_str()), ("resname", &unit.key), ("xml:space", "preserve")];
                    xml.element("trans-unit", &about, |xml| {
                        xml.leaf("source", &[], &unit.source);
                        let state = match unit.state {
                            UnitState::New => "needs-translation",
                            UnitState::Stale => "needs-review-translation",
                            UnitState::Translated => "translated",
                        };
                        xml.leaf("target", &[("state", state)], unit.target.as_deref().unwrap_or_default());
                    });
                }
            });
        });
    });
    file.bytes()
}

/// Writes version 2.0.
pub(super) fn write_20(standard: &str, (source, target): (&str, &str), units: &[Unit]) -> Vec<u8> {
    let mut file = Xml::file();
    let about = [("version", "2.0"), ("xmlns", V20), ("srcLang", source), ("trgLang", target)];
    file.element("xliff", &about, |xml| {
        xml.element("file", &[("id", "standard"), ("original", standard)], |xml| {
            for (at, unit) in units.iter().enumerate() {
                let id = format!("u{}", at + 1);
                xml.element("unit", &[("id", &id), ("name", &unit.key)], |xml| {
                    let state = match (unit.state, &unit.target) {
                        (UnitState::Translated, Some(_)) => "translated",
                        _ => "initial",
                    };
                    xml.element("segment", &[("state", state)], |xml| {
                        xml.leaf("source", &[("xml:space", "preserve")], &unit.source);
                        if let Some(target) = &unit.target {
                            xml.leaf("target", &[("xml:space", "preserve")], target);
                        }
                    });
                });
            }
        });
    });
    file.bytes()
}

/// Reads either version.
pub(super) fn read(bytes: &[u8]) -> Option<(String, Vec<Unit>)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let document = Document::parse(text.trim_start_matches('\u{feff}')).ok()?;
    let root = document.root_element();
    let (space, unit, name, language) = match root.tag_name().namespace()? {
        V12 => {
            let file = root.descendants().find(|node| node.has_tag_name((V12, "file")))?;
            (V12, "trans-unit", "resname", file.attribute("target-language")?)
        }
        V20 => (V20, "unit", "name", root.attribute("trgLang")?),
        _ => return None,
    };
    let units = root.descendants().filter(|node| node.has_tag_name((space, unit)));
    let units = units.filter_map(|node| {
        let words = |name: &str| {
            let parts = node.descendants().filter(|part| part.has_tag_name((space, name)));
            parts.map(said).collect::<String>()
        };
        let target = Some(words("target")).filter(|target| !target.trim().is_empty());
        let state = if target.is_some() { UnitState::Translated } else { UnitState::New };
        Some(Unit { key: node.attribute(name)?.to_owned(), source: words("source"), target, state })
    });
    Some((language.to_owned(), units.collect()))
}

// The words of an element, whatever marks a tool has put around them.
fn said(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}
