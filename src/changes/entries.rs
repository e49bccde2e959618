//! What changed in entries apart from tables: words, duties, steps, hours, figures of no situation.
//! Must never repeat what a table tells.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::delta::{Delta, deltas};
use super::side::{Side, Versions};
use super::{Change, Kind, Said, sections, tables, treatment};

/// The changes, section by section.
pub(super) fn compared(versions: &Versions<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let empty = serde_json::Map::new();
    let old = versions.old.policy.as_object().unwrap_or(&empty);
    let new = versions.new.policy.as_object().unwrap_or(&empty);
    let gone = old.keys().filter(|section| !new.contains_key(*section));
    for section in new.keys().chain(gone) {
        let parts: Vec<(String, Option<&Value>, Option<&Value>)> = match section.as_str() {
            "quality" => ["metrics", "verification", "assessment"]
                .into_iter()
                .map(|part| {
                    let before = old.get(section).and_then(|quality| quality.get(part));
                    let after = new.get(section).and_then(|quality| quality.get(part));
                    (format!("quality.{part}"), before, after)
                })
                .collect(),
            _ => vec![(section.clone(), old.get(section), new.get(section))],
        };
        for (name, before, after) in parts {
            if sections::is_ignored(&name) {
                continue;
            }
            let section = Section { versions, name: &name };
            match sections::has_entries(&name) {
                true => section.entries(before, after, &mut changes),
                false => section.single(before, after, &mut changes),
            }
        }
    }
    for (section, renamed) in &versions.renames {
        changes.extend(renamed.iter().map(|(old, new)| renamed_entry(versions, section, old, new)));
    }
    changes
}

struct Section<'v, 'a> {
    versions: &'v Versions<'a>,
    name: &'v str,
}

impl Section<'_, '_> {
    fn entries(&self, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<Change>) {
        let empty = serde_json::Map::new();
        let before = old.and_then(Value::as_object).unwrap_or(&empty);
        let after = new.and_then(Value::as_object).unwrap_or(&empty);
        let gone = before.keys().filter(|id| !after.contains_key(*id));
        for id in after.keys().chain(gone) {
            match (before.get(id), after.get(id)) {
                (Some(old), Some(new)) if old != new => {
                    let path = format!("{}/{id}", self.name.replace('.', "/"));
                    let found = deltas(&path, self.texts(), old, new);
                    self.told(id, found, changes);
                }
                (Some(_), None) if !sections::is_told_by_tables(self.name) => {
                    changes.push(self.alone(id, false));
                }
                (None, Some(_)) if !sections::is_told_by_tables(self.name) => {
                    changes.push(self.alone(id, true));
                }
                _ => {}
            }
        }
    }

    fn single(&self, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<Change>) {
        let nothing = Value::Object(serde_json::Map::new());
        let (old, new) = match (old, new) {
            (Some(Value::Object(_)), None) | (None, Some(Value::Object(_))) => {
                (old.unwrap_or(&nothing), new.unwrap_or(&nothing))
            }
            (old, new) => (old.unwrap_or(&Value::Null), new.unwrap_or(&Value::Null)),
        };
        if old != new {
            let mut found = deltas(self.name, self.texts(), old, new);
            for delta in &mut found {
                // A list that stands by itself has no keys below the section.
                delta.old = delta.old.take().filter(|value| !value.is_null());
                delta.new = delta.new.take().filter(|value| !value.is_null());
            }
            self.told("", found, changes);
        }
    }

    fn texts(&self) -> [&BTreeSet<String>; 2] {
        [&self.versions.old.texts, &self.versions.new.texts]
    }

    // An entry that only one version has.
    fn alone(&self, id: &str, added: bool) -> Change {
        let kind = treatment::of_entry(self.name, added);
        let message = match added {
            true => format!("`{id}` is new in `{}`", self.name),
            false => format!("`{id}` is gone from `{}`", self.name),
        };
        let said = |side: &Side<'_>, id: &str, there: bool| match there {
            true => {
                let places = side.find(self.name, &[id]).into_iter().collect();
                Said { values: Vec::new(), rules: vec![id.to_owned()], places }
            }
            false => Said::default(),
        };
        let was = self.versions.before(self.name, id);
        let roles = match added {
            true => self.versions.new.roles(self.name, id),
            false => self.versions.old.roles(self.name, was),
        };
        Change {
            message,
            roles,
            old: said(&self.versions.old, was, !added),
            new: said(&self.versions.new, id, added),
            ..self.change(id, kind)
        }
    }

    // The differences within an entry, one change for each kind and each group of roles.
    fn told(&self, id: &str, found: Vec<Delta>, changes: &mut Vec<Change>) {
        let found: Vec<Delta> = found
            .into_iter()
            .filter(|delta| !sections::is_of_tables(self.name, self.versions, id, delta))
            .collect();
        let steps = found.iter().any(|delta| matches!(delta.keys.as_slice(), [steps, _] if steps == "steps"));
        let mut groups: BTreeMap<(Kind, Vec<String>), Vec<Delta>> = BTreeMap::new();
        for delta in found {
            // Where steps come or go, others lead elsewhere; that needs no line of its own.
            if steps && sections::leads_on(&delta) {
                continue;
            }
            for (kind, roles) in self.verdicts(id, &delta) {
                groups.entry((kind, roles)).or_default().push(delta.clone());
            }
        }
        for ((kind, roles), deltas) in groups {
            let phrases: Vec<String> = deltas.iter().take(3).map(|delta| phrase(delta, kind)).collect();
            let mut message = format!("{}: {}", self.title(id), phrases.join("; "));
            if deltas.len() > phrases.len() {
                message.push_str(&format!("; and {} more", deltas.len() - phrases.len()));
            }
            let keys = deltas.first().map(|delta| delta.keys.clone()).unwrap_or_default();
            let one = deltas.len() == 1;
            let said = |side: &Side<'_>, id: &str, value: fn(&Delta) -> Option<&Value>| {
                let path: Vec<&str> = (!id.is_empty())
                    .then_some(id)
                    .into_iter()
                    .chain(keys.iter().map(String::as_str))
                    .collect();
                let values = deltas.iter().filter_map(value).map(shown);
                let rules = if id.is_empty() { Vec::new() } else { vec![id.to_owned()] };
                Said {
                    values: values.collect(),
                    rules,
                    places: side.find(self.name, &path).into_iter().collect(),
                }
            };
            changes.push(Change {
                message,
                roles,
                attribute: if one { keys.join(".") } else { String::new() },
                old: said(&self.versions.old, self.versions.before(self.name, id), |delta| {
                    delta.old.as_ref()
                }),
                new: said(&self.versions.new, id, |delta| delta.new.as_ref()),
                ..self.change(id, kind)
            });
        }
    }

    fn title(&self, id: &str) -> String {
        match id.is_empty() {
            true => format!("`{}`", self.name),
            false => format!("`{id}` in `{}`", self.name),
        }
    }

    // What a difference means, and for which roles.
    fn verdicts(&self, id: &str, delta: &Delta) -> Vec<(Kind, Vec<String>)> {
        if treatment::names_roles(self.name, delta) {
            let roles = |value: &Option<Value>| -> Vec<String> {
                let one = value.as_ref().and_then(Value::as_str).map(str::to_owned);
                one.into_iter().collect()
            };
            let moved = [(Kind::DutyRemoved, roles(&delta.old)), (Kind::DutyAdded, roles(&delta.new))];
            return moved.into_iter().filter(|(_, roles)| !roles.is_empty()).collect();
        }
        vec![(treatment::of_delta(self.name, delta), self.roles(id, delta))]
    }

    // Who does the work, where the entry or the step says so; else whom the entry concerns.
    fn roles(&self, id: &str, delta: &Delta) -> Vec<String> {
        let work = |side: &Side<'_>| -> Vec<String> {
            let mut entry = self.name.split('.').try_fold(&side.policy, |value, key| value.get(key));
            if !id.is_empty() {
                entry = entry.and_then(|entry| entry.get(id));
            }
            let part = match delta.keys.as_slice() {
                [steps, step, ..] if steps == "steps" => {
                    entry.and_then(|entry| entry.get("steps")).and_then(|steps| steps.get(step))
                }
                _ => entry,
            };
            match part.and_then(|part| part.get("who")) {
                Some(Value::Array(roles)) => {
                    roles.iter().filter_map(Value::as_str).map(str::to_owned).collect()
                }
                Some(Value::String(role)) => vec![role.clone()],
                _ => Vec::new(),
            }
        };
        let (new, old) = (&self.versions.new, &self.versions.old);
        let mut roles = work(new);
        roles.extend(work(old));
        if roles.is_empty() || self.name == "appearance" {
            roles.extend(new.roles(self.name, id));
            roles.extend(old.roles(self.name, self.versions.before(self.name, id)));
        }
        roles.sort();
        roles.dedup();
        roles
    }

    fn change(&self, id: &str, kind: Kind) -> Change {
        let (customer, staff) = Change::means(kind);
        Change {
            kind,
            message: String::new(),
            section: self.name.to_owned(),
            entry: id.to_owned(),
            attribute: String::new(),
            customer,
            staff,
            roles: Vec::new(),
            old: Said::default(),
            new: Said::default(),
            situations: Vec::new(),
            from: None,
            until: None,
        }
    }
}

fn renamed_entry(versions: &Versions<'_>, section: &str, old: &str, new: &str) -> Change {
    let named = Section { versions, name: section };
    let said = |side: &Side<'_>, id: &str| Said {
        values: Vec::new(),
        rules: vec![id.to_owned()],
        places: side.find(section, &[id]).into_iter().collect(),
    };
    Change {
        message: format!("`{old}` in `{section}` is called `{new}` now and says the same"),
        roles: versions.new.roles(section, new),
        old: said(&versions.old, old),
        new: said(&versions.new, new),
        ..named.change(new, Kind::Wording)
    }
}

// A difference in words.
fn phrase(delta: &Delta, kind: Kind) -> String {
    let name = match delta.keys.as_slice() {
        [] => String::new(),
        [steps, step] if steps == "steps" => format!("step `{step}`"),
        [steps, step, rest @ ..] if steps == "steps" => format!("`{}` of step `{step}`", rest.join(".")),
        keys => format!("`{}`", keys.join(".")),
    };
    if delta.order {
        return format!("the order of {name} is another one");
    }
    if kind == Kind::Wording && delta.text {
        return match (&delta.old, &delta.new) {
            (Some(_), Some(_)) => format!("{name} has other words"),
            (None, _) => format!("{name} has new words"),
            (_, None) => format!("{name} has fewer words"),
        };
    }
    if let Some((gained, lost)) = treatment::opened(delta) {
        let mut parts = Vec::new();
        if !lost.is_empty() {
            parts.push(format!("no longer {lost}"));
        }
        if !gained.is_empty() {
            parts.push(format!("now also {gained}"));
        }
        if !parts.is_empty() {
            return format!("{name}: {}", parts.join(", "));
        }
    }
    match (&delta.old, &delta.new) {
        (Some(old), Some(new)) => format!("{name} is {} instead of {}", shown(new), shown(old)),
        (None, Some(new)) => format!("{name} now: {}", shown(new)),
        (Some(old), None) => format!("{name} no longer: {}", shown(old)),
        (None, None) => name,
    }
}

/// The longest text that is quoted, in characters.
const LONGEST: usize = 90;

// A value for readers.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(word) => word.clone(),
        Value::Bool(answer) => if *answer { "yes" } else { "no" }.to_owned(),
        Value::Array(values) => values.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(group) => match group.get("text").and_then(Value::as_str) {
            Some(text) => text.to_owned(),
            None => {
                let told = group.get("do").or_else(|| group.get("question")).or_else(|| group.get("promise"));
                match told.or_else(|| group.values().next()) {
                    Some(first) => shown(first),
                    None => String::new(),
                }
            }
        },
        other => other.to_string(),
    };
    match text.chars().count() > LONGEST {
        true => format!("{} …", text.chars().take(LONGEST).collect::<String>().trim_end()),
        false => text,
    }
}

// Sections that hold side by side are told by their tables.
pub(super) fn is_side_by_side(section: &str) -> bool {
    tables::is_by_entry(section)
}
