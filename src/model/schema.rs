//! The JSON Schema of the language, generated from the very types that read it.
//! Must never say more or less than the types: a test compares both on every fixture.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::Document;
use crate::syntax::decode::{ANY_KEY, REQUIRED_MARK};

/// Where the schema of the language is published.
const LANGUAGE_ID: &str = "https://etalon.example/schemas/etalon.schema.json";

/// The schema of a file of the language, draft 2020-12.
pub fn language_schema() -> Value {
    let mut schema = schema_of::<Document>(LANGUAGE_ID);
    let mut transform = Authoring;
    transform.transform(&mut schema);
    schema.insert("title".to_owned(), "A file of a service standard".into());
    schema.to_value()
}

/// The schema of a type, draft 2020-12, with the address it is published at.
pub fn schema_of<T: JsonSchema>(id: &str) -> Schema {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), id.into());
    schema
}

/// Turns what serde cannot express into schema: keys that must be there, keys that take every name, closed groups.
struct Authoring;

impl Transform for Authoring {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(object) = schema.as_object_mut() {
            close(object);
            open_texts(object);
            collapse_words(object);
        }
    }
}

fn close(object: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = object.get_mut("properties") else { return };
    let any = properties.remove(ANY_KEY);
    let mut required: Vec<Value> = Vec::new();
    for (key, property) in properties.iter_mut() {
        let Some(property) = property.as_object_mut() else { continue };
        if property.remove(REQUIRED_MARK).is_some() {
            required.push(key.as_str().into());
        }
    }
    match any {
        Some(Value::Object(mut any)) => {
            if let Some(Value::Object(known)) = any.remove("properties") {
                properties.extend(known);
            }
            let further = any.remove("additionalProperties").unwrap_or(Value::Bool(true));
            object.insert("additionalProperties".to_owned(), further);
        }
        _ => {
            object.insert("additionalProperties".to_owned(), false.into());
        }
    }
    object.remove("required");
    if !required.is_empty() {
        object.insert("required".to_owned(), Value::Array(required));
    }
}

// A bare `5` or `1.10` is a text like any other where a text is expected.
fn open_texts(object: &mut Map<String, Value>) {
    let bare = object.get("type").is_some_and(|kind| kind == "string")
        && !["const", "enum", "pattern", "format"].iter().any(|key| object.contains_key(*key));
    if bare {
        object.insert("type".to_owned(), json!(["string", "number", "boolean"]));
    }
}

// Words of several parts may be written with spaces, as people do: `in person` for `in-person`.
fn collapse_words(object: &mut Map<String, Value>) {
    let Some(Value::Array(choices)) = object.get("oneOf") else { return };
    let mut words = Vec::new();
    let mut meanings = Vec::new();
    for choice in choices {
        let Some(word) = choice.get("const").and_then(Value::as_str) else { return };
        let meaning = choice.get("description").and_then(Value::as_str).unwrap_or_default();
        meanings.push(format!("- `{word}`: {}", meaning.replace('\n', " ")));
        words.push(word.to_owned());
        if word.contains('-') {
            words.push(word.replace('-', " "));
        }
    }
    let described = object.get("description").and_then(Value::as_str).unwrap_or_default();
    let described = format!("{described}\n\n{}", meanings.join("\n"));
    object.remove("oneOf");
    object.insert("type".to_owned(), "string".into());
    object.insert("enum".to_owned(), words.into());
    object.insert("description".to_owned(), described.trim().into());
}
