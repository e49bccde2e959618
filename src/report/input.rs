//! What a report is made from. Must never know how it will look.

use std::collections::BTreeSet;

use crate::diagnostic::{Finding, Reweighed, Severity};
use crate::source::SourceMap;

/// The outcome of a run, ready to be written.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The findings, sorted by place; those that are accepted are among them.
    pub findings: &'a [Finding],
    /// How many findings there are beyond those in the list.
    pub left_out: usize,
    /// The texts that the findings point into.
    pub sources: &'a SourceMap,
    /// Every known rule.
    pub rules: &'a [RuleNote],
    /// The rules that the standard weighs otherwise than usual.
    pub reweighed: &'a [Reweighed],
    /// How many files were checked.
    pub checked_files: usize,
}

/// What a report may say about a rule.
#[derive(Debug, Clone)]
pub struct RuleNote {
    /// Id of the rule, `group/name`.
    pub id: &'static str,
    /// How much its findings weigh unless something else is said.
    pub severity: Severity,
    /// What the rule finds, in one sentence.
    pub summary: String,
    /// Why it matters and what to do, as Markdown.
    pub explanation: String,
    /// The page about the rule, when there is one.
    pub link: Option<String>,
}

/// How a report for people may look.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether colours may be used.
    pub colour: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether the terminal can open links.
    pub links: bool,
    /// Whether frames may be drawn with more than ASCII.
    pub unicode: bool,
}

impl Default for Style {
    fn default() -> Self {
        Style { colour: false, width: 80, links: false, unicode: true }
    }
}

/// How many findings there are of each kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) infos: usize,
    pub(super) waived: usize,
    /// Findings of rules that are switched off.
    pub(super) switched_off: usize,
    /// Files with findings that nothing accepts.
    pub(super) files: usize,
}

impl<'a> Report<'a> {
    /// The findings that nothing accepts.
    pub(super) fn open(&self) -> impl Iterator<Item = &'a Finding> + use<'a> {
        self.findings.iter().filter(|finding| finding.waived.is_none())
    }

    pub(super) fn tally(&self) -> Tally {
        let accepted =
            |finding: &&Finding| finding.waived.as_ref().is_some_and(|waived| waived.until.is_some());
        let mut tally = Tally { waived: self.findings.iter().filter(accepted).count(), ..Tally::default() };
        tally.switched_off = self.findings.len() - self.open().count() - tally.waived;
        let mut files = BTreeSet::new();
        for finding in self.open() {
            files.extend(finding.span().map(|span| span.file));
            match finding.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Info => tally.infos += 1,
            }
        }
        tally.files = files.len();
        tally
    }
}
