//! What a YAML file says, as a tree in which every key and every value knows its place.
//! Must never interpret a value: `no`, `1.10` and `09:00` stay the text that was written. What stands in the file as
//! it is meant is not copied.

use std::borrow::Cow;

use crate::source::Span;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'a> {
    /// The bytes of the value; for a group or a list from the first character of the first entry to the last
    /// character of the last one, or from bracket to bracket.
    pub span: Span,
    /// What the value is.
    pub content: Content<'a>,
}

/// The three shapes of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content<'a> {
    /// A text, a number, a word.
    Scalar(Scalar<'a>),
    /// Values in an order.
    List(Vec<Node<'a>>),
    /// Entries with keys, in the order in which they were written.
    Map(Vec<Entry<'a>>),
}

/// One `key: value`. Within one map every key occurs once: the first one is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What stands before the colon.
    pub key: Key<'a>,
    /// What stands after it.
    pub value: Node<'a>,
}

/// The name of an entry and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key<'a> {
    /// The name, without quotes.
    pub text: Cow<'a, str>,
    /// Its bytes, quotes included.
    pub span: Span,
}

/// A text and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar<'a> {
    /// The content: quotes removed, escapes replaced, lines joined. Digits stay as they were written.
    pub text: Cow<'a, str>,
    /// How it was written.
    pub style: Style,
}

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Without quotes: only here can `30`, `yes` or `~` mean more than the characters.
    Plain,
    /// In `'…'` or `"…"`.
    Quoted,
    /// As lines below `|` or `>`.
    Block,
}

impl<'a> Node<'a> {
    /// Whether nothing was written: an empty place, `~` or `null`.
    pub fn is_empty(&self) -> bool {
        match &self.content {
            Content::Scalar(Scalar { text, style: Style::Plain }) => {
                matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL")
            }
            _ => false,
        }
    }

    /// The shape of the value in the words of a message.
    pub fn kind_word(&self) -> &'static str {
        match &self.content {
            _ if self.is_empty() => "nothing",
            Content::Scalar(_) => "a text",
            Content::List(_) => "a list",
            Content::Map(_) => "a group of entries",
        }
    }

    /// The text, when the value is one.
    pub fn text(&self) -> Option<&str> {
        self.scalar().map(|scalar| scalar.text.as_ref())
    }

    /// The text with its style, when the value is one.
    pub fn scalar(&self) -> Option<&Scalar<'a>> {
        match &self.content {
            Content::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The values, when this is a list.
    pub fn list(&self) -> Option<&[Node<'a>]> {
        match &self.content {
            Content::List(nodes) => Some(nodes),
            _ => None,
        }
    }

    /// The entries, when this is a group of entries.
    pub fn entries(&self) -> Option<&[Entry<'a>]> {
        match &self.content {
            Content::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The entry with this key, when this is a group that has it.
    pub fn entry(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries()?.iter().find(|entry| entry.key.text == key)
    }

    /// The value under this key, when this is a group that has it.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.entry(key).map(|entry| &entry.value)
    }
}
