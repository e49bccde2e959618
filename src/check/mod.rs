//! Judgement: reads the standard, reports findings, changes nothing.
//! Must never print and never read a file.

mod calendars;
mod chain;
mod company;
mod context;
mod coverage;
mod duty;
mod flow;
mod graph;
mod instant;
mod law;
mod lexicon;
mod limits;
mod marked;
mod overlap;
mod page;
mod phrases;
mod place;
mod placeholders;
mod presence;
mod promised;
mod queue;
mod rows;
mod rule;
mod rules;
mod said;
mod sentences;
mod spoken;
mod tables;
mod waive;
mod written_hours;

use jiff::civil::Date;

pub use company::{company_page, company_rule_id, company_severity};
pub use context::Context;
pub use coverage::{Column, Coverage, RowCoverage, Spot, Topic, Treated, coverage};
pub use page::page;
pub use queue::Queue;
pub use rows::{ROWS, Row};
pub use rule::{Found, Rule};
pub use rules::RULES;

pub(crate) use rule::rule;

use crate::diagnostic::{Finding, Findings};
use crate::resolve::Reading;
use crate::situation::{self, Budget};
use marked::Texts;

/// The result of a check.
#[derive(Debug)]
pub struct Verdict {
    /// Every finding in the order of its place; accepted ones are marked.
    pub findings: Vec<Finding>,
    /// How many more there are than those listed.
    pub left_out: usize,
}

/// Judges a standard as of `today`: the findings of reading it, then those of every rule, then the waivers.
pub fn check(reading: &Reading, today: Date) -> Verdict {
    let mut all: Findings = reading.findings.clone();
    let judged = situation::judge(&reading.project, today, Budget::default());
    let words = Texts::of(&reading.project);
    for rule in RULES {
        let Found::Checking(run) = rule.found else { continue };
        let mut context = Context {
            project: &reading.project,
            sources: &reading.sources,
            today,
            judged: &judged,
            words: &words,
            rule: rule.id,
            severity: rule.severity,
            findings: Findings::new(),
        };
        run(&mut context);
        all.append(context.findings);
    }
    all.append(company::apply(reading));
    let left_out = all.left_out();
    let findings = waive::apply(reading, today, all.into_sorted());
    Verdict { findings, left_out }
}

/// The rule of this id.
pub fn find_rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
