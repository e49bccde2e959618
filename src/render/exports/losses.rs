//! The report of what a target cannot say. Must never use a word that a manager does not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::{Matter, Target};

/// What is lost, by its reason.
#[derive(Debug, Default)]
pub(super) struct Losses {
    reasons: BTreeMap<String, BTreeSet<String>>,
}

impl Losses {
    /// Something of one entry is lost or changed.
    pub(super) fn add(&mut self, reason: &str, entry: impl Into<String>) {
        self.reasons.entry(reason.to_owned()).or_default().insert(entry.into());
    }

    /// Something is lost everywhere.
    pub(super) fn say(&mut self, reason: &str) {
        self.reasons.entry(reason.to_owned()).or_default();
    }

    /// The report as Markdown.
    pub(super) fn report(&self, target: &Target, matter: &Matter<'_>) -> String {
        let [id, version] = matter.labels();
        let mut text = format!("# {}: what this export does not say\n\n", target.title);
        let _ = writeln!(text, "Standard {} {}, as of {}.\n", code(&id), code(&version), matter.today);
        if self.reasons.is_empty() {
            text.push_str("Everything that belongs here was exported.\n");
        }
        for (reason, entries) in &self.reasons {
            let _ = writeln!(text, "- {reason}");
            for entry in entries {
                let _ = writeln!(text, "  - {}", code(entry));
            }
        }
        text
    }
}

/// A text of the standard, so that none of it is markup.
fn code(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    if line.is_empty() { "–".to_owned() } else { format!("`{line}`") }
}
