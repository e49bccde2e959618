//! The scenarios of a standard, run: what must hold in a situation against what does. Must never pass what was not
//! understood.

mod expect;

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Asked, Objection, Ready, RuleAt};
use crate::model::Scenario;
use crate::resolve::Project;
use crate::source::Span;
use crate::syntax::decode::Entry;

/// What the scenarios of a standard found.
#[derive(Debug, Clone)]
pub struct Trial<'a> {
    /// Every scenario, in the order of the standard.
    pub runs: Vec<Run<'a>>,
    /// How many rules of the standard itself a scenario could touch.
    pub rules: usize,
    /// Those of them on which no expectation rests, table by table.
    pub untouched: Vec<(String, RuleAt<'a>)>,
}

/// One scenario.
#[derive(Debug, Clone)]
pub struct Run<'a> {
    /// The scenario.
    pub scenario: &'a Entry<Scenario>,
    /// Why its situation could not be asked about, and where that is written.
    pub refused: Option<(Objection, Span)>,
    /// What it expects, in the order written.
    pub checks: Vec<Check<'a>>,
}

/// One expectation.
#[derive(Debug, Clone)]
pub struct Check<'a> {
    /// What is expected to hold: a measure, a purpose, `procedure` …
    pub name: &'a str,
    /// The value that is expected.
    pub expected: &'a str,
    /// Where that is written.
    pub span: Span,
    /// What came of it.
    pub verdict: Verdict<'a>,
}

/// What came of an expectation.
#[derive(Debug, Clone)]
pub enum Verdict<'a> {
    /// It holds in every situation that the scenario leaves open.
    Passed,
    /// It does not.
    Failed(Vec<Actual<'a>>),
    /// It could not be understood.
    Unusable(Objection),
}

/// What holds instead.
#[derive(Debug, Clone)]
pub struct Actual<'a> {
    /// In which of the situations that the scenario leaves open; empty means all.
    pub conditions: String,
    /// What holds.
    pub said: String,
    /// The rules behind it.
    pub rules: Vec<RuleAt<'a>>,
}

impl Run<'_> {
    /// Whether everything holds as expected.
    pub fn passed(&self) -> bool {
        self.refused.is_none() && self.checks.iter().all(|check| matches!(check.verdict, Verdict::Passed))
    }
}

impl Trial<'_> {
    /// How many scenarios passed.
    pub fn passed(&self) -> usize {
        self.runs.iter().filter(|run| run.passed()).count()
    }
}

/// Runs every scenario of a standard.
pub fn run<'a>(ready: &Ready<'a>) -> Trial<'a> {
    let mut touched = Touched::new();
    let project = ready.project();
    let runs = project.scenarios.iter().map(|scenario| one(ready, scenario, &mut touched)).collect();
    let mut trial = Trial { runs, rules: 0, untouched: Vec::new() };
    for standard in ready.tables().iter().filter(|table| is_testable(project, &table.table.name)) {
        let name = &standard.table.name;
        for source in standard.rules.iter().filter(|rule| project.pack_of(rule.id_span.file).is_none()) {
            trial.rules += 1;
            if !touched.contains(&source.id_span) {
                trial.untouched.push((name.clone(), RuleAt { id: source.id, span: source.id_span }));
            }
        }
    }
    trial
}

/// The places of the rules on which some expectation rests.
type Touched = BTreeSet<Span>;

fn one<'a>(ready: &Ready<'a>, scenario: &'a Entry<Scenario>, touched: &mut Touched) -> Run<'a> {
    let given = scenario.given.value().into_iter().flatten();
    let given: BTreeMap<String, Vec<String>> =
        given.map(|entry| (entry.id.clone(), vec![entry.value.clone()])).collect();
    let asked = Asked { given, at: None };
    let mut run = Run { scenario, refused: None, checks: Vec::new() };
    let answer = match ready.ask(&asked) {
        Ok(answer) => answer,
        Err(objection) => {
            let place = scenario.given.span().unwrap_or(scenario.id_span);
            run.refused = Some((objection, place));
            return run;
        }
    };
    if !answer.never_happens.is_empty() {
        let objection = Objection::new(
            "the standard says that this situation never happens",
            "correct the situation, or what is written under `never_happens` or `only_when`",
        );
        run.refused = Some((objection, scenario.given.span().unwrap_or(scenario.id_span)));
        return run;
    }
    for expected in scenario.expect.value().into_iter().flatten() {
        let judged = expect::judge(ready, &answer, &expected.id, expected.value.trim());
        touched.extend(judged.rests_on.iter().map(|rule| rule.span));
        run.checks.push(Check {
            name: &expected.id,
            expected: expected.value.trim(),
            span: expected.span,
            verdict: judged.verdict,
        });
    }
    if run.checks.is_empty() {
        let objection = Objection::new("the scenario expects nothing", "write what must hold under `expect`");
        run.refused = Some((objection, scenario.id_span));
    }
    run
}

// Whether a scenario can expect something of a table.
fn is_testable(project: &Project, table: &str) -> bool {
    let fixed = ["response_times", "scripts", "procedures", "escalations", "selling", "recovery", "loyalty"];
    fixed.contains(&table) || project.decision_tables().any(|(name, _)| name == table)
}
