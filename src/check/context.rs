//! What a rule may see and where it reports. Must never let a rule change the standard.

use jiff::civil::Date;

use super::calendars::Calendars;
use super::law::Shortfall;
use super::marked::Texts;
use crate::diagnostic::{Finding, Findings, Severity};
use crate::resolve::Project;
use crate::situation::Judged;
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
    /// What the situation engine found, table by table.
    pub judged: &'a [Judged<'a>],
    /// What is found in the texts, and the words of each language.
    pub(super) words: &'a Texts<'a>,
    /// The calendars that it speaks of.
    pub(super) calendars: &'a Calendars<'a>,
    /// The figures that fall short of the law.
    pub(super) shortfalls: &'a [Shortfall<'a>],
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

    /// Whether a place is in a file of the standard itself and not in a pack.
    pub fn is_own(&self, span: Span) -> bool {
        self.project.pack_of(span.file).is_none()
    }

    /// The place of `part` inside the text at `whole`; the whole where quotes or line breaks hide it.
    pub fn place_of(&self, part: &str, whole: Span) -> Span {
        let wanted: Vec<char> = part.chars().flat_map(char::to_lowercase).collect();
        let text = self.sources.text(whole);
        let length_at = |at: usize| {
            let rest = text.get(at..)?;
            let mut wanted = wanted.iter();
            for (offset, c) in rest.char_indices() {
                for c in c.to_lowercase() {
                    if wanted.next()? != &c {
                        return None;
                    }
                }
                if wanted.as_slice().is_empty() {
                    let end = offset + c.len_utf8();
                    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                    let cut = inside(rest.get(end..).and_then(|rest| rest.chars().next()))
                        || inside(text.get(..at).and_then(|text| text.chars().next_back()));
                    return (!cut).then_some(end);
                }
            }
            None
        };
        let found = text.char_indices().find_map(|(at, _)| Some((at, length_at(at)?)));
        found.map_or(whole, |(at, length)| whole.part(at, length))
    }
}
