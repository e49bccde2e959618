//! The outcome of scenarios for programs, with a published schema. Must never leave out a scenario.

use std::collections::BTreeMap;
use std::io;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::model::{machine_schema, schema_address};
use crate::report::Telling;
use crate::situation::answer::{Objection, RuleAt};
use crate::situation::trial::{Actual, Check, Run, Trial, Verdict};
use crate::source::Span;

/// The JSON Schema of the outcome of scenarios, draft 2020-12.
pub fn scenarios_schema() -> Value {
    machine_schema::<Document>("scenarios", "The outcome of the scenarios of a service standard")
}

pub(super) fn write(telling: &Telling<'_>, trial: &Trial<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let passed = trial.passed();
    let untouched = trial.untouched.iter().map(|(table, rule)| Untouched {
        table: table.clone(),
        rule: rule.id.to_owned(),
        place: place(telling, rule.span),
    });
    let document = Document {
        schema: schema_address("scenarios"),
        version: 1,
        as_of: telling.as_of.to_string(),
        errors: telling.errors,
        scenarios: trial.runs.iter().map(|run| scenario(telling, run)).collect(),
        passed,
        failed: trial.runs.len() - passed,
        rules: trial.rules,
        untouched: untouched.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// The outcome of one run.
#[derive(Serialize, JsonSchema)]
struct Document {
    /// The address of the schema that describes this document.
    schema: String,
    /// The version of this form; it rises when a reader would have to change.
    version: u32,
    /// The day as of which the standard was read, as `YYYY-MM-DD`.
    as_of: String,
    /// How many errors reading the standard found; what could not be read was left out.
    errors: usize,
    /// Every scenario, in the order of the standard.
    scenarios: Vec<ScenarioEntry>,
    /// How many passed.
    passed: usize,
    /// How many failed or could not be understood.
    failed: usize,
    /// How many rules of the standard itself a scenario could touch.
    rules: usize,
    /// Those of them on which no expectation rests.
    untouched: Vec<Untouched>,
}

/// A scenario.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Scenario")]
struct ScenarioEntry {
    /// Its id.
    id: String,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// Where it is written.
    place: Place,
    /// Whether everything holds as expected.
    passed: bool,
    /// The situation: dimension to value.
    given: BTreeMap<String, String>,
    /// Why its situation could not be asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Refusal>,
    /// What it expects.
    checks: Vec<CheckEntry>,
}

/// An expectation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Check")]
struct CheckEntry {
    /// What is expected to hold.
    name: String,
    /// The value that is expected.
    expected: String,
    /// Where that is written.
    place: Place,
    /// `passed`, `failed`, or `unusable` where it could not be understood.
    verdict: &'static str,
    /// What holds instead, case by case.
    actual: Vec<ActualEntry>,
    /// Why it could not be understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Refusal>,
}

/// What holds instead.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Actual")]
struct ActualEntry {
    /// In which of the situations that the scenario leaves open; empty means all.
    when: String,
    /// What holds.
    value: String,
    /// The rules behind it.
    rules: Vec<Rule>,
}

/// A rule and where it is written.
#[derive(Serialize, JsonSchema)]
struct Rule {
    /// Its id.
    id: String,
    /// Where it is written.
    place: Place,
}

/// A rule on which no expectation rests.
#[derive(Serialize, JsonSchema)]
struct Untouched {
    /// The table.
    table: String,
    /// Its id.
    rule: String,
    /// Where it is written.
    place: Place,
}

/// Why something could not be understood.
#[derive(Serialize, JsonSchema)]
struct Refusal {
    /// What is wrong.
    message: String,
    /// What to write instead.
    help: String,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
struct Place {
    /// The file, relative to the project, with `/`.
    path: String,
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
}

fn scenario(telling: &Telling<'_>, run: &Run<'_>) -> ScenarioEntry {
    let given = run.scenario.given.value().into_iter().flatten();
    ScenarioEntry {
        id: run.scenario.id.clone(),
        title: telling.title(run),
        place: place(telling, run.scenario.id_span),
        passed: run.passed(),
        given: given.map(|entry| (entry.id.clone(), entry.value.clone())).collect(),
        refused: run.refused.as_ref().map(|(objection, _)| refusal(objection)),
        checks: run.checks.iter().map(|check| entry(telling, check)).collect(),
    }
}

fn entry(telling: &Telling<'_>, check: &Check<'_>) -> CheckEntry {
    let (verdict, actual, refused) = match &check.verdict {
        Verdict::Passed => ("passed", Vec::new(), None),
        Verdict::Failed(all) => ("failed", all.iter().map(|one| actual(telling, one)).collect(), None),
        Verdict::Unusable(objection) => ("unusable", Vec::new(), Some(refusal(objection))),
    };
    CheckEntry {
        name: check.name.to_owned(),
        expected: check.expected.to_owned(),
        place: place(telling, check.span),
        verdict,
        actual,
        refused,
    }
}

fn actual(telling: &Telling<'_>, actual: &Actual<'_>) -> ActualEntry {
    let rule = |rule: &RuleAt<'_>| Rule { id: rule.id.to_owned(), place: place(telling, rule.span) };
    ActualEntry {
        when: actual.conditions.clone(),
        value: actual.said.clone(),
        rules: actual.rules.iter().map(rule).collect(),
    }
}

fn refusal(objection: &Objection) -> Refusal {
    Refusal { message: objection.message.clone(), help: objection.help.clone() }
}

fn place(telling: &Telling<'_>, span: Span) -> Place {
    let (start, _) = telling.sources.positions(span);
    Place { path: telling.sources.path(span).to_owned(), line: start.line, column: start.column }
}
