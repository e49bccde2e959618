//! The end of a report for people: what is waived, how much was found, where to read more.
//! Must never be the only place where an error shows.

use std::collections::BTreeSet;
use std::io;

use super::line::wrapped;
use super::text::{Place, counted, plain};
use super::{Report, Style};
use crate::diagnostic::{Finding, Waived};

/// The most rules that are named as worth reading about.
const MOST_HINTS: usize = 3;

pub(super) fn summary(report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    waived(report, style, out)?;
    let bold = |text: String| if style.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text };
    writeln!(out, "{}", bold(count(report)))?;
    if report.left_out > 0 {
        writeln!(out, "{} not shown.", counted(report.left_out, "more finding"))?;
    }
    let seen: BTreeSet<&str> = report.open().map(|finding| finding.rule).collect();
    let mut lead = "Read more: ";
    for rule in seen.iter().take(MOST_HINTS) {
        writeln!(out, "{lead}etalon explain {rule}")?;
        lead = "           ";
    }
    if seen.len() > MOST_HINTS {
        writeln!(out, "{lead}and so for {}", counted(seen.len() - MOST_HINTS, "more rule"))?;
    }
    Ok(())
}

fn waived(report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let mut waived = report.findings.iter().filter_map(|finding| Some((finding, finding.waived.as_ref()?)));
    let Some(first) = waived.next() else { return Ok(()) };
    writeln!(out, "Waived for the time being:")?;
    for (finding, waiver) in std::iter::once(first).chain(waived) {
        writeln!(out, "{}", entry(finding, waiver, report, style))?;
    }
    writeln!(out)
}

fn entry(finding: &Finding, waiver: &Waived, report: &Report, style: Style) -> String {
    let Place { path, start, .. } = Place::of(finding, report.sources);
    let (until, by) = (plain(&waiver.until), plain(&waiver.by));
    let place = format!("{}:{}:{}", plain(path), start.line, start.column);
    let indented = |text: &str| wrapped(text, style.width.max(40) - 4).replace('\n', "\n    ");
    let head = indented(&format!("{} at {place} until {until} (`{by}`)", finding.rule));
    format!("  {head}\n    {}", indented(&plain(&waiver.reason)))
}

fn count(report: &Report) -> String {
    let tally = report.tally();
    let kinds = [(tally.errors, "error"), (tally.warnings, "warning"), (tally.infos, "note")];
    let found: Vec<String> =
        kinds.iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(*count, word)).collect();
    let waived = if tally.waived > 0 { format!(" ({} waived)", tally.waived) } else { String::new() };
    if found.is_empty() {
        return format!("No findings in {}{waived}.", counted(report.checked_files, "file"));
    }
    format!("{} in {}{waived}", found.join(", "), counted(tally.files, "file"))
}
