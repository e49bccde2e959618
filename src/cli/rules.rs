//! `etalon rules`: lists every rule. Must never explain one at length: `etalon explain` does.

use std::io::Write;

use clap::Args;

use super::place::here;
use super::show::company_summary;
use super::{Outcome, Result, say};
use crate::check::{RULES, company_rule_id, company_severity};

/// List all rules with what they find: those of the program and, inside a standard, those of the company.
#[derive(Debug, Args)]
pub(super) struct Rules {
    /// Only the rules of this group, such as `procedures` or `company`.
    group: Option<String>,
}

impl Rules {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let known = RULES.iter().map(|rule| (rule.id, rule.severity, rule.summary()));
        let mut all: Vec<_> = known.collect();
        if let Some(project) = here() {
            let source = project.source_language();
            let own = project.company_rules.iter();
            all.extend(
                own.map(|rule| {
                    (company_rule_id(rule), company_severity(rule), company_summary(rule, source))
                }),
            );
        }
        let wanted = |id: &str| self.group.as_ref().is_none_or(|group| id.starts_with(group.as_str()));
        let width = all.iter().map(|(id, ..)| id.len()).max().unwrap_or(0);
        for (id, severity, summary) in all.iter().filter(|(id, ..)| wanted(id)) {
            say(out, &format!("{id:width$}  {:7}  {summary}\n", severity.word()))?;
        }
        Ok(Outcome::Clean)
    }
}
