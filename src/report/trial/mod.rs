//! What the scenarios of a standard found, as text. Must never run one.

mod human;
mod json;
mod junit;

use std::io;

pub use json::scenarios_schema;

use super::{Style, Telling};
use crate::situation::trial::{Actual, Run, Trial};

/// How the outcome of scenarios is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrialFormat {
    /// For reading.
    Human,
    /// Everything, for programs.
    Json,
    /// JUnit XML, for test reports.
    Junit,
}

impl Telling<'_> {
    /// Writes what the scenarios found; `coverage` asks for every rule that none of them touches.
    pub fn trial(
        &self,
        trial: &Trial<'_>,
        format: TrialFormat,
        coverage: bool,
        style: Style,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        match format {
            TrialFormat::Human => human::write(self, trial, coverage, style, out),
            TrialFormat::Json => json::write(self, trial, out),
            TrialFormat::Junit => junit::write(self, trial, out),
        }
    }

    // The situation of a scenario on one line.
    fn situation(run: &Run<'_>) -> String {
        let given = run.scenario.given.value().into_iter().flatten();
        let given: Vec<String> = given.map(|entry| format!("{} {}", entry.id, entry.value)).collect();
        if given.is_empty() { "any".to_owned() } else { given.join(", ") }
    }

    fn title(&self, run: &Run<'_>) -> Option<String> {
        let text = run.scenario.title.value()?;
        let best = text.best(self.language, self.project.source_language())?;
        Some(best.value.trim().to_owned()).filter(|title| !title.is_empty())
    }

    // What holds instead, with the rules behind it.
    fn actual(&self, actual: &Actual<'_>) -> String {
        let rule = |rule: &crate::situation::answer::RuleAt<'_>| {
            let place = self.place(rule.span);
            if rule.id == actual.said { place } else { format!("{}, {place}", rule.id) }
        };
        let rules: Vec<String> = actual.rules.iter().map(rule).collect();
        let rules = if rules.is_empty() { String::new() } else { format!(" ({})", rules.join("; ")) };
        let when =
            if actual.conditions.is_empty() { String::new() } else { format!(", if {}", actual.conditions) };
        format!("{}{rules}{when}", actual.said)
    }
}
