//! Two values of a policy, key by key: what is there only before, only now, or reads otherwise. Must never judge.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// One difference.
#[derive(Debug, Clone)]
pub(super) struct Delta {
    /// The keys that lead to it below the entry; places in lists are left out.
    pub(super) keys: Vec<String>,
    /// What was said; none when nothing was.
    pub(super) old: Option<Value>,
    /// What is said; none when nothing is.
    pub(super) new: Option<Value>,
    /// Whether it is a text for people.
    pub(super) text: bool,
    /// Whether only the order of a list is another one.
    pub(super) order: bool,
}

/// The differences between two values that stand at `path`.
pub(super) fn deltas(path: &str, texts: [&BTreeSet<String>; 2], old: &Value, new: &Value) -> Vec<Delta> {
    let mut walk = Walk { path: path.to_owned(), keys: Vec::new(), texts, found: Vec::new() };
    walk.pair(old, new);
    walk.found
}

struct Walk<'a> {
    path: String,
    keys: Vec<String>,
    texts: [&'a BTreeSet<String>; 2],
    found: Vec<Delta>,
}

impl Walk<'_> {
    fn pair(&mut self, old: &Value, new: &Value) {
        if old == new {
            return;
        }
        match (old, new) {
            (Value::Array(old), Value::Array(new)) => self.lists(old, new),
            (Value::Object(before), Value::Object(after))
                if !self.is_text() && !is_leaf(old) && !is_leaf(new) =>
            {
                self.groups(before, after);
            }
            _ => self.note(Some(old), Some(new), false),
        }
    }

    fn groups(&mut self, old: &Map<String, Value>, new: &Map<String, Value>) {
        let fresh = new.keys().filter(|key| !old.contains_key(*key));
        for key in old.keys().chain(fresh) {
            let length = self.path.len();
            self.path.push('/');
            self.path.push_str(key);
            self.keys.push(key.clone());
            match (old.get(key), new.get(key)) {
                (Some(old), Some(new)) => self.pair(old, new),
                (old, new) => self.alone(old, new),
            }
            self.keys.pop();
            self.path.truncate(length);
        }
    }

    // What only one version has; a list gives one difference for each value.
    fn alone(&mut self, old: Option<&Value>, new: Option<&Value>) {
        match (old, new) {
            (Some(Value::Array(old)), None) => self.lists(old, &[]),
            (None, Some(Value::Array(new))) => self.lists(&[], new),
            (old, new) => self.note(old, new, false),
        }
    }

    fn lists(&mut self, old: &[Value], new: &[Value]) {
        let (mut gone, mut fresh) = (without(old, new), without(new, old));
        if gone.is_empty() && fresh.is_empty() {
            self.note(Some(&Value::Array(old.to_vec())), Some(&Value::Array(new.to_vec())), true);
            return;
        }
        let text = self.is_text();
        let whole = |value: &Value| value.is_object() && !is_leaf(value);
        let mut at = 0;
        while let Some(before) = gone.get(at).copied() {
            let fitting = fresh.iter().position(|after| {
                if text { is_reworded(before, after) } else { whole(before) && whole(after) }
            });
            match fitting {
                Some(with) => {
                    gone.remove(at);
                    let after = fresh.remove(with);
                    if text { self.note(Some(before), Some(after), false) } else { self.pair(before, after) }
                }
                None => at += 1,
            }
        }
        gone.into_iter().for_each(|before| self.note(Some(before), None, false));
        fresh.into_iter().for_each(|after| self.note(None, Some(after), false));
    }

    fn note(&mut self, old: Option<&Value>, new: Option<&Value>, order: bool) {
        let (text, keys) = (self.is_text(), self.keys.clone());
        self.found.push(Delta { keys, old: old.cloned(), new: new.cloned(), text, order });
    }

    fn is_text(&self) -> bool {
        self.texts.iter().any(|texts| texts.contains(&self.path))
    }
}

// Figures, hours and amounts are written as a group with their own words in it.
fn is_leaf(value: &Value) -> bool {
    value.get("text").is_some_and(Value::is_string)
}

fn without<'a>(list: &'a [Value], other: &[Value]) -> Vec<&'a Value> {
    let mut left: Vec<&Value> = other.iter().collect();
    let mut alone = Vec::new();
    for value in list {
        match left.iter().position(|theirs| *theirs == value) {
            Some(at) => {
                left.remove(at);
            }
            None => alone.push(value),
        }
    }
    alone
}

// Whether one text is the other in other words: in some language they share half of their words.
fn is_reworded(old: &Value, new: &Value) -> bool {
    let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else { return false };
    old.iter().any(|(language, text)| {
        let words = |text: &Value| -> BTreeSet<String> {
            let text = text.as_str().unwrap_or_default().to_lowercase();
            text.split(|letter: char| !letter.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let Some(other) = new.get(language) else { return false };
        let (before, after) = (words(text), words(other));
        2 * before.intersection(&after).count() >= before.union(&after).count()
    })
}
