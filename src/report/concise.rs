//! One line per finding, as editors and `grep` understand it.
//! Must never print what a waiver accepts: every line is something to act on.

use std::io;

use super::Report;
use super::text::{Place, counted, plain};

pub(super) fn write(report: &Report, out: &mut dyn io::Write) -> io::Result<()> {
    for finding in report.open() {
        let Place { path, start, .. } = Place::of(finding, report.sources);
        let message = plain(&finding.message);
        let (severity, rule) = (finding.severity.word(), finding.rule);
        writeln!(out, "{}:{}:{}: {severity}: {message} [{rule}]", plain(path), start.line, start.column)?;
    }
    if report.left_out > 0 {
        writeln!(out, "{} not shown", counted(report.left_out, "more finding"))?;
    }
    Ok(())
}
