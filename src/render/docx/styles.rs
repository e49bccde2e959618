//! The styles of the document, and their names in the template of a company.
//! Must never format a text: that is the styles' part, so that a company can change it in one place.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::xml::escaped;
use crate::render::look::Look;

const STYLES: &str = include_str!("styles.xml");
const FONT: &str = "Calibri";
/// The namespace of all parts of the text.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The ids of the styles, by our own names for them.
#[derive(Debug, Default)]
pub(super) struct StyleIds {
    ids: BTreeMap<String, String>,
    /// Whether the headings of the template have numbers of their own.
    pub(super) numbered: bool,
}

impl StyleIds {
    /// The id of a style.
    pub(super) fn id<'a>(&'a self, own: &'a str) -> &'a str {
        self.ids.get(own).map_or(own, String::as_str)
    }
}

/// The styles in a look and a language.
pub(super) fn styles(look: &Look, language: &str) -> String {
    let text = look.text_font.as_deref().unwrap_or(FONT);
    let filled = [
        ("{accent}", escaped(&look.accent)),
        ("{soft}", look.soft()),
        ("{text}", escaped(text)),
        ("{headings}", escaped(look.heading_font.as_deref().unwrap_or(text))),
        ("{language}", escaped(language)),
    ];
    filled.iter().fold(STYLES.to_owned(), |styles, (gap, value)| styles.replace(gap, value))
}

/// A template's styles with those of ours that it lacks, and what its own are called. Nothing if the template's
/// cannot be read.
pub(super) fn joined(theirs: &str, ours: &str) -> Option<(String, StyleIds)> {
    let (their_tree, our_tree) = (Document::parse(theirs).ok()?, Document::parse(ours).ok()?);
    let mut known: BTreeMap<(String, String), String> = BTreeMap::new();
    for (kind, name, id) in their_tree.root_element().children().filter_map(described) {
        known.insert((kind, name), id);
    }
    let numbers = |node: Node<'_, '_>| {
        described(node).is_some_and(|(_, name, _)| name == "heading 1")
            && node.descendants().any(|inside| inside.has_tag_name((W, "numPr")))
    };
    let numbered = their_tree.root_element().children().any(numbers);
    let mut ids = StyleIds { numbered, ..StyleIds::default() };
    let mut lacking = Vec::new();
    for node in our_tree.root_element().children() {
        let Some((kind, name, id)) = described(node) else { continue };
        match known.get(&(kind, name)) {
            Some(their_id) => {
                ids.ids.insert(id, their_id.clone());
            }
            None => lacking.push(ours.get(node.range())?),
        }
    }
    let mut added: String = lacking.concat();
    for (own, their_id) in &ids.ids {
        for key in ["basedOn", "next"] {
            let reference = |id: &str| format!("<w:{key} w:val=\"{id}\"/>");
            added = added.replace(&reference(own), &reference(their_id));
        }
    }
    // Only one style of a kind can be the default one, and that is the template's.
    let added = added.replace(" w:default=\"1\"", "");
    let end = theirs.rfind("</")?;
    let (before, after) = theirs.split_at_checked(end)?;
    // The template may write another prefix for the namespace; ours is declared where it is used.
    let added = added.replace("<w:style ", &format!("<w:style xmlns:w=\"{W}\" "));
    Some((format!("{before}{added}{after}"), ids))
}

// The kind, the name and the id of a style.
fn described(node: Node<'_, '_>) -> Option<(String, String, String)> {
    if !node.has_tag_name((W, "style")) {
        return None;
    }
    let name = node.children().find(|child| child.has_tag_name((W, "name")))?;
    let name = name.attribute((W, "val"))?.to_lowercase();
    Some((node.attribute((W, "type"))?.to_owned(), name, node.attribute((W, "styleId"))?.to_owned()))
}
