//! `etalon explain RULE`: the page about a rule. Must never need the network: every page is in the program or in the
//! standard.

use std::io::Write;

use clap::Args;

use super::place::here;
use super::{Outcome, Result, say};
use crate::check::{RULES, company_page, company_rule_id, find_rule, page};
use crate::diagnostic::nearest;
use crate::source::LoadError;

/// Explain a rule: what it finds, why it matters, what is flagged and what is accepted.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The rule, such as `procedures/dead-end`; inside a standard also one of the company, such as `company/titles`.
    rule: String,
}

impl Explain {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let project = here().unwrap_or_default();
        if let Some(own) = project.company_rules.iter().find(|rule| company_rule_id(rule) == self.rule) {
            say(out, &company_page(own, project.source_language()))?;
            return Ok(Outcome::Clean);
        }
        let Some(rule) = find_rule(&self.rule) else {
            let own = project.company_rules.iter().map(company_rule_id);
            let help = match nearest(&self.rule, RULES.iter().map(|rule| rule.id).chain(own)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`etalon rules` lists all rules".to_owned(),
            };
            return Err(LoadError::new(format!("there is no rule `{}`", self.rule), help));
        };
        say(out, &page(rule))?;
        Ok(Outcome::Clean)
    }
}
