//! Several values. Must never drop a sound value because its neighbour is not.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

use super::{Field, name};
use crate::source::Spanned;

/// One or several values; a single one may be written without a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T>(Vec<Spanned<T>>);

/// One or several short values that contain no comma, so that `human, public` is a list too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words<T>(Vec<Spanned<T>>);

macro_rules! both {
    ($type:ident, $name:expr) => {
        impl<T> Default for $type<T> {
            fn default() -> Self {
                $type(Vec::new())
            }
        }

        impl<T> $type<T> {
            /// Adds a value.
            pub fn push(&mut self, value: Spanned<T>) {
                self.0.push(value);
            }

            /// The values, to be changed.
            pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
                self.0.iter_mut().map(|one| &mut one.value)
            }

            /// Adds the values of another list behind those of this one.
            pub fn extend(&mut self, other: Self) {
                self.0.extend(other.0);
            }
        }

        impl<T> std::ops::Deref for $type<T> {
            type Target = [Spanned<T>];
            fn deref(&self) -> &[Spanned<T>] {
                &self.0
            }
        }

        impl<'a, T> IntoIterator for &'a $type<T> {
            type Item = &'a Spanned<T>;
            type IntoIter = std::slice::Iter<'a, Spanned<T>>;
            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<'de, T: Deserialize<'de>> Deserialize<'de> for $type<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_newtype_struct($name, ListVisitor(PhantomData)).map($type)
            }
        }

        impl<T: JsonSchema> JsonSchema for $type<T> {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                format!("{}{}", stringify!($type), T::schema_name()).into()
            }
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                list_schema::<T>(generator, $name == name::WORDS)
            }
        }
    };
}

both!(List, name::LIST);
both!(Words, name::WORDS);

fn list_schema<T: JsonSchema>(generator: &mut SchemaGenerator, commas: bool) -> Schema {
    let one = generator.subschema_for::<T>();
    if generator.contract().is_serialize() {
        return json_schema!({ "type": "array", "items": one });
    }
    let words = known_words(&T::json_schema(generator));
    if !commas || words.is_empty() {
        return json_schema!({ "anyOf": [{ "type": "array", "items": one }, one] });
    }
    let word = words.join("|").replace('-', "[- ]");
    let several = format!("^\\s*({word})(\\s*,\\s*({word}))+\\s*$");
    json_schema!({
        "anyOf": [{ "type": "array", "items": one }, one, { "type": "string", "pattern": several }],
    })
}

/// The words of an enumeration; none when anything can be written.
fn known_words(schema: &Schema) -> Vec<String> {
    let choices = schema.get("oneOf").and_then(|choices| choices.as_array());
    let word = |choice: &serde_json::Value| choice.get("const")?.as_str().map(str::to_owned);
    choices.into_iter().flatten().filter_map(word).collect()
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<Spanned<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::with_capacity(access.size_hint().unwrap_or(0));
        while let Some(field) = access.next_element::<Field<T>>()? {
            values.extend(field.into_inner());
        }
        Ok(values)
    }
}
