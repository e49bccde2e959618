//! The JSON Schema of the language, generated from the very types that read it.
//! Must never say more or less than the types: a test compares both on every fixture.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::Document;
use crate::syntax::decode::{ANY_KEY, REQUIRED_MARK};

/// The schema of a file of the language, draft 2020-12.
pub fn language_schema() -> Value {
    schema_of::<Document>(SchemaSettings::draft2020_12(), "etalon", "A file of a service standard")
}

/// The schema of something that is written for machines, draft 2020-12.
pub fn machine_schema<T: JsonSchema>(name: &str, title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    published(settings.into_generator().into_root_schema_for::<T>(), name, title)
}

/// The schema of parts of the language that are written for machines, where what is not said is left out.
pub fn sparse_machine_schema<T: JsonSchema>(name: &str, title: &str) -> Value {
    schema_of::<T>(SchemaSettings::draft2020_12().for_serialize(), name, title)
}

fn schema_of<T: JsonSchema>(settings: SchemaSettings, name: &str, title: &str) -> Value {
    let authored = settings.contract.is_deserialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    Closed { authored }.transform(&mut schema);
    published(schema, name, title)
}

fn published(mut schema: Schema, name: &str, title: &str) -> Value {
    schema.insert("$id".to_owned(), schema_address(name).into());
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}

/// The address under which a schema is published.
pub fn schema_address(name: &str) -> String {
    format!("https://etalon.example/schemas/{name}.schema.json")
}

/// Turns what serde cannot express into schema: keys that must be there, keys that take every name, closed groups.
struct Closed {
    /// Whether people write what the schema describes.
    authored: bool,
}

impl Transform for Closed {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(object) = schema.as_object_mut() {
            close(object);
            collapse_words(object, self.authored);
            if self.authored {
                open_texts(object);
                open_answers(object);
            }
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
        // A group that says itself what further keys may hold stays open.
        _ => {
            object.entry("additionalProperties").or_insert(Value::Bool(false));
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

// `yes` and `no` are what people write.
fn open_answers(object: &mut Map<String, Value>) {
    if object.get("type").is_some_and(|kind| kind == "boolean") {
        object.remove("type");
        object.insert("enum".to_owned(), json!([true, false, "yes", "no"]));
    }
}

// Words of several parts may be written with spaces, as people do: `in person` for `in-person`.
fn collapse_words(object: &mut Map<String, Value>, authored: bool) {
    let Some(Value::Array(choices)) = object.get("oneOf") else { return };
    let mut words = Vec::new();
    let mut meanings = Vec::new();
    for choice in choices {
        let Some(word) = choice.get("const").and_then(Value::as_str) else { return };
        let meaning = choice.get("description").and_then(Value::as_str).unwrap_or_default();
        meanings.push(format!("- `{word}`: {}", meaning.replace('\n', " ")));
        words.push(word.to_owned());
        if authored && word.contains('-') {
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
