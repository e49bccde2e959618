//! Holds waivers against findings: accepts what they name, reports those that have run out or accept nothing.
//! Must never remove a finding: what is accepted stays visible.

use jiff::civil::Date;

use super::company::is_company_rule;
use super::find_rule;
use super::place::place;
use crate::diagnostic::{Finding, Findings, Waived, nearest};
use crate::model::Waiver;
use crate::resolve::Reading;
use crate::source::Span;
use crate::syntax::decode::Entry;

/// The findings with the accepted ones marked, and the findings about the waivers themselves, sorted.
pub(super) fn apply(reading: &Reading, today: Date, mut findings: Vec<Finding>) -> Vec<Finding> {
    let Reading { project, sources, .. } = reading;
    let mut about = Findings::new();
    for waiver in &project.waive {
        let (Some(rule), Some(at), Some(until)) = (waiver.rule.get(), waiver.at.get(), waiver.until.get())
        else {
            continue;
        };
        if find_rule(rule).is_none() && !is_company_rule(project, rule) {
            about.push(unknown_rule(waiver, rule, rule.span));
            continue;
        }
        let Some(place) = place(project, sources, at).map(|place| place.whole) else {
            let message =
                format!("the waiver `{}` names the place `{}`, which does not exist", waiver.id, at.value);
            let help = "name a section and an entry, such as `scripts.closing`, or a key below it";
            about.push(Finding::warning("life/unused-waiver", at.span, message).help(help));
            continue;
        };
        let meant = |finding: &&mut Finding| {
            let there = finding.span().is_some_and(|span| inside(span, place));
            finding.rule == rule.value && (there || is_about(finding, &at.value))
        };
        if until.value.0 < today {
            about.push(expired(waiver, until.span, place));
            continue;
        }
        let mut used = false;
        for finding in findings.iter_mut().filter(meant) {
            used = true;
            finding.waived = Some(Waived {
                by: waiver.id.clone(),
                reason: waiver.reason.words_in(project.source_language()).to_owned(),
                until: Some(until.value.0.to_string()),
            });
        }
        if !used {
            about.push(unused(waiver, &rule.value, &at.value));
        }
    }
    let mut all = Findings::new();
    findings.into_iter().for_each(|finding| all.push(finding));
    all.append(about);
    all.into_sorted()
}

fn unknown_rule(waiver: &Entry<Waiver>, rule: &str, span: Span) -> Finding {
    let message = format!("the waiver `{}` names the rule `{rule}`, which does not exist", waiver.id);
    let help = match nearest(rule, super::RULES.iter().map(|rule| rule.id)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`etalon rules` lists all rules".to_owned(),
    };
    Finding::warning("life/unused-waiver", span, message).help(help)
}

fn expired(waiver: &Entry<Waiver>, until: Span, place: Span) -> Finding {
    let message = format!("the waiver `{}` has run out", waiver.id);
    Finding::error("life/expired-waiver", until, message)
        .label("its last day")
        .also(place, "what it accepted")
        .help("put right what it accepted and remove the waiver, or agree on a new day with its owner")
        .arg("waiver", waiver.id.as_str())
}

fn unused(waiver: &Entry<Waiver>, rule: &str, at: &str) -> Finding {
    let message = format!("the waiver `{}` accepts nothing: `{rule}` finds nothing at `{at}`", waiver.id);
    Finding::warning("life/unused-waiver", waiver.id_span, message)
        .help("remove the waiver, or name the place where the finding is")
        .arg("waiver", waiver.id.as_str())
}

/// Whether a finding is about a topic that a profile asks for, under the name `requires.topic`: the topic stands in the
/// profile, the finding where the standard uses the profile.
fn is_about(finding: &Finding, at: &str) -> bool {
    let topics = finding.args.get("requirements").and_then(|topics| topics.as_array());
    let topic = at.split_once('.').filter(|(section, _)| *section == "requires").map(|(_, topic)| topic);
    topics.is_some_and(|topics| topics.iter().any(|one| one.as_str() == topic.map(str::trim)))
}

fn inside(span: Span, place: Span) -> bool {
    span.file == place.file && span.start >= place.start && span.end <= place.end
}
