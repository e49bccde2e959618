//! Annotations of GitHub Actions: one workflow command per finding.
//! Must never let a text end its command early: everything is escaped.

use std::fmt::Write as _;
use std::io;

use super::Report;
use super::text::{Place, counted};
use crate::diagnostic::{Finding, Severity};

pub(super) fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    // Only the first few annotations of a step are shown, so the worst come first.
    let mut findings: Vec<&Finding> = report.open().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    for finding in findings {
        writeln!(out, "{}", command(finding, report))?;
    }
    if report.left_out > 0 {
        let count = counted(report.left_out, "more finding");
        writeln!(out, "::notice title=etalon::{count} not shown")?;
    }
    Ok(())
}

fn command(finding: &Finding, report: &Report) -> String {
    let place = Place::of(finding, report.sources);
    let word = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut command = format!("::{word} file={},line={}", property(place.path), place.start.line);
    let (start, end) = (place.start, place.end);
    // Columns are refused where an annotation covers several lines.
    let written = if start.line == end.line {
        write!(command, ",col={},endLine={},endColumn={}", start.column, end.line, end.column)
    } else {
        write!(command, ",endLine={}", end.line)
    };
    // Writing to a text cannot fail.
    let _ = written;
    let help = if finding.help.is_empty() { String::new() } else { format!("\n{}", finding.help) };
    let text = data(&format!("{}{help}", finding.message));
    format!("{command},title={}::{text}", property(finding.rule))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
