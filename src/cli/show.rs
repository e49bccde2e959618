//! How text reaches the screen: width, colour, and a reader who closes the pipe early.
//! Must never decide what is said.

use std::io::{ErrorKind, IsTerminal, Write};

use crate::check::{RULES, Verdict, company_page, company_rule_id, company_severity};
use crate::diagnostic::{Reweighed, Severity};
use crate::model::CompanyRule;
use crate::report::{Report, RuleNote, Style};
use crate::resolve::{Project, Reading};
use crate::source::LoadError;

/// Prints text. A reader who has seen enough and closed the pipe is no error.
pub(super) fn say(out: &mut dyn Write, text: &str) -> Result<(), LoadError> {
    shown(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Turns what writing returned into an error for people.
pub(super) fn shown(written: std::io::Result<()>) -> Result<(), LoadError> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(LoadError::new(
            format!("the result could not be written: {error}"),
            "check that there is space left where it goes",
        )),
        _ => Ok(()),
    }
}

/// How reports look on this terminal.
pub(super) fn style() -> Style {
    let terminal = std::io::stdout().is_terminal();
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let colour = (terminal && !set("NO_COLOR")) || set("CLICOLOR_FORCE");
    let width = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    Style { colour, width: width.clamp(40, 120), links: false, unicode: true }
}

/// What was found, ready to be written in any format.
pub(super) fn report<'a>(reading: &'a Reading, verdict: &'a Verdict, rules: &'a [RuleNote]) -> Report<'a> {
    Report {
        findings: &verdict.findings,
        left_out: verdict.left_out,
        sources: &reading.sources,
        rules,
        reweighed: &verdict.reweighed,
        checked_files: reading.own_files,
    }
}

/// What reports say about each rule: those of the program and those of the company.
pub(super) fn rule_notes(project: &Project) -> Vec<RuleNote> {
    let note = |rule: &crate::check::Rule| RuleNote {
        id: rule.id,
        severity: rule.severity,
        summary: rule.summary(),
        explanation: rule.page(),
        link: None,
    };
    let source = project.source_language();
    let own = project.company_rules.iter().map(|rule| RuleNote {
        id: company_rule_id(rule),
        severity: company_severity(rule),
        summary: company_summary(rule, source),
        explanation: company_page(rule, source),
        link: None,
    });
    RULES.iter().map(note).chain(own).collect()
}

/// What a rule of the company finds, in one sentence.
pub(super) fn company_summary(rule: &CompanyRule, source: &str) -> String {
    let said = rule.message.words_in(source).replace('\n', " ");
    let mut letters = said.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).chain(['.']).collect()).unwrap_or_default()
}

/// How much the findings of a rule weigh in a standard that weighs it otherwise.
pub(super) fn weight_word(rule: &Reweighed) -> &'static str {
    rule.severity.map_or("off", Severity::word)
}

/// How many errors reading the standard found.
pub(super) fn reading_errors(reading: &Reading) -> usize {
    let findings = reading.findings.as_slice().iter();
    findings.filter(|finding| finding.severity == Severity::Error).count()
}
