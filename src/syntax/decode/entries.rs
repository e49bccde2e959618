//! Named entries: sections, which are maps from id to entry, and open-ended tables.
//! Must never change the order in which the author wrote them.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::field::unpack_span;
use super::{Field, name};
use crate::source::{Span, Spanned};

/// One entry of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<T> {
    /// Its id.
    pub id: String,
    /// Where the id stands.
    pub id_span: Span,
    /// Where the entry stands.
    pub span: Span,
    /// What the entry says.
    pub value: T,
}

impl<T> std::ops::Deref for Entry<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A section: a map from id to entry, in the order written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<T> {
    list: Vec<Entry<T>>,
    refused: Vec<Spanned<String>>,
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Entries { list: Vec::new(), refused: Vec::new() }
    }
}

impl<T> Entries<T> {
    /// The entry with this id. Takes time in proportion to the number of entries.
    pub fn find(&self, id: &str) -> Option<&Entry<T>> {
        self.list.iter().find(|entry| entry.id == id)
    }

    /// Ids of entries that are there but could not be read; references to them are no mistake.
    pub fn refused(&self) -> &[Spanned<String>] {
        &self.refused
    }

    /// Adds the entries of another file.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
        self.refused.extend(other.refused);
    }

    /// What the entries say, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.list.iter_mut().map(|entry| &mut entry.value)
    }

    /// Keeps the entries for which `keep` answers true.
    pub fn retain(&mut self, keep: impl FnMut(&Entry<T>) -> bool) {
        self.list.retain(keep);
    }
}

impl<T> std::ops::Deref for Entries<T> {
    type Target = [Entry<T>];
    fn deref(&self) -> &[Entry<T>] {
        &self.list
    }
}

impl<'a, T> IntoIterator for &'a Entries<T> {
    type Item = &'a Entry<T>;
    type IntoIter = std::slice::Iter<'a, Entry<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

/// The entries of a table whose keys are not fixed: the dimensions of a `when`, the measures of a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest<T>(Vec<Entry<T>>);

impl<T> Default for Rest<T> {
    fn default() -> Self {
        Rest(Vec::new())
    }
}

impl<T> Rest<T> {
    /// Adds the entries of another table behind those of this one.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// What the entries say, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|entry| &mut entry.value)
    }

    /// Keeps the entries for which `keep` answers true.
    pub fn retain(&mut self, keep: impl FnMut(&Entry<T>) -> bool) {
        self.0.retain(keep);
    }

    /// The entry under this key.
    pub fn find(&self, key: &str) -> Option<&Entry<T>> {
        self.0.iter().find(|entry| entry.id == key)
    }
}

impl<T> std::ops::Deref for Rest<T> {
    type Target = [Entry<T>];
    fn deref(&self) -> &[Entry<T>] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a Rest<T> {
    type Item = &'a Entry<T>;
    type IntoIter = std::slice::Iter<'a, Entry<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

struct EntriesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("named entries")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Entries::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut entries = Entries::default();
        while let Some((packed, id)) = access.next_key::<(u128, String)>()? {
            let id_span = unpack_span(packed);
            match access.next_value::<Field<T>>()?.into_inner() {
                Some(Spanned { value, span }) => entries.list.push(Entry { id, id_span, span, value }),
                None => entries.refused.push(Spanned::new(id, id_span)),
            }
        }
        Ok(entries)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(name::ENTRIES, EntriesVisitor(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Rest<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries = deserializer.deserialize_newtype_struct(name::REST, EntriesVisitor(PhantomData))?;
        Ok(Rest(entries.list))
    }
}

/// What an id may look like: words of letters (of any script) and digits, joined by hyphens.
pub const ID_PATTERN: &str = r"^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$";

/// Lets the names of a section hold underscores too, as the measures that the language knows do.
pub fn with_underscores(schema: &mut Schema) {
    if let Some(pattern) = schema.pointer_mut("/propertyNames/pattern") {
        *pattern = ID_PATTERN.replace("(-[", "([-_][").into();
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Entries{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": ID_PATTERN },
            "additionalProperties": one,
        })
    }
}

impl<T: JsonSchema> JsonSchema for Rest<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Rest{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": one })
    }
}
