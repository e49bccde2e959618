//! `etalon rules`: lists every rule. Must never explain one at length: `etalon explain` does.

use std::io::Write;

use clap::Args;

use super::{Outcome, Result, say};
use crate::check::RULES;

/// List all rules with what they find.
#[derive(Debug, Args)]
pub(super) struct Rules {
    /// Only the rules of this group, such as `procedures`.
    group: Option<String>,
}

impl Rules {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let wanted = |id: &str| self.group.as_ref().is_none_or(|group| id.starts_with(group.as_str()));
        let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
        for rule in RULES.iter().filter(|rule| wanted(rule.id)) {
            say(out, &format!("{:width$}  {:7}  {}\n", rule.id, rule.severity.word(), rule.summary()))?;
        }
        Ok(Outcome::Clean)
    }
}
