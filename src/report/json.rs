//! Everything that is known about each finding, as JSON with a published schema.
//! Must never lose a field: other reports can be made from this one.

use std::collections::BTreeMap;
use std::io;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::Report;
use crate::diagnostic::{Finding, Label, Reweighed, Severity};
use crate::model::{machine_schema, schema_address};
use crate::source::{Position, SourceMap};

/// The JSON Schema of the JSON report, draft 2020-12.
pub fn findings_schema() -> Value {
    machine_schema::<Document>("findings", "Findings about a service standard")
}

pub(super) fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let tally = report.tally();
    let document = Document {
        schema: &schema_address("findings"),
        version: 1,
        findings: report.findings.iter().map(|finding| entry(finding, report.sources)).collect(),
        reweighed: report.reweighed.iter().map(setting).collect(),
        summary: Summary {
            errors: tally.errors,
            warnings: tally.warnings,
            infos: tally.infos,
            waived: tally.waived,
            switched_off: tally.switched_off,
            left_out: report.left_out,
            files: report.checked_files,
        },
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn setting(rule: &Reweighed) -> Setting<'_> {
    let Reweighed { rule, usual, severity, reason, findings } = rule;
    Setting { rule, usual: *usual, severity: *severity, reason, findings: *findings }
}

fn entry<'a>(finding: &'a Finding, sources: &'a SourceMap) -> Entry<'a> {
    Entry {
        rule: finding.rule,
        severity: finding.severity,
        message: &finding.message,
        help: &finding.help,
        labels: finding.labels.iter().map(|label| place(label, sources)).collect(),
        args: &finding.args,
        waived: finding.waived.as_ref().map(|waived| Waiver {
            by: &waived.by,
            reason: &waived.reason,
            until: waived.until.as_deref(),
        }),
    }
}

fn place<'a>(label: &'a Label, sources: &'a SourceMap) -> Place<'a> {
    let (start, end) = sources.positions(label.span);
    Place { path: sources.path(label.span), start: start.into(), end: end.into(), text: &label.text }
}

/// The findings of one run.
#[derive(Serialize, JsonSchema)]
struct Document<'a> {
    /// The address of the schema that describes this document.
    schema: &'a str,
    /// The version of this form; it rises when a reader would have to change.
    version: u32,
    /// The findings, sorted by place; those that are accepted are among them.
    findings: Vec<Entry<'a>>,
    /// The rules that the standard weighs otherwise than usual.
    reweighed: Vec<Setting<'a>>,
    /// How many there are of each kind.
    summary: Summary,
}

/// One problem of the standard.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct Entry<'a> {
    /// Id of the rule, `group/name`.
    rule: &'a str,
    /// How much the finding weighs.
    severity: Severity,
    /// What is wrong, on one line.
    message: &'a str,
    /// What to do about it; may be empty.
    help: &'a str,
    /// The places; the first is the main one.
    labels: Vec<Place<'a>>,
    /// The facts behind the message, by name.
    args: &'a BTreeMap<&'static str, Value>,
    /// What accepts the finding; absent when nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    waived: Option<Waiver<'a>>,
}

/// A marked place and what it shows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Label")]
struct Place<'a> {
    /// The file, relative to the project, with `/`.
    path: &'a str,
    /// The first character.
    start: Point,
    /// The place right after the last character.
    end: Point,
    /// What is to be seen there; may be empty.
    text: &'a str,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Position")]
struct Point {
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
    /// Byte offset in the file, from 0.
    byte: usize,
}

impl From<Position> for Point {
    fn from(position: Position) -> Self {
        Point { line: position.line, column: position.column, byte: position.byte }
    }
}

/// What accepts a finding: a waiver for the time being, or the standard, which has switched the rule off.
#[derive(Serialize, JsonSchema)]
struct Waiver<'a> {
    /// Id of the waiver; `check_rules.` and the rule where it is switched off.
    by: &'a str,
    /// Why the finding is accepted.
    reason: &'a str,
    /// The last day on which the waiver holds, as `YYYY-MM-DD`; absent where the rule is switched off.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'a str>,
}

/// A rule that the standard weighs otherwise than usual.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reweighed")]
struct Setting<'a> {
    /// Id of the rule.
    rule: &'a str,
    /// How much its findings weigh usually.
    usual: Severity,
    /// How much they weigh here; null where the rule is switched off.
    severity: Option<Severity>,
    /// Why; may be empty where they weigh more.
    reason: &'a str,
    /// How many findings of the rule there are, but for those that waivers accept.
    findings: usize,
}

/// How many findings there are of each kind; what is accepted is counted as such only.
#[derive(Serialize, JsonSchema)]
struct Summary {
    /// Errors.
    errors: usize,
    /// Warnings.
    warnings: usize,
    /// Things worth knowing.
    infos: usize,
    /// Findings that a waiver accepts.
    waived: usize,
    /// Findings of rules that the standard has switched off.
    switched_off: usize,
    /// Findings beyond those in the list.
    left_out: usize,
    /// Files that were checked.
    files: usize,
}
