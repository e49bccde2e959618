//! Names that stand for the ids of another system until somebody fills them in. Must never be a number that could be an
//! id.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The names that an export uses, each with what it stands for.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    names: BTreeMap<String, String>,
}

impl Symbols {
    /// The name of something, as it stands in the files.
    pub(super) fn of(&mut self, kind: &str, name: &str, means: &str) -> String {
        let key = format!("{kind}:{name}");
        let shown = format!("{{{{{key}}}}}");
        self.names.insert(key, means.to_owned());
        shown
    }

    /// All names.
    pub(super) fn names(&self) -> Vec<String> {
        self.names.keys().cloned().collect()
    }

    /// The file in which ids are filled in.
    pub(super) fn mapping(&self) -> Value {
        let entry = |(key, means): (&String, &String)| {
            (format!("{{{{{key}}}}}"), json!({ "means": means, "id": null }))
        };
        Value::Object(self.names.iter().map(entry).collect())
    }
}
