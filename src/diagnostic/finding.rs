//! A finding: one problem, where it is, what proves it and what to do.
//! Must never be printed here: `report` turns findings into text.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::source::Span;

/// How much a finding weighs.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// Probably wrong; somebody should look.
    Warning,
    /// Wrong: the standard cannot be served as it is written.
    Error,
}

impl Severity {
    /// The word used in options and reports.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A marked place and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is to be seen there; may be empty for the main place.
    pub text: String,
}

/// What accepts a finding: a waiver for the time being, or a standard that has switched the rule off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waived {
    /// Id of the waiver; for a rule that is switched off, where that is said: `check_rules.` and the rule.
    pub by: String,
    /// Why the finding is accepted.
    pub reason: String,
    /// The last day on which the waiver holds, as `YYYY-MM-DD`; none where the rule is switched off.
    pub until: Option<String>,
}

/// A rule whose findings weigh otherwise than usual in a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reweighed {
    /// Id of the rule.
    pub rule: &'static str,
    /// How much its findings weigh usually.
    pub usual: Severity,
    /// How much they weigh here; none where the rule is switched off.
    pub severity: Option<Severity>,
    /// Why; may be empty where they weigh more.
    pub reason: String,
    /// How many findings there are.
    pub findings: usize,
}

/// One problem of a standard.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Id of the rule, `group/name`.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, on one line: lower case, no full stop, the author's words in backticks.
    pub message: String,
    /// What to do about it; empty when the message says it all.
    pub help: String,
    /// The places; the first is the main one. Never empty for a finding that is reported.
    pub labels: Vec<Label>,
    /// The facts behind the sentences, for machines and translators.
    pub args: BTreeMap<&'static str, Value>,
    /// Set when a waiver accepts the finding.
    pub waived: Option<Waived>,
}

impl Finding {
    /// An error of the rule `rule` at `span`.
    pub fn error(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Finding::new(rule, Severity::Error, span, message)
    }

    /// A warning of the rule `rule` at `span`.
    pub fn warning(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Finding::new(rule, Severity::Warning, span, message)
    }

    /// A finding of any severity.
    pub fn new(rule: &'static str, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Finding {
            rule,
            severity,
            message: message.into(),
            help: String::new(),
            labels: vec![Label { span, text: String::new() }],
            args: BTreeMap::new(),
            waived: None,
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Says what is to be seen at the main place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(main) = self.labels.first_mut() {
            main.text = text.into();
        }
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds a fact for machines.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    /// The main place.
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}
