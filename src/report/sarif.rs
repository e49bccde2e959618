//! SARIF 2.1.0, for code scanning.
//! Must never hide a waived finding: it stays in the log, with the waiver as its suppression, and so does what is switched off.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde::Serialize;

use super::fingerprint::fingerprints;
use super::{Report, RuleNote};
use crate::diagnostic::{Finding, Label, Reweighed, Severity, Waived};
use crate::source::SourceMap;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let positions: BTreeMap<&str, usize> =
        report.rules.iter().enumerate().map(|(at, rule)| (rule.id, at)).collect();
    let named = report.findings.iter().zip(fingerprints(report));
    let results = named.map(|(finding, name)| {
        let index = positions.get(finding.rule).copied();
        entry(finding, index, name, report.sources)
    });
    let labels = report.findings.iter().flat_map(|finding| &finding.labels);
    let paths: BTreeSet<&str> = labels.map(|label| report.sources.path(label.span)).collect();
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "etalon",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: report.rules.iter().map(rule).collect(),
            },
        },
        invocations: [Invocation {
            execution_successful: true,
            rule_configuration_overrides: report
                .reweighed
                .iter()
                .map(|rule| overridden(rule, &positions))
                .collect(),
        }],
        artifacts: paths.into_iter().map(|path| Artifact { location: Address { uri: uri(path) } }).collect(),
        results: results.collect(),
        column_kind: "unicodeCodePoints",
        properties: (report.left_out > 0).then_some(RunProperties { left_out: report.left_out }),
    };
    serde_json::to_writer_pretty(&mut *out, &Log { schema: SCHEMA, version: "2.1.0", runs: [run] })?;
    writeln!(out)
}

fn overridden<'a>(rule: &'a Reweighed, positions: &BTreeMap<&str, usize>) -> Override<'a> {
    Override {
        descriptor: Descriptor { id: rule.rule, index: positions.get(rule.rule).copied() },
        configuration: match rule.severity {
            Some(severity) => Overriding { enabled: None, level: Some(level(severity)) },
            // Its results are in the log all the same, each with its suppression.
            None => Overriding { enabled: Some(false), level: None },
        },
        properties: OverrideProperties { reason: &rule.reason, findings: rule.findings },
    }
}

fn rule(note: &RuleNote) -> Rule<'_> {
    let explanation = if note.explanation.trim().is_empty() { &note.summary } else { &note.explanation };
    Rule {
        id: note.id,
        short_description: Text { text: note.summary.clone() },
        full_description: Text { text: description(note) },
        help: Help { text: explanation, markdown: explanation },
        help_uri: note.link.as_deref(),
        default_configuration: Configuration { level: level(note.severity) },
    }
}

// The first paragraph that says more than the summary.
fn description(note: &RuleNote) -> String {
    let paragraphs =
        note.explanation.split("\n\n").map(|part| part.lines().map(str::trim).collect::<Vec<_>>());
    let mut texts = paragraphs.map(|lines| lines.join(" ").trim().to_owned());
    let says_more = |text: &String| !text.is_empty() && !text.starts_with('#') && *text != note.summary;
    texts.find(says_more).unwrap_or_else(|| note.summary.clone())
}

fn entry<'a>(finding: &'a Finding, index: Option<usize>, name: String, sources: &SourceMap) -> Entry<'a> {
    let mut labels = finding.labels.iter();
    let main = labels.next().map(|label| Location { id: None, ..location(label, sources) });
    let related = labels.zip(1..).map(|(label, id)| Location { id: Some(id), ..location(label, sources) });
    let separator = if finding.help.is_empty() { "" } else { "\n" };
    Entry {
        rule_id: finding.rule,
        rule_index: index,
        level: level(finding.severity),
        message: Text { text: format!("{}{separator}{}", finding.message, finding.help) },
        locations: main.into_iter().collect(),
        related_locations: related.collect(),
        partial_fingerprints: BTreeMap::from([("etalon/v1", name)]),
        suppressions: finding.waived.iter().map(suppression).collect(),
    }
}

fn suppression(waived: &Waived) -> Suppression<'_> {
    Suppression {
        // The waiver is written down apart from the line that it excuses.
        kind: "external",
        status: "accepted",
        justification: match &waived.until {
            Some(until) => format!("{} (until {until})", waived.reason),
            None => waived.reason.clone(),
        },
        properties: SuppressionProperties { waiver: &waived.by, until: waived.until.as_deref() },
    }
}

fn location(label: &Label, sources: &SourceMap) -> Location {
    let (start, end) = sources.positions(label.span);
    Location {
        id: None,
        message: (!label.text.is_empty()).then(|| Text { text: label.text.clone() }),
        physical_location: PhysicalLocation {
            artifact_location: Address { uri: uri(sources.path(label.span)) },
            region: Region {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
            },
        },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

// A path as a relative reference: whatever a URI could misread is written as bytes.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    invocations: [Invocation<'a>; 1],
    artifacts: Vec<Artifact>,
    results: Vec<Entry<'a>>,
    column_kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<RunProperties>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Text,
    full_description: Text,
    help: Help<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<&'a str>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help<'a> {
    text: &'a str,
    markdown: &'a str,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rule_configuration_overrides: Vec<Override<'a>>,
    execution_successful: bool,
}

#[derive(Serialize)]
struct Override<'a> {
    descriptor: Descriptor<'a>,
    configuration: Overriding,
    properties: OverrideProperties<'a>,
}

#[derive(Serialize)]
struct Descriptor<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
}

#[derive(Serialize)]
struct Overriding {
    #[serde(skip_serializing_if = "Option::is_none")]
    enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
}

#[derive(Serialize)]
struct OverrideProperties<'a> {
    reason: &'a str,
    findings: usize,
}

#[derive(Serialize)]
struct Artifact {
    location: Address,
}

#[derive(Serialize)]
struct Address {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunProperties {
    left_out: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Address,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    status: &'static str,
    justification: String,
    properties: SuppressionProperties<'a>,
}

#[derive(Serialize)]
struct SuppressionProperties<'a> {
    waiver: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'a str>,
}
