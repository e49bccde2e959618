//! What was meant where another shape of value stands than the one that is wanted. Must never take such a value over.

use super::decoder::{Decoder, Input};
use super::problem::Refused;
use crate::diagnostic::Finding;
use crate::syntax::tree::{Content, Entry, Node};

impl Decoder<'_> {
    /// Whether a key of an entry stands among the entries themselves: it slipped to the left.
    pub(super) fn is_slipped(&self, fields: &[&str]) -> bool {
        let known = |entry: &&Entry<'_>| fields.contains(&entry.key.text.as_ref());
        !self.owner.is_empty()
            && fields.contains(&self.key)
            && self.map().is_none_or(|entries| 2 * entries.iter().filter(known).count() < entries.len())
    }

    /// What to write where another shape is wanted.
    pub(super) fn instead(&self, wanted: &str) -> String {
        let line = match self.input {
            Input::Node(node) if wanted == "a text" => one_line(node),
            _ => None,
        };
        line.map_or_else(|| format!("write {wanted}"), |line| format!("write it on one line: `{line}`"))
    }

    /// Says so at the key.
    pub(super) fn slipped(&self) -> Refused {
        let (key, owner) = (self.key, self.owner);
        let message = format!("`{key}` stands among the entries of `{owner}`, but belongs into one of them");
        let help = format!(
            "begin its line in the same column as the other lines of the entry; if it is an entry, not a key, give it another name than `{key}`"
        );
        let finding = Finding::error("structure/bad-indentation", self.key_span, message).help(help);
        self.report.push(finding.arg("key", key));
        Refused::Reported
    }
}

/// The texts of a list or of a group on one line, as they would be written where one text is wanted.
fn one_line(node: &Node) -> Option<String> {
    let texts: Option<Vec<String>> = match &node.content {
        Content::List(nodes) => nodes.iter().map(|node| node.text().map(str::to_owned)).collect(),
        Content::Map(entries) => {
            let entry = |entry: &Entry<'_>| Some(format!("{} {}", entry.key.text, entry.value.text()?));
            entries.iter().map(entry).collect()
        }
        Content::Scalar(_) => None,
    };
    texts.map(|texts| texts.join("; ")).filter(|line| !line.is_empty() && line.chars().count() <= 80)
}
