//! `etalon rules`: lists every rule. Must never explain one at length: `etalon explain` does.

use std::io::Write;

use clap::Args;

use super::place::here;
use super::show::{company_summary, weight_word};
use super::{Outcome, Result, say};
use crate::check::{RULES, company_rule_id, company_severity, reweighed};

/// List all rules with what they find: those of the program and, inside a standard, those of the company, each with the
/// weight that `check_rules` gives it.
#[derive(Debug, Args)]
pub(super) struct Rules {
    /// Only the rules of this group, such as `procedures` or `company`.
    group: Option<String>,
}

impl Rules {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let known = RULES.iter().map(|rule| (rule.id, rule.severity, rule.summary()));
        let mut all: Vec<_> = known.collect();
        let project = here().unwrap_or_default();
        let source = project.source_language();
        let own = project.company_rules.iter();
        all.extend(
            own.map(|rule| (company_rule_id(rule), company_severity(rule), company_summary(rule, source))),
        );
        let reweighed = reweighed(&project);
        let wanted = |id: &str| self.group.as_ref().is_none_or(|group| id.starts_with(group.as_str()));
        let width = all.iter().map(|(id, ..)| id.len()).max().unwrap_or(0);
        for (id, usual, summary) in all.iter().filter(|(id, ..)| wanted(id)) {
            let (word, note) = match reweighed.iter().find(|rule| rule.rule == *id) {
                Some(rule) => (weight_word(rule), format!(" (usually {})", usual.word())),
                None => (usual.word(), String::new()),
            };
            say(out, &format!("{id:width$}  {word:7}  {summary}{note}\n"))?;
        }
        Ok(Outcome::Clean)
    }
}
