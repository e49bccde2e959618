//! Values that people write as words: durations, dates, hours, amounts.
//! Must never parse them itself: each type brings its own reader.

use std::fmt;

use schemars::{Schema, json_schema};
use serde::de::{Deserializer, Error, Visitor};

use super::Problem;
use super::problem::Carried;

/// A value with a written form.
pub trait Written: Sized {
    /// Reads the written form; the problem names the part that cannot be understood.
    fn from_written(text: &str) -> Result<Self, Problem>;
}

/// Reads a written value from any deserializer.
pub fn read_written<'de, D: Deserializer<'de>, T: Written>(deserializer: D) -> Result<T, D::Error> {
    let text = deserializer.deserialize_str(TextVisitor)?;
    T::from_written(&text).map_err(|problem| D::Error::custom(Carried(problem)))
}

/// The schema of a written value: what it is, how it looks, and examples.
pub fn written_schema(description: &str, pattern: &str, examples: &[&str]) -> Schema {
    json_schema!({
        "description": description,
        "type": "string",
        "pattern": pattern,
        "examples": examples,
    })
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }
}

/// Gives a type with a written form its reader and its two schemas: as people write it, and as machines read it.
macro_rules! written {
    ($type:ty => $machine:ty, $name:literal, $description:literal, $pattern:expr, [$($example:literal),* $(,)?]) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::syntax::decode::read_written(deserializer)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                if generator.contract().is_serialize() {
                    return <$machine as schemars::JsonSchema>::json_schema(generator);
                }
                $crate::syntax::decode::written_schema($description, $pattern, &[$($example),*])
            }
        }
    };
}
pub(crate) use written;
