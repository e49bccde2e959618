//! JSON in the one form over which Open Policy Agent takes digests: keys sorted, no spaces, its own escapes.
//! Must never depend on the order in which keys were read.

use std::fmt::Write;

use serde_json::Value;

/// A value in its canonical form.
pub(super) fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Array(values) => {
            out.push('[');
            for (at, value) in values.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write(value, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            let mut entries: Vec<(&String, &Value)> = map.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            out.push('{');
            for (at, (key, value)) in entries.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                string(key, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
        Value::String(text) => string(text, out),
        other => {
            // Writing into memory does not fail.
            let _ = write!(out, "{other}");
        }
    }
}

fn string(text: &str, out: &mut String) {
    let plain = Value::from(text).to_string();
    // Separators of lines and paragraphs are escaped there, and nowhere else.
    out.push_str(&plain.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"));
}
