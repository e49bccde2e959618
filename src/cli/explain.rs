//! `etalon explain RULE`: the page about a rule. Must never need the network: every page is in the program or in the
//! standard.

use std::io::Write;

use clap::Args;

use super::place::here;
use super::show::weight_word;
use super::{Outcome, Result, say};
use crate::check::{RULES, company_page, company_rule_id, find_rule, page, reweighed};
use crate::diagnostic::nearest;
use crate::resolve::Project;
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
            here_weighs(&project, &self.rule, out)?;
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
        here_weighs(&project, rule.id, out)?;
        Ok(Outcome::Clean)
    }
}

/// What the standard around says of the weight of a rule.
fn here_weighs(project: &Project, id: &str, out: &mut dyn Write) -> std::result::Result<(), LoadError> {
    let reweighed = reweighed(project);
    let Some(rule) = reweighed.iter().find(|rule| rule.rule == id) else { return Ok(()) };
    let reason = if rule.reason.is_empty() { String::new() } else { format!(": {}", rule.reason) };
    say(out, &format!("\n## In this standard\nSeverity: {}{reason}\n", weight_word(rule)))
}
