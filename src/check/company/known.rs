//! Whether the paths of a rule of the company lead anywhere in the language. Must never guess what was meant.

use serde_json::Value;

use crate::model::{CompanyRule, language_schema};
use crate::source::Span;
use crate::syntax::decode::Entry;

/// The deepest nesting of choices that is looked into for one key.
const DEEPEST: usize = 6;

/// The paths of a rule that no standard can have, with their places.
pub(in crate::check) fn unknown_paths(rule: &Entry<CompanyRule>) -> Vec<(String, Span)> {
    let schema = language_schema();
    let mut unknown = Vec::new();
    let Some(subject) = rule.subject.get() else { return unknown };
    let subjects = follow(&schema, vec![schema.clone()], subject);
    if subjects.is_empty() {
        return vec![(subject.value.clone(), subject.span)];
    }
    let keys = [rule.only_where.value(), rule.asserted.value()];
    for key in keys.into_iter().flatten().flat_map(|keys| keys.iter()) {
        if follow(&schema, subjects.clone(), &key.id).is_empty() {
            unknown.push((key.id.clone(), key.id_span));
        }
    }
    unknown
}

/// What the schema says about the end of a path; names of entries on the way are passed over.
fn follow(schema: &Value, mut at: Vec<Value>, path: &str) -> Vec<Value> {
    for key in path.split('.').map(str::trim).filter(|key| *key != "*") {
        let mut next = Vec::new();
        at.iter().for_each(|value| below(schema, value, key, DEEPEST, &mut next));
        // Below these stand names of the author's own.
        if matches!(key, "when" | "may" | "promise" | "answers") && !next.is_empty() {
            return next;
        }
        at = next;
    }
    at
}

fn below(schema: &Value, value: &Value, key: &str, depth: usize, found: &mut Vec<Value>) {
    if depth == 0 {
        return;
    }
    if let Some(name) = value.get("$ref").and_then(Value::as_str) {
        let target = schema.pointer(name.trim_start_matches('#')).cloned().unwrap_or_default();
        below(schema, &target, key, depth - 1, found);
    }
    found.extend(value.get("properties").and_then(|keys| keys.get(key)).cloned());
    for inner in ["additionalProperties", "items"] {
        value.get(inner).into_iter().for_each(|inner| below(schema, inner, key, depth - 1, found));
    }
    for choice in value.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
        below(schema, choice, key, depth - 1, found);
    }
}
