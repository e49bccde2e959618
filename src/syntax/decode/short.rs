//! Short forms: `answer: 20 s` for `answer: { promise: 20 s }`. Must never guess: each type names its one short key.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Visitor};

/// A group of keys of which one may be written alone.
pub trait Shorthand {
    /// The request to the decoder: `short_key!("promise")`.
    const REQUEST: &'static str;
}

/// A value that may be written in its short form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Short<T>(pub T);

impl<T> std::ops::Deref for Short<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

struct ShortVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ShortVisitor<T> {
    type Value = Short<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::deserialize(deserializer).map(Short)
    }
}

impl<'de, T: Deserialize<'de> + Shorthand> Deserialize<'de> for Short<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(T::REQUEST, ShortVisitor(PhantomData))
    }
}

impl<T: JsonSchema + Shorthand> JsonSchema for Short<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Short{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let whole = generator.subschema_for::<T>();
        if generator.contract().is_serialize() {
            return whole;
        }
        let key = T::REQUEST.rsplit(':').next().unwrap_or_default();
        // The short form is checked by the very schema of the key that it stands for.
        let reference = whole.get("$ref").and_then(|value| value.as_str()).unwrap_or_default();
        json_schema!({ "anyOf": [whole, { "$ref": format!("{reference}/properties/{key}") }] })
    }
}

/// Declares the key that may be written alone.
macro_rules! shorthand {
    ($type:ty, $key:literal) => {
        impl $crate::syntax::decode::Shorthand for $type {
            const REQUEST: &'static str = concat!("\u{1}short:", $key);
        }
    };
}
pub(crate) use shorthand;
