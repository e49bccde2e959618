//! JUnit XML: a suite per file, a case per finding.
//! Must never write a suite without a case: an empty report looks like a run that did not happen.

use std::collections::BTreeMap;
use std::io;

use super::Report;
use super::text::{Place, counted};
use crate::diagnostic::{Finding, Severity, Waived};

pub(super) fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let tally = report.tally();
    let cases = report.findings.len().max(1);
    let totals = format!("tests=\"{cases}\" failures=\"{}\" errors=\"0\"", tally.errors);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"etalon\" {totals} skipped=\"{}\" time=\"0\">",
        tally.waived + tally.switched_off
    )?;
    let mut suites: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in report.findings {
        suites.entry(Place::of(finding, report.sources).path).or_default().push(finding);
    }
    if suites.is_empty() {
        let checked = counted(report.checked_files, "file");
        writeln!(out, "  <testsuite name=\"etalon\" {totals} skipped=\"0\" time=\"0\">")?;
        writeln!(out, "    <testcase classname=\"etalon\" name=\"no findings in {checked}\" time=\"0\"/>")?;
        writeln!(out, "  </testsuite>")?;
    }
    for (path, findings) in suites {
        suite(path, &findings, report, out)?;
    }
    if report.left_out > 0 {
        let count = counted(report.left_out, "more finding");
        writeln!(out, "  <!-- {count} not shown -->")?;
    }
    writeln!(out, "</testsuites>")
}

fn suite(path: &str, findings: &[&Finding], report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let skipped = findings.iter().filter(|finding| finding.waived.is_some()).count();
    let failed = |finding: &&&Finding| finding.waived.is_none() && finding.severity == Severity::Error;
    let failures = findings.iter().filter(failed).count();
    let (path, cases) = (escaped(path), findings.len());
    writeln!(
        out,
        "  <testsuite name=\"{path}\" tests=\"{cases}\" failures=\"{failures}\" errors=\"0\" \
         skipped=\"{skipped}\" time=\"0\">"
    )?;
    for finding in findings {
        let start = Place::of(finding, report.sources).start;
        let (rule, line, column) = (escaped(finding.rule), start.line, start.column);
        let place = format!("{path}:{line}:{column}");
        writeln!(
            out,
            "    <testcase classname=\"{path}\" name=\"{rule} at {line}:{column}\" file=\"{path}\" \
             line=\"{line}\" time=\"0\">"
        )?;
        writeln!(out, "      {}", outcome(finding, &place))?;
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}

// Only errors fail a case: a pipeline that is meant to stop on warnings has `--fail-on` for it.
fn outcome(finding: &Finding, place: &str) -> String {
    let message = escaped(&finding.message);
    if let Some(Waived { by, reason, until }) = &finding.waived {
        let why = escaped(&match until {
            Some(until) => format!("waived by {by} until {until}: {reason}"),
            None => format!("switched off under {by}: {reason}"),
        });
        return format!("<skipped message=\"{why}\">{place}: {message}</skipped>");
    }
    let help = if finding.help.is_empty() { String::new() } else { format!("\n{}", escaped(&finding.help)) };
    let rule = escaped(finding.rule);
    match finding.severity {
        Severity::Error => {
            format!("<failure message=\"{message}\" type=\"{rule}\">{place}: {message}{help}</failure>")
        }
        severity => format!("<system-out>{place}: {}: {message}{help}</system-out>", severity.word()),
    }
}

/// A text inside XML.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            // XML has no way at all to write these.
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
