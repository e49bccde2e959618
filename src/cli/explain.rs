//! `etalon explain RULE`: the page about a rule. Must never need the network: every page is in the program.

use std::io::Write;

use clap::Args;

use super::{Outcome, Result, say};
use crate::check::{RULES, find_rule, page};
use crate::diagnostic::nearest;
use crate::source::LoadError;

/// Explain a rule: what it finds, why it matters, what is flagged and what is accepted.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The rule, such as `procedures/dead-end`.
    rule: String,
}

impl Explain {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let Some(rule) = find_rule(&self.rule) else {
            let help = match nearest(&self.rule, RULES.iter().map(|rule| rule.id)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`etalon rules` lists all rules".to_owned(),
            };
            return Err(LoadError::new(format!("there is no rule `{}`", self.rule), help));
        };
        say(out, &page(rule))?;
        Ok(Outcome::Clean)
    }
}
