//! GitLab Code Quality: a list of issues.
//! Must never repeat a fingerprint: of two issues with the same one, only the first is shown.

use std::io;

use serde::Serialize;

use super::Report;
use super::fingerprint::fingerprints;
use super::text::{Place, message_and_help};
use crate::diagnostic::Severity;

pub(super) fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    let named = report.findings.iter().zip(fingerprints(report));
    // The format has no word for accepted issues; an issue that is gone counts as resolved.
    let open = named.filter(|(finding, _)| finding.waived.is_none());
    let issues: Vec<Issue> = open
        .map(|(finding, fingerprint)| {
            let place = Place::of(finding, report.sources);
            let severity = match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            };
            let (begin, end) = (place.start.line, place.end.line);
            Issue {
                description: message_and_help(finding),
                check_name: finding.rule,
                fingerprint,
                severity,
                location: Location { path: place.path, lines: Lines { begin, end } },
            }
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}
