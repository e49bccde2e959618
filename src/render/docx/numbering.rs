//! What numbers headings, lists and steps. Must never number by written digits: numbers follow when text moves.

use super::styles::W;
use super::text::List;
use super::xml::Xml;

/// The list that numbers headings.
pub(super) const HEADINGS: usize = 1;
/// The list of points without order.
pub(super) const BULLETS: usize = 2;
/// The first of the lists that count anew each time.
pub(super) const FIRST: usize = 3;

/// How far a level of a list stands further to the right, in twentieths of a point.
pub(super) const LEVEL: usize = 360;

const KINDS: usize = 4;
const SIGNS: [&str; 3] = ["•", "–", "◦"];

/// The part that defines the lists of a document, with those of a template around them.
pub(super) fn part(lists: &[List], theirs: &[String; 3], offset: usize) -> Vec<u8> {
    let (kinds, uses) = numbering(lists, offset);
    let [before, between, behind] = theirs;
    if before.is_empty() {
        let mut file = Xml::file();
        file.element("w:numbering", &[("xmlns:w", W)], |xml| {
            xml.own(&kinds);
            xml.own(&uses);
        });
        return file.bytes();
    }
    [before.as_str(), &kinds, between, &uses, behind].concat().into_bytes()
}

/// The definitions of the lists of a document. `offset` is what a template's own definitions take up.
fn numbering(lists: &[List], offset: usize) -> (String, String) {
    let (mut kinds, mut uses) = (Xml::default(), Xml::default());
    for kind in 0..KINDS {
        let id = (kind + offset).to_string();
        kinds.element("w:abstractNum", &[("xmlns:w", W), ("w:abstractNumId", &id)], |xml| {
            xml.value("w:multiLevelType", "multilevel");
            (0..9).for_each(|at| level(xml, kind, at));
        });
    }
    for (at, kind) in [0, 1].into_iter().enumerate() {
        list(&mut uses, at + 1 + offset, kind + offset, None);
    }
    for (at, found) in lists.iter().enumerate() {
        let kind = if found.steps { 3 } else { 2 };
        list(&mut uses, at + FIRST + offset, kind + offset, Some(*found));
    }
    (kinds.finish(), uses.finish())
}

fn list(xml: &mut Xml, id: usize, kind: usize, restart: Option<List>) {
    xml.element("w:num", &[("xmlns:w", W), ("w:numId", &id.to_string())], |xml| {
        xml.value("w:abstractNumId", &kind.to_string());
        if let Some(List { level, start, .. }) = restart {
            xml.element("w:lvlOverride", &[("w:ilvl", &level.min(8).to_string())], |xml| {
                xml.value("w:startOverride", &start.to_string());
            });
        }
    });
}

fn level(xml: &mut Xml, kind: usize, at: usize) {
    let (format, words) = match kind {
        0 => ("decimal", (1..=at + 1).map(|level| format!("%{level}")).collect::<Vec<_>>().join(".")),
        1 => ("bullet", SIGNS.get(at % 3).copied().unwrap_or("•").to_owned()),
        2 => ("decimal", format!("%{}.", at + 1)),
        _ => ("decimal", format!("%{}", at + 1)),
    };
    let (left, hanging) = match kind {
        0 => {
            ([624, 794, 964].get(at).copied().unwrap_or(964), [624, 794, 964].get(at).copied().unwrap_or(964))
        }
        3 => (567, 567),
        _ => (LEVEL * (at + 1), LEVEL),
    };
    xml.element("w:lvl", &[("w:ilvl", &at.to_string())], |xml| {
        xml.value("w:start", "1");
        xml.value("w:numFmt", format);
        xml.value("w:lvlText", &words);
        xml.value("w:lvlJc", "left");
        xml.element("w:pPr", &[], |xml| {
            let (left, hanging) = (left.to_string(), hanging.to_string());
            xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "num"), ("w:pos", &left)]));
            xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        });
    });
}
