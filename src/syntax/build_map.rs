//! One group of entries while it is read: keys that repeat, merge keys, braces that were meant as text.
//! Must never compare keys of different groups.

use std::borrow::Cow;
use std::ops::Range;

use super::anchors::merged;
use super::build::Builder;
use super::traps::{flow, outdented, value};
use super::tree::{Content, Entry, Key, Node, Scalar, Style};
use crate::source::Lookup;

/// The entries read so far.
pub(super) struct Group<'a> {
    flow: bool,
    entries: Vec<Entry<'a>>,
    brought: Vec<Entry<'a>>,
    by_key: Lookup<Cow<'a, str>, usize>,
    // Where the key of the entry before stands, when nothing was written behind its colon.
    left_empty: Option<Range<usize>>,
    // How many keys of a group in braces stand without a colon.
    bare: usize,
}

/// Up to this many keys, comparing them one by one is faster than a table.
const FEW: usize = 16;

impl<'a> Group<'a> {
    pub(super) fn new(flow: bool) -> Self {
        Group {
            flow,
            entries: Vec::new(),
            brought: Vec::new(),
            by_key: Lookup::default(),
            left_empty: None,
            bare: 0,
        }
    }

    /// Takes an entry in. `plain` tells whether the key was written without quotes, `range` where it stands.
    pub(super) fn add(
        &mut self,
        builder: &mut Builder<'_, 'a>,
        key: Option<Key<'a>>,
        plain: bool,
        range: Range<usize>,
        value: Node<'a>,
    ) {
        let Some(key) = key else { return };
        if plain && key.text == "<<" {
            let span = value.span;
            match merged(value) {
                Some(entries) => self.brought.extend(entries),
                None => builder.built.findings.push(value::merge_of_text(key.span, span)),
            }
            return;
        }
        let bare = self.flow && value.is_empty() && !followed_by_colon(builder, range.end);
        if bare && let Some(repair) = flow::missing_space_at(builder.page, range.clone()) {
            builder.built.repairs.push(repair);
            return;
        }
        if bare && self.join_after_comma(builder, &key) {
            return;
        }
        self.bare += usize::from(bare);
        let left_empty = self.left_empty.take();
        if !self.flow && value.is_empty() {
            self.left_empty = Some(range);
        }
        match self.position(&key.text) {
            Some(first) => {
                let slipped = left_empty.and_then(|key| outdented::too_far_right(builder.page, key));
                if let Some(slipped) = slipped {
                    builder.built.repairs.push(slipped);
                } else if let Some(first) = self.entries.get(first) {
                    builder.built.findings.push(value::duplicate_key(&first.key, &key));
                }
            }
            None => {
                if self.entries.len() >= FEW {
                    self.index();
                }
                if !self.by_key.is_empty() {
                    self.by_key.insert(key.text.clone(), self.entries.len());
                }
                self.entries.push(Entry { key, value });
            }
        }
    }

    /// The finished group.
    pub(super) fn finish(mut self, builder: &mut Builder<'_, 'a>, range: Range<usize>) -> Node<'a> {
        let span = builder.page.span(range.clone());
        if self.bare == 1 && self.entries.len() == 1 && self.brought.is_empty() {
            let range_of = range.clone();
            let text = builder.page.slice(range).to_owned();
            if let Some(repair) = flow::missing_space(builder.page, &range_of) {
                builder.built.repairs.push(repair);
            } else if !text.contains(char::is_whitespace) {
                builder.built.findings.push(value::placeholder_alone(span, &text));
                let scalar = Scalar { text: Cow::Owned(text), style: Style::Quoted };
                return Node { span, content: Content::Scalar(scalar) };
            }
        }
        for entry in std::mem::take(&mut self.brought) {
            if self.position(&entry.key.text).is_none() {
                self.index();
                self.by_key.insert(entry.key.text.clone(), self.entries.len());
                self.entries.push(entry);
            }
        }
        Node { span, content: Content::Map(self.entries) }
    }

    // `{ pl: Tak, nie, en: Yes, no }`: the comma was meant as part of the text before it.
    fn join_after_comma(&mut self, builder: &mut Builder<'_, 'a>, key: &Key<'a>) -> bool {
        let Some(last) = self.entries.last_mut() else { return false };
        let Content::Scalar(scalar) = &mut last.value.content else { return false };
        if scalar.style != Style::Plain || scalar.text.is_empty() {
            return false;
        }
        builder.built.findings.push(value::comma_in_text(last.key.text.as_ref(), last.value.span, key));
        scalar.text = Cow::Owned(format!("{}, {}", scalar.text, key.text));
        last.value.span.end = key.span.end;
        true
    }

    fn position(&self, key: &str) -> Option<usize> {
        if self.by_key.is_empty() {
            return self.entries.iter().position(|entry| entry.key.text == key);
        }
        self.by_key.get(key).copied()
    }

    fn index(&mut self) {
        if self.by_key.is_empty() {
            self.by_key = self.entries.iter().map(|entry| entry.key.text.clone()).zip(0..).collect();
        }
    }
}

fn followed_by_colon(builder: &Builder<'_, '_>, at: usize) -> bool {
    builder.page.text.get(at..).unwrap_or("").trim_start().starts_with(':')
}
