//! Anchors, references to them and merge keys.
//! Must never let a small file grow into a huge tree: copying has a budget.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::tree::{Content, Entry, Node, Scalar, Style};
use crate::source::Span;

/// How much may be copied through references, in bytes of memory, roughly.
const BUDGET: usize = 16_000_000;
const NODE_COST: usize = 100;

/// The anchored values seen so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Anchors<'a> {
    by_id: BTreeMap<usize, Rc<Node<'a>>>,
    // Names matter only to later parts of the file: within a part the parser resolves them to numbers.
    names: Vec<(String, Rc<Node<'a>>)>,
    earlier: Rc<BTreeMap<String, Rc<Node<'a>>>>,
    spent: usize,
}

impl<'a> Anchors<'a> {
    /// The same anchors for the reading of another part of the file, where numbers start anew.
    pub(super) fn for_next_part(mut self) -> Self {
        self.by_id.clear();
        if !self.names.is_empty() {
            Rc::make_mut(&mut self.earlier).extend(self.names.drain(..));
        }
        self
    }

    /// Remembers a value; `false` when the budget is spent.
    pub(super) fn define(&mut self, id: usize, name: String, node: &Node<'a>) -> bool {
        let Some(copy) = self.copy(node) else { return false };
        let copy = Rc::new(copy);
        self.by_id.insert(id, Rc::clone(&copy));
        self.names.push((name, copy));
        true
    }

    pub(super) fn find(&self, id: usize) -> Option<Rc<Node<'a>>> {
        self.by_id.get(&id).cloned()
    }

    pub(super) fn find_named(&self, name: &str) -> Option<Rc<Node<'a>>> {
        self.earlier.get(name).cloned()
    }

    /// A copy of a value; `None` when the budget is spent.
    pub(super) fn copy(&mut self, node: &Node<'a>) -> Option<Node<'a>> {
        self.spent += NODE_COST;
        let content = match &node.content {
            Content::Scalar(scalar) => {
                self.spent += scalar.text.len();
                (self.spent <= BUDGET).then(|| Content::Scalar(scalar.clone()))?
            }
            Content::List(nodes) => {
                Content::List(nodes.iter().map(|node| self.copy(node)).collect::<Option<_>>()?)
            }
            Content::Map(entries) => {
                Content::Map(entries.iter().map(|entry| self.copy_entry(entry)).collect::<Option<_>>()?)
            }
        };
        (self.spent <= BUDGET).then_some(Node { span: node.span, content })
    }

    fn copy_entry(&mut self, entry: &Entry<'a>) -> Option<Entry<'a>> {
        self.spent += entry.key.text.len();
        Some(Entry { key: entry.key.clone(), value: self.copy(&entry.value)? })
    }
}

/// An empty value at a place.
pub(super) fn nothing(span: Span) -> Node<'static> {
    Node { span, content: Content::Scalar(Scalar { text: Cow::Borrowed(""), style: Style::Plain }) }
}

/// The entries that a merge key brings in: of a map, or of a list of maps; `None` for anything else.
pub(super) fn merged(value: Node<'_>) -> Option<Vec<Entry<'_>>> {
    match value.content {
        Content::Map(entries) => Some(entries),
        Content::List(nodes) => {
            let maps: Option<Vec<Vec<Entry<'_>>>> = nodes
                .into_iter()
                .map(|node| match node.content {
                    Content::Map(entries) => Some(entries),
                    _ => None,
                })
                .collect();
            maps.map(|maps| maps.into_iter().flatten().collect())
        }
        Content::Scalar(_) => None,
    }
}
