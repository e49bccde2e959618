//! Judgement: reads the standard, reports findings, changes nothing.
//! Must never print and never read a file.

mod calendars;
mod chain;
mod company;
mod context;
mod coverage;
mod cut;
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
mod told;
mod waive;
mod weigh;
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
pub use weigh::reweighed;

pub(crate) use rule::rule;

use crate::diagnostic::{Finding, Findings, Reweighed};
use crate::resolve::Reading;
use crate::situation::{self, Budget};
use crate::source::{both, side_by_side};
use calendars::Calendars;
use marked::Texts;

/// The result of a check.
#[derive(Debug)]
pub struct Verdict {
    /// Every finding in the order of its place; accepted ones are marked.
    pub findings: Vec<Finding>,
    /// How many more there are than those listed.
    pub left_out: usize,
    /// The rules that the standard weighs otherwise than usual.
    pub reweighed: Vec<Reweighed>,
}

/// Judges a standard as of `today`: the findings of reading it, then those of every rule, then the waivers and the
/// weights that the standard gives.
pub fn check(reading: &Reading, today: Date) -> Verdict {
    let mut all: Findings = reading.findings.clone();
    let project = &reading.project;
    let (judged, words) = both(|| situation::judge(project, today, Budget::default()), || Texts::of(project));
    let calendars = Calendars::of(project, today);
    let shortfalls = law::shortfalls(project, &calendars, today);
    for findings in side_by_side(RULES, 1, |rule| {
        let mut context = Context {
            project,
            sources: &reading.sources,
            today,
            judged: &judged,
            words: &words,
            calendars: &calendars,
            shortfalls: &shortfalls,
            rule: rule.id,
            severity: rule.severity,
            findings: Findings::new(),
        };
        if let Found::Checking(run) = rule.found {
            run(&mut context);
        }
        context.findings
    }) {
        all.append(findings);
    }
    all.append(company::apply(reading));
    let mut reweighed = weigh::weights(project, &mut all);
    let left_out = all.left_out();
    let mut findings = waive::apply(reading, today, all.into_sorted());
    weigh::apply(&mut reweighed, &mut findings);
    Verdict { findings, left_out, reweighed }
}

/// The rule of this id.
pub fn find_rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
