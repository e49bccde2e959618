//! Entries that were given another id and say what they said before. Must never pair entries that differ.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::situation::standard::Renames;

/// How often the search starts again because a new id made further entries equal.
const ROUNDS: usize = 3;

/// Finds the renamed entries, and gives the old policy the new ids.
pub(super) fn settle(old: &mut Value, new: &Value, texts: &mut BTreeSet<String>) -> Renames {
    let mut all = Renames::new();
    for _ in 0..ROUNDS {
        let found = search(old, new);
        if found.is_empty() {
            break;
        }
        for (section, renamed) in &found {
            rename(old, section, renamed, texts);
            all.entry(section.clone()).or_default().extend(renamed.clone());
        }
    }
    all
}

fn search(old: &Value, new: &Value) -> Renames {
    let mut found = Renames::new();
    let (Some(before), Some(after)) = (old.as_object(), new.as_object()) else { return found };
    for (section, entries) in before {
        let (Some(entries), Some(now)) = (entries.as_object(), after.get(section).and_then(Value::as_object))
        else {
            continue;
        };
        if !NAMED.contains(&section.as_str()) {
            continue;
        }
        let gone = entries.iter().filter(|(id, _)| !now.contains_key(*id));
        let mut fresh: Vec<(&String, &Value)> =
            now.iter().filter(|(id, _)| !entries.contains_key(*id)).collect();
        let mut renamed = BTreeMap::new();
        for (id, entry) in gone {
            if let Some(at) = fresh.iter().position(|(_, theirs)| *theirs == entry) {
                let (now, _) = fresh.remove(at);
                renamed.insert(id.clone(), now.clone());
            }
        }
        if !renamed.is_empty() {
            found.insert(section.clone(), renamed);
        }
    }
    found
}

/// The sections whose keys are ids that authors choose freely.
const NAMED: [&str; 27] = [
    "channels",
    "roles",
    "locations",
    "links",
    "packages",
    "response_times",
    "staffing",
    "if_missed",
    "exclusions",
    "customer_duties",
    "scripts",
    "correspondence",
    "conduct",
    "procedures",
    "escalations",
    "decisions",
    "selling",
    "recovery",
    "loyalty",
    "follow_up",
    "premises",
    "appearance",
    "behaviours",
    "customer_types",
    "feedback",
    "incentives",
    "training",
];

// Gives entries their new ids, in their section and wherever a value is nothing but such an id.
fn rename(
    policy: &mut Value,
    section: &str,
    renamed: &BTreeMap<String, String>,
    texts: &mut BTreeSet<String>,
) {
    for (old, new) in renamed {
        let (from, to) = (format!("{section}/{old}"), format!("{section}/{new}"));
        let moved: Vec<String> = texts.iter().filter(|path| under(path, &from)).cloned().collect();
        for path in moved {
            let rest = path.strip_prefix(&from).unwrap_or_default().to_owned();
            texts.insert(format!("{to}{rest}"));
        }
    }
    let Some(sections) = policy.as_object_mut() else { return };
    if let Some(Value::Object(entries)) = sections.get_mut(section) {
        let taken = std::mem::take(entries);
        let named = taken.into_iter().map(|(id, entry)| (renamed.get(&id).cloned().unwrap_or(id), entry));
        *entries = named.collect::<Map<_, _>>();
    }
    let reference = Reference { section, renamed };
    for (name, value) in sections.iter_mut() {
        reference.follow(value, &[name.as_str()]);
    }
}

fn under(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What refers to the entries of a section.
struct Reference<'a> {
    section: &'a str,
    renamed: &'a BTreeMap<String, String>,
}

impl Reference<'_> {
    fn follow(&self, value: &mut Value, keys: &[&str]) {
        match value {
            Value::String(word) => {
                if let Some(new) = self.renamed.get(word).filter(|_| self.is_named_at(keys)) {
                    word.clone_from(new);
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.follow(value, keys)),
            Value::Object(group) => {
                for (key, value) in group.iter_mut() {
                    let below: Vec<&str> = keys.iter().copied().chain([key.as_str()]).collect();
                    self.follow(value, &below);
                }
            }
            _ => {}
        }
    }

    // Whether the value under these keys is the id of an entry.
    fn is_named_at(&self, keys: &[&str]) -> bool {
        let dimension = match self.section {
            "channels" => "channel",
            "roles" => "role",
            "locations" => "location",
            _ => "",
        };
        let named: &[&str] = match self.section {
            "channels" => &["channel", "redirect", "by"],
            "roles" => &[
                "who",
                "owner",
                "staffed_by",
                "reports_to",
                "hand_over",
                "to",
                "authority",
                "decided_by",
                "refuse_service",
                "mentor",
                "for",
                "by",
                "role",
            ],
            "locations" => &["location", "locations"],
            "links" => &["uses"],
            "scripts" => &["say", "script", "scorecard", "practise", "read", "covers"],
            "procedures" => &["procedure", "low_score", "practise", "read", "covers", "serves"],
            "behaviours" => &["scorecard", "practise", "covers"],
            "customer_types" => &["practise", "covers"],
            _ => &[],
        };
        match keys {
            [.., parent, "is" | "not"] => *parent == dimension,
            [section, .., "exception_to"] => *section == self.section,
            [.., last] => named.contains(last),
            [] => false,
        }
    }
}
