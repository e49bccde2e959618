//! A single value that may be absent, refused or present. Must never pass an error on: the value beside it counts too.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::name;
use crate::source::{FileId, Span, Spanned};

/// A value that may be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<T>(State<T>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum State<T> {
    Absent,
    Refused(Option<Span>),
    // Most fields of an entry are absent, so what is present lives elsewhere and an entry stays small.
    Present(Box<Spanned<T>>),
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Field(State::Absent)
    }
}

impl<T> Field<T> {
    /// A value that is there.
    pub fn present(value: T, span: Span) -> Self {
        Field(State::Present(Box::new(Spanned::new(value, span))))
    }

    /// The value with its place, when it is there and sound.
    pub fn get(&self) -> Option<&Spanned<T>> {
        match &self.0 {
            State::Present(spanned) => Some(spanned.as_ref()),
            State::Absent | State::Refused(_) => None,
        }
    }

    /// The value alone.
    pub fn value(&self) -> Option<&T> {
        self.get().map(|spanned| &spanned.value)
    }

    /// The value alone, to be changed.
    pub fn value_mut(&mut self) -> Option<&mut T> {
        match &mut self.0 {
            State::Present(spanned) => Some(&mut spanned.value),
            State::Absent | State::Refused(_) => None,
        }
    }

    /// The place of the value, also of one that was refused.
    pub fn span(&self) -> Option<Span> {
        match &self.0 {
            State::Present(spanned) => Some(spanned.span),
            State::Refused(span) => *span,
            State::Absent => None,
        }
    }

    /// True when nothing was written; a value that was refused counts as written.
    pub fn is_absent(&self) -> bool {
        matches!(self.0, State::Absent)
    }

    /// The value by itself, given away.
    pub fn into_inner(self) -> Option<Spanned<T>> {
        match self.0 {
            State::Present(spanned) => Some(*spanned),
            State::Absent | State::Refused(_) => None,
        }
    }
}

/// A value that must be there; its absence is reported where it is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Required<T>(Field<T>);

impl<T> Default for Required<T> {
    fn default() -> Self {
        Required(Field::default())
    }
}

impl<T> Required<T> {
    /// The value alone, to be changed.
    pub fn value_mut(&mut self) -> Option<&mut T> {
        self.0.value_mut()
    }
}

impl<T> std::ops::Deref for Required<T> {
    type Target = Field<T>;
    fn deref(&self) -> &Field<T> {
        &self.0
    }
}

struct FieldVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Field(State::Absent))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Field(State::Refused(None)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let span = access.next_key::<u128>()?.map(unpack_span);
        // The decoder has reported why the value was refused before the error arrives here.
        Ok(Field(match (access.next_value::<T>(), span) {
            (Ok(value), Some(span)) => State::Present(Box::new(Spanned::new(value, span))),
            (_, span) => State::Refused(span),
        }))
    }
}

/// A span as one number, the only thing besides text that passes through serde unharmed.
pub(super) fn pack_span(span: Span) -> u128 {
    u128::from(span.file.0) << 64 | u128::from(span.start) << 32 | u128::from(span.end)
}

pub(crate) fn unpack_span(packed: u128) -> Span {
    let part = |shift: u32| (packed >> shift) as u32;
    Span { file: FileId(part(64)), start: part(32), end: part(0) }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(name::FIELD, FieldVisitor(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Required<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(name::REQUIRED, FieldVisitor(PhantomData)).map(Required)
    }
}

impl<T: JsonSchema> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// Marks the schema of a property that must be there; `model::schema` turns the mark into `required`.
pub const REQUIRED_MARK: &str = "x-etalon-required";

impl<T: JsonSchema> JsonSchema for Required<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = generator.subschema_for::<T>();
        schema.insert(REQUIRED_MARK.to_owned(), true.into());
        schema
    }
}
