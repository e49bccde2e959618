//! Hands the parts of a list, a group or a single value to serde one by one, and reports keys that nobody asked for.
//! Must never end early because of one part.

use serde::de::value::{StrDeserializer, U64Deserializer, U128Deserializer};
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess};

use super::ANY_KEY;
use super::decoder::{Decoder, Input};
use super::entries::ID_PATTERN;
use super::field::pack_span;
use super::problem::Refused;
use crate::diagnostic::{Finding, did_you_mean, listed, lookalike, meant, nearest};
use crate::syntax::tree::{Entry, Key, Node};

/// One value with its place: the place comes as the key.
pub(super) struct PlacedAccess<'a>(Decoder<'a>);

impl<'a> PlacedAccess<'a> {
    pub(super) fn new(decoder: Decoder<'a>) -> Self {
        PlacedAccess(decoder)
    }
}

impl<'de> MapAccess<'de> for PlacedAccess<'_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        let place: U128Deserializer<Refused> = pack_span(self.0.span()).into_deserializer();
        seed.deserialize(place).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(self.0.clone()).map_err(|refused| {
            self.0.refuse(refused);
            Refused::Reported
        })
    }
}

/// The elements of a list.
pub(super) struct ListAccess<'a> {
    whole: Decoder<'a>,
    nodes: std::slice::Iter<'a, Node<'a>>,
}

impl<'a> ListAccess<'a> {
    pub(super) fn new(whole: Decoder<'a>, nodes: &'a [Node<'a>]) -> Self {
        ListAccess { whole, nodes: nodes.iter() }
    }
}

impl<'de> SeqAccess<'de> for ListAccess<'_> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        self.nodes.next().map(|node| seed.deserialize(self.whole.element(node))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.nodes.len())
    }
}

/// The section whose names may hold underscores, as the measures that the language knows do.
const MEASURES: &str = "measures";

/// The entries of a section or of an open-ended table; keys come with their places.
pub(super) struct EntriesAccess<'a, I> {
    whole: Decoder<'a>,
    entries: I,
    ids: bool,
    current: Option<Decoder<'a>>,
}

impl<'a, I: Iterator<Item = &'a Entry<'a>>> EntriesAccess<'a, I> {
    /// `ids` says whether the keys name something and so must be well-formed.
    pub(super) fn new(whole: Decoder<'a>, entries: I, ids: bool) -> Self {
        EntriesAccess { whole, entries, ids, current: None }
    }

    fn check_id(&self, key: &Key) {
        // Nearly every id is well-formed, and most of those are plain.
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let ends = key.text.bytes().next().is_some_and(plain) && key.text.bytes().last().is_some_and(plain);
        if !self.ids
            || (ends && !key.text.contains("--") && key.text.bytes().all(|byte| plain(byte) || byte == b'-'))
        {
            return;
        }
        let hyphened = key.text.replace('_', "-");
        if self.whole.key == MEASURES && proper_id(&hyphened) == hyphened {
            return;
        }
        let proper = proper_id(&key.text);
        if proper != key.text {
            let message = format!("`{}` is not a well-formed name for an entry", key.text);
            let help = match proper.as_str() {
                "" => "write small letters and digits, with hyphens between words".to_owned(),
                _ => {
                    format!("names are small letters and digits with hyphens between words: write `{proper}`")
                }
            };
            let finding = Finding::error("structure/bad-id", key.span, message).help(help);
            self.whole.report.push(finding.arg("id", key.text.as_ref()).arg("proper", proper));
        }
    }
}

/// The id nearest to what was written; equal to it when it is one already.
fn proper_id(text: &str) -> String {
    debug_assert!(ID_PATTERN.starts_with('^'));
    let mut proper = String::with_capacity(text.len());
    // A foreign letter that looks like a Latin one among Latin ones can only be a slip.
    let latin = text.chars().any(|c| c.is_ascii_alphabetic());
    let straight: String = text.chars().flat_map(char::to_lowercase).map(lookalike).collect();
    let text = if latin && straight.is_ascii() { straight.as_str() } else { text };
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            proper.push(letter);
        } else if !proper.ends_with('-') && !proper.is_empty() {
            proper.push('-');
        }
    }
    while proper.ends_with('-') {
        proper.pop();
    }
    proper
}

impl<'de, 'a, I: Iterator<Item = &'a Entry<'a>>> MapAccess<'de> for EntriesAccess<'a, I> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        let Some(entry) = self.entries.next() else { return Ok(None) };
        self.check_id(&entry.key);
        self.current = Some(self.whole.child(&entry.value, &entry.key));
        seed.deserialize(PlacedKey { place: pack_span(entry.key.span), text: &entry.key.text }).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(self.current.take().ok_or(Refused::Reported)?)
    }
}

/// A text without languages, handed over like a map with one entry whose key is empty.
pub(super) struct SingleAccess<'a>(pub(super) Option<Decoder<'a>>);

impl<'de> MapAccess<'de> for SingleAccess<'_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        let place = self.0.as_ref().map(|decoder| pack_span(decoder.span()));
        place.map(|place| seed.deserialize(PlacedKey { place, text: "" })).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(self.0.take().ok_or(Refused::Reported)?)
    }
}

/// A key with its place, as the pair that `Entries` asks for.
struct PlacedKey<'a> {
    place: u128,
    text: &'a str,
}

impl<'de> serde::Deserializer<'de> for PlacedKey<'_> {
    type Error = Refused;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_seq(PairAccess { place: Some(self.place), text: Some(self.text) })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct PairAccess<'a> {
    place: Option<u128>,
    text: Option<&'a str>,
}

impl<'de> SeqAccess<'de> for PairAccess<'_> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        if let Some(place) = self.place.take() {
            let place: U128Deserializer<Refused> = place.into_deserializer();
            return seed.deserialize(place).map(Some);
        }
        let text = self.text.take().map(|text| -> StrDeserializer<'_, Refused> { text.into_deserializer() });
        text.map(|text| seed.deserialize(text)).transpose()
    }
}

/// The most unknown keys of one group that are compared with the known ones.
const MOST_COMPARED: usize = 200;

/// The keys of a struct: those that are there, then those that are not, so that each field can say what it misses.
pub(super) struct StructAccess<'a> {
    whole: Decoder<'a>,
    fields: &'static [&'static str],
    entries: std::slice::Iter<'a, Entry<'a>>,
    unnamed: Vec<&'a Entry<'a>>,
    /// How many keys nobody asked for: a group of nothing else is not worth comparing.
    strangers: usize,
    /// The entry before the current one, when nothing was written behind its colon.
    left_empty: Option<&'a Key<'a>>,
    seen: u128,
    /// How many fields have been looked at for absence.
    looked_at: usize,
    current: Current<'a>,
}

enum Current<'a> {
    Present(&'a Entry<'a>),
    Absent(&'static str),
}

/// The number of a field among those of its struct.
type FieldNumber = usize;

impl<'a> StructAccess<'a> {
    pub(super) fn new(whole: Decoder<'a>, fields: &'static [&'static str], entries: &'a [Entry<'a>]) -> Self {
        StructAccess {
            whole,
            fields,
            entries: entries.iter(),
            unnamed: Vec::new(),
            strangers: 0,
            left_empty: None,
            seen: 0,
            looked_at: 0,
            current: Current::Absent(""),
        }
    }

    fn next_present(&mut self) -> Option<FieldNumber> {
        loop {
            let entry = self.entries.next()?;
            let position = self.fields.iter().position(|field| *field == entry.key.text && *field != ANY_KEY);
            if let Some(at) = position {
                self.seen |= 1 << at;
                self.left_empty = entry.value.is_empty().then_some(&entry.key);
                self.current = Current::Present(entry);
                return Some(at);
            }
            if self.fields.contains(&ANY_KEY) {
                self.unnamed.push(entry);
            } else {
                self.strangers += 1;
                self.report_unknown(entry);
                if let Some(at) = self.misspelt(entry) {
                    self.seen |= 1 << at;
                    self.left_empty = entry.value.is_empty().then_some(&entry.key);
                    self.current = Current::Present(entry);
                    return Some(at);
                }
            }
            // Strangers one after the other slipped out of the same section.
            if entry.value.is_empty() || self.fields.contains(&ANY_KEY) {
                self.left_empty = entry.value.is_empty().then_some(&entry.key);
            }
        }
    }

    // The field that a misspelt key stands for, unless it is written properly as well: so nothing seems to be missing.
    fn misspelt(&self, entry: &Entry) -> Option<FieldNumber> {
        let known = self.fields.iter().copied();
        let meant = meant(&entry.key.text, known.filter(|_| self.strangers <= MOST_COMPARED))?;
        let at = self.fields.iter().position(|field| *field == meant)?;
        let written = self.whole.map()?.iter().any(|other| other.key.text == meant);
        (!written && self.seen & (1 << at) == 0).then_some(at)
    }

    fn next_absent(&mut self) -> Option<FieldNumber> {
        loop {
            let at = self.looked_at;
            let field = *self.fields.get(at)?;
            self.looked_at += 1;
            if self.seen & (1 << at) == 0 {
                self.current = Current::Absent(field);
                return Some(at);
            }
        }
    }

    fn report_unknown(&self, entry: &Entry) {
        let key = &entry.key;
        let known = || self.fields.iter().copied();
        let place =
            if self.whole.key.is_empty() { "here".to_owned() } else { format!("in `{}`", self.whole.key) };
        let message = format!("`{}` is not a key that can stand {place}", key.text);
        let near = nearest(&key.text, known().filter(|_| self.strangers <= MOST_COMPARED));
        let help = match (near, self.left_empty) {
            (Some(near), _) => did_you_mean(&key.text, near),
            // A section without content followed by a stranger: the content was not indented.
            (None, Some(section)) => {
                format!("if it belongs to `{}`, begin its line with two more spaces", section.text)
            }
            (None, None) => format!("possible keys are {}", listed(known(), 16)),
        };
        // A group of entries without a place may be the next entry, which slipped to the right.
        let slipped = near.is_none() && entry.value.entries().is_some() && self.left_empty.is_none();
        let help = match slipped && !self.whole.owner.is_empty() {
            true => format!(
                "{help}; if `{}` is an entry of its own, let it begin in the same column as `{}`",
                key.text, self.whole.key
            ),
            false => help,
        };
        let finding = Finding::error("structure/unknown-key", key.span, message).help(help);
        let finding = finding.arg("key", key.text.as_ref()).arg("known", self.fields.to_vec());
        self.whole.report.push(match near {
            Some(near) => finding.arg("suggestion", near),
            None => finding,
        });
    }
}

impl<'de> MapAccess<'de> for StructAccess<'_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        let Some(field) = self.next_present().or_else(|| self.next_absent()) else { return Ok(None) };
        // A struct knows its fields by number too, and numbers are faster to tell apart than names.
        let field: U64Deserializer<Refused> = (field as u64).into_deserializer();
        seed.deserialize(field).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        let (input, key) = match self.current {
            Current::Present(entry) => return seed.deserialize(self.whole.child(&entry.value, &entry.key)),
            Current::Absent(ANY_KEY) => (Input::Unnamed(&self.unnamed), self.whole.key),
            Current::Absent(field) => (Input::Absent, field),
        };
        let key_span = self.whole.key_span;
        seed.deserialize(Decoder { report: self.whole.report, input, key, key_span, owner: self.whole.key })
    }
}
