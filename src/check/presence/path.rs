//! Follows a path such as `scripts.purpose=greeting` through a standard. Must never decide where an entry holds.

use serde_json::Value;

use crate::resolve::Project;
use crate::syntax::decode::ANY_KEY;

/// A place in a standard, with all that stands around it.
#[derive(Debug, Clone)]
pub(in crate::check) struct Found<'a> {
    // From the section to the place: each key with what stands below it.
    trail: Vec<(&'a str, &'a Value)>,
}

/// Everything at the end of a path that says something.
pub(in crate::check) fn find<'a>(whole: &'a Value, path: &'a str) -> Vec<Found<'a>> {
    let (keys, wanted) = match path.split_once('=') {
        Some((keys, wanted)) => (keys, Some(wanted.trim())),
        None => (path, None),
    };
    let mut keys = keys.split('.').map(str::trim);
    let section = keys.next().unwrap_or_default();
    let Some(value) = whole.get(section) else { return Vec::new() };
    // Right below a section stand names that the author chose: they are no keys.
    let named = Project::SECTIONS.contains(&section);
    let mut found = walk(Found { trail: vec![(section, value)] }, keys, named);
    found.retain(|place| match wanted {
        Some(wanted) => is(place.value(), wanted),
        None => says_something(place.value()),
    });
    found.into_iter().flat_map(entries).collect()
}

/// What an entry says at the end of a path of keys.
pub(in crate::check) fn follow<'a>(entry: &'a Value, path: &'a str) -> Vec<&'a Value> {
    let found = walk(Found { trail: vec![("", entry)] }, path.split('.').map(str::trim), false);
    found.into_iter().map(|found| found.value()).collect()
}

fn walk<'a>(start: Found<'a>, keys: impl Iterator<Item = &'a str>, named: bool) -> Vec<Found<'a>> {
    let mut found = vec![start];
    for (at, key) in keys.enumerate() {
        found = found.iter().flat_map(|place| below(place, key, named && at == 0)).collect();
    }
    found
}

impl<'a> Found<'a> {
    /// The keys that lead to the place, section first.
    pub(in crate::check) fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.trail.iter().map(|(key, _)| *key)
    }

    /// The conditions of everything that the place is part of: all of them must be met.
    pub(in crate::check) fn whens(&self) -> Vec<&'a Value> {
        self.trail.iter().filter_map(|(_, value)| value.get("when")).collect()
    }

    /// The channel that the place is part of or speaks of by itself.
    pub(in crate::check) fn channel(&self) -> Option<&'a str> {
        let mut keys = self.trail.iter();
        match (keys.next()?.0, keys.next()?) {
            ("channels", (id, _)) => Some(id),
            ("staffing", (_, entry)) => entry.get("channel").and_then(Value::as_str),
            _ => None,
        }
    }

    /// Whether it is part of something whose last day was before `today`.
    pub(in crate::check) fn ended(&self, today: &str) -> bool {
        let until = self.trail.iter().filter_map(|(_, value)| value.get("until")?.as_str());
        // Days are written year-month-day, so the order of the texts is the order of the days.
        until.into_iter().any(|until| until < today)
    }

    /// What stands there.
    pub(in crate::check) fn value(&self) -> &'a Value {
        self.trail.last().map_or(&Value::Null, |(_, value)| value)
    }

    fn with(&self, key: &'a str, value: &'a Value) -> Self {
        let mut trail = self.trail.clone();
        trail.push((key, value));
        Found { trail }
    }
}

fn below<'a>(place: &Found<'a>, key: &'a str, named: bool) -> Vec<Found<'a>> {
    let members = || members(place.value()).into_iter().map(|(name, value)| place.with(name, value));
    match own(place.value(), key) {
        _ if key == "*" && named => members().flat_map(|member| below(&member, key, false)).collect(),
        _ if key == "*" => members().collect(),
        Some(value) if !named => vec![place.with(key, value)],
        _ => members().filter_map(|member| Some(member.with(key, own(member.value(), key)?))).collect(),
    }
}

fn own<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    value.get(key).or_else(|| value.get(ANY_KEY)?.get(key))
}

/// What a list or a group holds; entries under open-ended keys count as entries.
fn members(value: &Value) -> Vec<(&str, &Value)> {
    match value {
        Value::Array(values) => values.iter().map(|value| ("", value)).collect(),
        Value::Object(object) => {
            let further = object.get(ANY_KEY).map(members).unwrap_or_default();
            let plain = object.iter().filter(|(key, _)| key.as_str() != ANY_KEY);
            plain.map(|(key, value)| (key.as_str(), value)).chain(further).collect()
        }
        _ => Vec::new(),
    }
}

/// A section or a decision table holds where its entries hold, so it stands for each of them.
fn entries(place: Found<'_>) -> Vec<Found<'_>> {
    let is_section = |key: &str| Project::SECTIONS.contains(&key);
    let each = |place: &Found<'_>| -> bool {
        let keys: Vec<&str> = place.trail.iter().map(|(key, _)| *key).collect();
        matches!(keys.as_slice(), [section] if is_section(section))
            || matches!(keys.as_slice(), ["returns", "rules"] | ["decisions", _, "rules"])
    };
    let table = |place: &Found<'_>| -> bool {
        let keys: Vec<&str> = place.trail.iter().map(|(key, _)| *key).collect();
        matches!(keys.as_slice(), ["returns"] | ["decisions", _])
    };
    let speaking = |place: &Found<'_>| says_something(place.value());
    if each(&place) {
        let members = members(place.value()).into_iter().map(|(key, value)| place.with(key, value));
        return members.filter(speaking).flat_map(entries).collect();
    }
    match place.value().get("rules") {
        Some(rules) if table(&place) => entries(place.with("rules", rules)),
        _ => vec![place],
    }
}

/// Whether a value, or one of several, is a word.
pub(in crate::check) fn is(value: &Value, wanted: &str) -> bool {
    let same = |word: &str| word.trim().replace(' ', "-") == wanted.replace(' ', "-");
    match value {
        Value::String(text) => same(text),
        Value::Bool(answer) => same(if *answer { "yes" } else { "no" }),
        Value::Number(number) => same(&number.to_string()),
        Value::Array(values) => values.iter().any(|value| is(value, wanted)),
        // Opening hours, amounts and times keep the author's words under `text`, conditions under `is`.
        Value::Object(object) => {
            object.get("text").or_else(|| object.get("is")).is_some_and(|said| is(said, wanted))
        }
        Value::Null => false,
    }
}

/// Whether anything is written there.
pub(in crate::check) fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
        Value::Array(values) => values.iter().any(says_something),
        Value::Object(object) => object.values().any(says_something),
    }
}
