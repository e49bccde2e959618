//! The end of a report for people: what is waived, how much was found, where to read more.
//! Must never be the only place where an error shows.

use std::collections::BTreeSet;
use std::io;

use super::line::wrapped;
use super::text::{Place, counted, plain};
use super::{Report, Style};
use crate::diagnostic::Severity;

/// The most rules that are named as worth reading about.
const MOST_HINTS: usize = 3;

pub(super) fn summary(report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    waived(report, style, out)?;
    reweighed(report, style, out)?;
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
    // What is switched off is listed by rule, not finding by finding.
    let mut waived = report.findings.iter().filter_map(|finding| {
        let waiver = finding.waived.as_ref()?;
        Some((finding, waiver, waiver.until.as_deref()?))
    });
    let Some(first) = waived.next() else { return Ok(()) };
    writeln!(out, "Waived for the time being:")?;
    for (finding, waiver, until) in std::iter::once(first).chain(waived) {
        let Place { path, start, .. } = Place::of(finding, report.sources);
        let (until, by) = (plain(until), plain(&waiver.by));
        let place = format!("{}:{}:{}", plain(path), start.line, start.column);
        let head = format!("{} at {place} until {until} (`{by}`)", finding.rule);
        writeln!(out, "{}", entry(&head, &waiver.reason, style))?;
    }
    writeln!(out)
}

// What the standard has switched off or weighs less is no secret; what weighs more shows by itself.
fn reweighed(report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let mut weaker = report.reweighed.iter().filter(|rule| rule.severity < Some(rule.usual)).peekable();
    if weaker.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "Weighed less than usual by `check_rules`:")?;
    for rule in weaker {
        let now = rule.severity.map_or("off", Severity::word);
        let found = counted(rule.findings, "finding");
        let head = format!("{}: {now} instead of {}, {found}", rule.rule, rule.usual.word());
        writeln!(out, "{}", entry(&head, &rule.reason, style))?;
    }
    writeln!(out)
}

fn entry(head: &str, reason: &str, style: Style) -> String {
    let indented = |text: &str| wrapped(text, style.width.max(40) - 4).replace('\n', "\n    ");
    format!("  {}\n    {}", indented(head), indented(&plain(reason)))
}

fn count(report: &Report) -> String {
    let tally = report.tally();
    let kinds = [(tally.errors, "error"), (tally.warnings, "warning"), (tally.infos, "note")];
    let found: Vec<String> =
        kinds.iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(*count, word)).collect();
    let accepted = [(tally.waived, "waived"), (tally.switched_off, "switched off")];
    let accepted: Vec<String> = accepted
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let waived = if accepted.is_empty() { String::new() } else { format!(" ({})", accepted.join(", ")) };
    if found.is_empty() {
        return format!("No findings in {}{waived}.", counted(report.checked_files, "file"));
    }
    format!("{} in {}{waived}", found.join(", "), counted(tally.files, "file"))
}
