//! What a rule is: an id, a weight, its documentation and, where it judges the whole standard, a function.
//! Must never hold the wording of a finding: that stands beside the logic, in the rule's own file.

use super::Context;
use crate::diagnostic::Severity;

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// `group/name`; also the path of its file, its key in waivers and its id in reports.
    pub id: &'static str,
    /// The usual weight of its findings.
    pub severity: Severity,
    /// The page about it, in Markdown: what, why it matters, what is flagged, what is accepted.
    pub documentation: &'static str,
    /// When it is found.
    pub found: Found,
}

/// The stage that finds a rule broken.
#[derive(Debug, Clone, Copy)]
pub enum Found {
    /// While files are read and references settled.
    Reading,
    /// By judging the whole standard.
    Checking(fn(&mut Context<'_>)),
    /// When waivers are held against findings.
    Waiving,
}

impl Rule {
    /// The first paragraph of the documentation: what the rule finds, in one sentence.
    pub fn summary(&self) -> String {
        let lines = self.documentation.lines().map(str::trim);
        let first = lines.skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty());
        first.collect::<Vec<_>>().join(" ")
    }

    /// The page without the space that doc comments put before each line.
    pub fn page(&self) -> String {
        let lines = self.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.collect::<Vec<_>>().join("\n").trim().to_owned()
    }
}

/// Declares the rule of a file: its doc comment is its page.
macro_rules! rule {
    (
        $(#[doc = $doc:expr])+
        $id:literal { severity: $severity:ident, $($found:tt)+ }
    ) => {
        /// The rule of this file.
        pub(in crate::check) const RULE: $crate::check::Rule = $crate::check::Rule {
            id: $id,
            severity: $crate::diagnostic::Severity::$severity,
            documentation: concat!($($doc, "\n"),+),
            found: rule!(@found $($found)+),
        };
    };
    (@found found: while reading) => { $crate::check::Found::Reading };
    (@found found: while waiving) => { $crate::check::Found::Waiving };
    (@found run: $run:ident) => { $crate::check::Found::Checking($run) };
}
pub(crate) use rule;
