//! Whether a standard says something at all, found by a path of keys. Must never judge what it says.

use serde_json::Value;

use crate::resolve::Project;
use crate::syntax::decode::ANY_KEY;

/// A standard in the form in which paths are followed.
#[derive(Debug)]
pub(super) struct Presence(Value);

impl Presence {
    /// Takes a standard in.
    pub(super) fn of(project: &Project) -> Self {
        // INVARIANT: every key is a text and every number finite, so the value can always be made.
        Presence(serde_json::to_value(project).unwrap_or_default())
    }

    /// Whether something is found at the end of a path such as `hold`, `response_times.answer` or
    /// `scripts.purpose=greeting`. Each key is looked for in what was found before and in each of its entries.
    pub(super) fn has(&self, path: &str) -> bool {
        let (keys, wanted) = match path.split_once('=') {
            Some((keys, wanted)) => (keys, Some(wanted)),
            None => (path, None),
        };
        let mut keys = keys.split('.').map(str::trim);
        let section = keys.next().unwrap_or_default();
        let Some(whole) = self.0.get(section) else { return false };
        let mut found = vec![whole];
        for (at, key) in keys.enumerate() {
            // Right below a section stand names that the author chose: they are no keys.
            let named = at == 0 && Project::SECTIONS.contains(&section);
            found = found.iter().flat_map(|value| below(value, key, named)).collect();
        }
        match wanted {
            Some(wanted) => found.iter().any(|value| is(value, wanted.trim())),
            None => found.iter().any(|value| says_something(value)),
        }
    }
}

fn below<'a>(value: &'a Value, key: &str, named: bool) -> Vec<&'a Value> {
    let own = |value: &'a Value| {
        let further = || value.get(ANY_KEY).and_then(|further| further.get(key));
        value.get(key).or_else(further)
    };
    match own(value) {
        Some(found) if !named => vec![found],
        _ => members(value).into_iter().filter_map(own).collect(),
    }
}

/// What a list or a group holds; entries under open-ended keys count as entries.
fn members(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        Value::Object(object) => {
            let further = object.get(ANY_KEY).map(members).unwrap_or_default();
            let plain = object.iter().filter(|(key, _)| key.as_str() != ANY_KEY).map(|(_, value)| value);
            plain.chain(further).collect()
        }
        _ => Vec::new(),
    }
}

fn is(value: &Value, wanted: &str) -> bool {
    let same = |word: &str| word.trim().replace(' ', "-") == wanted.replace(' ', "-");
    match value {
        Value::String(text) => same(text),
        Value::Bool(answer) => same(if *answer { "yes" } else { "no" }),
        Value::Number(number) => same(&number.to_string()),
        Value::Array(values) => values.iter().any(|value| is(value, wanted)),
        Value::Null | Value::Object(_) => false,
    }
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
        Value::Array(values) => values.iter().any(says_something),
        Value::Object(object) => object.values().any(says_something),
    }
}
