//! The bridge between the tree and serde: answers what a type asks for, and reports what does not fit.
//! Must never return an error that was not reported, and never report one twice.

use std::borrow::Cow;
use std::cell::RefCell;

use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor, value::StrDeserializer};
use serde::forward_to_deserialize_any;

use super::access::{EntriesAccess, ListAccess, PlacedAccess, SingleAccess, StructAccess};
use super::name;
use super::problem::{Problem, Refused};
use super::yes_no;
use crate::diagnostic::{Finding, Findings, did_you_mean, listed, nearest};
use crate::source::Span;
use crate::syntax::tree::{self, Content, Key, Node, Scalar, Style};

/// Reads a tree into a value. What does not fit is reported and left out.
pub fn decode<T: DeserializeOwned + Default>(node: &Node, findings: &mut Findings) -> T {
    let report = Report(RefCell::new(Findings::new()));
    let whole =
        Decoder { report: &report, input: Input::Node(node), key: "", key_span: node.span, owner: "" };
    let value = T::deserialize(whole.clone()).map_err(|refused| whole.refuse(refused)).unwrap_or_default();
    findings.append(report.0.into_inner());
    value
}

pub(super) struct Report(RefCell<Findings>);

impl Report {
    pub(super) fn push(&self, finding: Finding) {
        self.0.borrow_mut().push(finding);
    }
}

/// What stands where a value is expected.
#[derive(Clone, Copy)]
pub(super) enum Input<'a> {
    Absent,
    Node(&'a Node<'a>),
    /// The entries of a map that its struct does not name.
    Unnamed(&'a [&'a tree::Entry<'a>]),
}

/// One place where a value is expected.
#[derive(Clone)]
pub(super) struct Decoder<'a> {
    pub(super) report: &'a Report,
    pub(super) input: Input<'a>,
    /// The key that the value stands under, and where that key is; for an absent value its owner's.
    pub(super) key: &'a str,
    pub(super) key_span: Span,
    /// The key that the group around the value stands under.
    pub(super) owner: &'a str,
}

impl<'a> Decoder<'a> {
    pub(super) fn span(&self) -> Span {
        match self.input {
            Input::Node(node) => node.span,
            Input::Absent | Input::Unnamed(_) => self.key_span,
        }
    }

    /// The decoder of a value below this one.
    pub(super) fn child(&self, node: &'a Node<'a>, key: &'a Key<'a>) -> Decoder<'a> {
        // A short form was widened under the author's own key, so messages speak of that key.
        let shortened = key.span == self.key_span;
        Decoder {
            report: self.report,
            input: Input::Node(node),
            key: if shortened { self.key } else { &key.text },
            key_span: key.span,
            owner: if shortened { self.owner } else { self.key },
        }
    }

    /// The decoder of a list element, which has no key of its own.
    pub(super) fn element(&self, node: &'a Node<'a>) -> Decoder<'a> {
        Decoder { input: Input::Node(node), ..self.clone() }
    }

    /// Reports why the value at this place is refused.
    pub(super) fn refuse(&self, refused: Refused) {
        let problem = match refused {
            Refused::Reported => return,
            Refused::Problem(problem) => *problem,
            Refused::Unforeseen(_) => self.wrong("another kind of value"),
        };
        let span = match (problem.part, self.input) {
            (Some((at, length)), Input::Node(node)) => part(node, at, length),
            _ => self.span(),
        };
        // A comma or a semicolon behind a value comes from other notations, and is all that is wrong with it.
        let mark = self.scalar().filter(|scalar| scalar.style == Style::Plain);
        let mark = mark.and_then(|scalar| [",", ";"].into_iter().find(|mark| scalar.text.ends_with(mark)));
        let help = mark.map_or(problem.help, |mark| format!("remove the `{mark}` behind the value"));
        let finding = Finding::error(problem.rule, span, problem.message).help(help);
        self.report.push(finding.arg("key", self.key));
    }

    fn wrong(&self, wanted: &str) -> Problem {
        let found = match self.input {
            Input::Node(node) => node.kind_word(),
            _ => "nothing",
        };
        let message = match self.key {
            "" => format!("this file must be {wanted}, but {found} stands here"),
            key => format!("`{key}` must be {wanted}, but {found} stands here"),
        };
        Problem::new("structure/wrong-type", message, self.instead(wanted))
    }

    fn refused(&self, wanted: &str) -> Refused {
        Refused::Problem(Box::new(self.wrong(wanted)))
    }

    /// Where named entries are wanted and a list stands, people have put a dash before each.
    fn not_entries(&self) -> Refused {
        let Input::Node(Node { content: Content::List(_), .. }) = self.input else {
            return self.refused("a group of `key: value` lines");
        };
        let key = self.key;
        Refused::Problem(Box::new(Problem::new(
            "structure/list-instead-of-entries",
            format!("`{key}` must be a group of named entries, but it is a list"),
            format!(
                "remove the `-` before each entry and give it a name of its own, on its own line, indented under `{key}:`"
            ),
        )))
    }

    pub(super) fn scalar(&self) -> Option<&'a Scalar<'a>> {
        match self.input {
            Input::Node(Node { content: Content::Scalar(scalar), .. }) => Some(scalar),
            _ => None,
        }
    }

    fn text(&self, wanted: &str) -> Result<&'a str, Refused> {
        self.scalar().map(|scalar| scalar.text.as_ref()).ok_or_else(|| self.refused(wanted))
    }

    fn number<N: std::str::FromStr>(&self) -> Result<N, Refused> {
        let text = self.text("a number")?;
        text.trim().replace([' ', '\u{a0}'], "").parse().map_err(|_| {
            let message = format!("`{}` must be a number, but it is `{text}`", self.key);
            let help = "write digits only, with a point before the decimals";
            Refused::Problem(Box::new(Problem::new("structure/wrong-type", message, help)))
        })
    }

    pub(super) fn map(&self) -> Option<&'a [tree::Entry<'a>]> {
        match self.input {
            Input::Node(Node { content: Content::Map(entries), .. }) => Some(entries),
            _ => None,
        }
    }

    /// A single value of `Field` or `Required`: nothing, nothing written, or something.
    fn field<'de, V: Visitor<'de>>(self, required: bool, visitor: V) -> Result<V::Value, Refused> {
        match self.input {
            Input::Absent if required => {
                let owner = if self.owner.is_empty() { "this file" } else { self.owner };
                let message = format!("`{owner}` has no `{}`", self.key);
                let help = format!("add `{}:` to it", self.key);
                let finding = Finding::error("structure/missing-key", self.key_span, message).help(help);
                self.report.push(finding.arg("key", self.key).arg("owner", self.owner));
                visitor.visit_none()
            }
            Input::Absent => visitor.visit_none(),
            Input::Node(node) if node.is_empty() => {
                self.report_empty(required);
                visitor.visit_unit()
            }
            _ => visitor.visit_map(PlacedAccess::new(self)),
        }
    }

    fn report_empty(&self, required: bool) {
        let message = format!("`{}` has no value", self.key);
        let make = if required { Finding::error } else { Finding::warning };
        let help = "write a value behind the colon, or remove the line";
        self.report
            .push(make("structure/empty-value", self.key_span, message).help(help).arg("key", self.key));
    }

    fn list<'de, V: Visitor<'de>>(self, commas: bool, visitor: V) -> Result<V::Value, Refused> {
        match self.input {
            Input::Absent | Input::Unnamed(_) => visitor.visit_none(),
            Input::Node(node) if node.is_empty() => {
                self.report_empty(false);
                visitor.visit_none()
            }
            Input::Node(Node { content: Content::List(nodes), .. }) => {
                visitor.visit_seq(ListAccess::new(self, nodes))
            }
            Input::Node(node) => match &node.content {
                Content::Scalar(Scalar { text, style: Style::Plain }) if commas && text.contains(',') => {
                    let nodes = split(node, text);
                    visitor.visit_seq(ListAccess::new(self, &nodes))
                }
                _ => visitor.visit_seq(ListAccess::new(self, std::slice::from_ref(node))),
            },
        }
    }

    fn entries<'de, V: Visitor<'de>>(self, ids: bool, visitor: V) -> Result<V::Value, Refused> {
        if let Input::Unnamed(entries) = self.input {
            return visitor.visit_map(EntriesAccess::new(self, entries.iter().copied(), false));
        }
        match (self.map(), self.input) {
            (Some(entries), _) => visitor.visit_map(EntriesAccess::new(self, entries.iter(), ids)),
            (None, Input::Node(node)) if node.is_empty() => {
                self.report_empty(false);
                visitor.visit_none()
            }
            (None, Input::Node(_)) => Err(self.not_entries()),
            _ => visitor.visit_none(),
        }
    }

    /// A text in one language or a map from language to text: both arrive as a map.
    fn texts<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if let Some(scalar) = self.scalar() {
            self.warn_of_ambiguous(scalar);
            return visitor.visit_map(SingleAccess(Some(self)));
        }
        match self.map() {
            Some(entries) => visitor.visit_map(EntriesAccess::new(self, entries.iter(), false)),
            None => Err(self.refused("a text, or one text per language (`en: …`)")),
        }
    }

    fn warn_of_ambiguous(&self, scalar: &Scalar) {
        const AMBIGUOUS: [&str; 10] =
            ["no", "yes", "on", "off", "true", "false", "No", "Yes", "True", "False"];
        if scalar.style == Style::Plain && AMBIGUOUS.contains(&scalar.text.as_ref()) {
            let message =
                format!("many programs read the bare word `{}` as yes/no and not as text", scalar.text);
            let help = format!("put it in quotes: \"{}\"", scalar.text);
            self.report.push(Finding::warning("structure/ambiguous-word", self.span(), message).help(help));
        }
    }
}

/// The place of a part of a text; the whole text where quotes or line breaks make the offset uncertain.
fn part(node: &Node, at: usize, length: usize) -> Span {
    match node.scalar().map(|scalar| (scalar.style, scalar.text.len())) {
        Some((Style::Plain, size)) if size == (node.span.end - node.span.start) as usize => {
            node.span.part(at, length)
        }
        Some((Style::Quoted, size)) if size + 2 == (node.span.end - node.span.start) as usize => {
            node.span.part(at + 1, length)
        }
        _ => node.span,
    }
}

fn split<'a>(node: &Node<'_>, text: &'a str) -> Vec<Node<'a>> {
    let mut at = 0;
    let mut parts = Vec::new();
    for piece in text.split(',') {
        let lead = piece.len() - piece.trim_start().len();
        let word = piece.trim();
        let scalar = Scalar { text: Cow::Borrowed(word), style: Style::Plain };
        parts.push(Node { span: part(node, at + lead, word.len()), content: Content::Scalar(scalar) });
        at += piece.len() + 1;
    }
    parts
}

impl<'de> Deserializer<'de> for Decoder<'_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.input {
            Input::Node(Node { content: Content::Scalar(scalar), .. }) => visitor.visit_str(&scalar.text),
            Input::Node(Node { content: Content::List(nodes), .. }) => {
                visitor.visit_seq(ListAccess::new(self, nodes))
            }
            Input::Node(Node { content: Content::Map(entries), .. }) => {
                visitor.visit_map(EntriesAccess::new(self, entries.iter(), false))
            }
            Input::Absent | Input::Unnamed(_) => visitor.visit_none(),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        request: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match request {
            name::FIELD => self.field(false, visitor),
            name::REQUIRED => self.field(true, visitor),
            name::LIST => self.list(false, visitor),
            name::WORDS => self.list(true, visitor),
            name::ENTRIES => self.entries(true, visitor),
            name::REST => self.entries(false, visitor),
            name::TEXTS => self.texts(visitor),
            _ => match (request.strip_prefix(name::SHORT), self.map()) {
                (Some(key), None) => {
                    let Input::Node(node) = self.input else { return visitor.visit_newtype_struct(self) };
                    let entry = tree::Entry {
                        key: Key { text: Cow::Borrowed(key), span: self.key_span },
                        value: node.clone(),
                    };
                    let group = Node { span: node.span, content: Content::Map(vec![entry]) };
                    visitor.visit_newtype_struct(Decoder { input: Input::Node(&group), ..self })
                }
                _ => visitor.visit_newtype_struct(self),
            },
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        if self.is_slipped(fields) {
            return Err(self.slipped());
        }
        match self.map() {
            Some(entries) => visitor.visit_map(StructAccess::new(self, fields, entries)),
            None => Err(self.not_entries()),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let text = self.text("one word")?;
        let written = text.trim().to_lowercase().replace([' ', '_'], "-");
        let Some(variant) = variants.iter().find(|known| **known == written) else {
            let message = format!("`{text}` is not a value that `{}` can have", self.key);
            let all = listed(variants.iter().copied(), 12);
            let help = match nearest(&written, variants.iter().copied()) {
                Some(near) => {
                    let help = did_you_mean(text, near);
                    format!("{help}{} Possible are {all}", if help.ends_with('?') { "" } else { "." })
                }
                None => format!("write one of {all}"),
            };
            return Err(Refused::Problem(Box::new(Problem::new("structure/unknown-value", message, help))));
        };
        let access: StrDeserializer<'_, Refused> = (*variant).into_deserializer();
        visitor.visit_enum(access)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let text = self.text("`yes` or `no`")?;
        match yes_no::meant(text) {
            Some((meant, true)) => visitor.visit_bool(meant),
            Some((meant, false)) => Err(Refused::Problem(Box::new(yes_no::problem(self.key, text, meant)))),
            None => Err(self.refused("`yes` or `no`")),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u32(self.number()?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_i64(self.number()?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_str(self.text("a text")?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_str(self.text("a text")?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.input {
            Input::Absent => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier ignored_any
    }
}
