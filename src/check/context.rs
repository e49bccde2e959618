//! What a rule may see and where it reports. Must never let a rule change the standard.

use jiff::civil::Date;

use crate::diagnostic::{Finding, Findings, Severity};
use crate::resolve::Project;
use crate::source::{SourceMap, Span};

/// The standard as a rule sees it.
#[derive(Debug)]
pub struct Context<'a> {
    /// The standard.
    pub project: &'a Project,
    /// The texts that it was read from.
    pub sources: &'a SourceMap,
    /// The day as of which it is judged.
    pub today: Date,
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) findings: Findings,
}

impl Context<'_> {
    /// A finding of the rule that is running, to be completed and reported.
    pub fn finding(&self, span: Span, message: impl Into<String>) -> Finding {
        Finding::new(self.rule, self.severity, span, message)
    }

    /// Reports a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// The languages of the standard, the source first.
    pub fn languages(&self) -> Vec<&str> {
        self.project.language_codes()
    }

    /// The language of texts that name none.
    pub fn source_language(&self) -> &str {
        self.project.source_language()
    }
}
