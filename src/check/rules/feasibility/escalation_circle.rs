//! Flags escalations that come back to somebody who already has the case.

use std::collections::BTreeMap;

use crate::check::flow::in_words;
use crate::check::{Context, rule};
use crate::model::{Escalation, Level, Role};
use crate::syntax::decode::Entry;

rule! {
    /// An escalation comes back to a role that already has the case, or climbs roles that report in a circle.
    ///
    /// ## Why it matters
    /// An escalation takes a case to somebody who can do more. When it returns to a role that had it before, the
    /// customer waits a second time for the people who did not settle it the first time. And where two roles report to
    /// each other, nobody is above them.
    ///
    /// The same role twice in a row is accepted where the second time differs in `by` or `do`: first a message, then
    /// a call.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles: { lead: { level: 2 }, manager: { level: 3 } }
    /// escalations:
    ///   complaint:
    ///     levels: [{ after: 1 day, to: lead }, { after: 2 days, to: manager }, { after: 3 days, to: lead }]
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles: { lead: { level: 2, reports_to: manager }, manager: { level: 3 } }
    /// escalations:
    ///   complaint: { levels: [{ after: 1 day, to: lead }, { after: 3 days, to: manager }] }
    /// ```
    "feasibility/escalation-circle" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    let roles: BTreeMap<&str, &Entry<Role>> =
        cx.project.roles.iter().map(|role| (role.id.as_str(), role)).collect();
    let mut told: Vec<Vec<&str>> = Vec::new();
    for escalation in &cx.project.escalations {
        comes_back(cx, escalation);
        for level in escalation.levels.iter() {
            let Some(to) = level.value.to.value() else { continue };
            let Some(circle) = circle_above(to, &roles) else { continue };
            let mut members = circle.clone();
            members.sort_unstable();
            if !told.contains(&members) {
                told.push(members);
                report_circle(cx, escalation, to, &circle, &roles);
            }
        }
    }
}

fn comes_back(cx: &mut Context<'_>, escalation: &Entry<Escalation>) {
    for (at, level) in escalation.levels.iter().enumerate() {
        let Some(to) = level.value.to.get() else { continue };
        let mut earlier = escalation.levels.iter().take(at).enumerate().rev();
        let same = |(_, earlier): &(usize, &crate::source::Spanned<Level>)| {
            earlier.value.to.value() == Some(&to.value)
        };
        let Some((before, first)) = earlier.find(same) else { continue };
        let in_a_row = before + 1 == at;
        if in_a_row && differ(&first.value, &level.value) {
            continue;
        }
        let message = match in_a_row {
            true => format!("the escalation `{}` tells `{}` twice in a row", escalation.id, to.value),
            false => format!(
                "the escalation `{}` comes back to `{}`, who already has the case",
                escalation.id, to.value
            ),
        };
        let levels = escalation.levels.iter().take(at + 1).filter_map(|level| level.value.to.value());
        let path: Vec<&str> = levels.map(String::as_str).collect();
        let help = match in_a_row {
            true => {
                "name a role that can do more, or say what is different the second time under `do:` or `by:`"
            }
            false => "name a role that can do more than the one before",
        };
        let finding = cx
            .finding(to.span, message)
            .label("told again")
            .also(first.value.to.span().unwrap_or(first.span), "told here already")
            .help(help)
            .arg("rules", vec![escalation.id.as_str()])
            .arg("role", to.value.as_str())
            .arg("witness", in_words(&path))
            .arg("path", path);
        cx.report(finding);
    }
}

/// Whether the second of two levels asks for something else than the first.
fn differ(first: &Level, second: &Level) -> bool {
    let words = |text: &crate::syntax::decode::Field<crate::model::Text>| {
        text.value()
            .map(|text| text.versions().iter().map(|version| version.text.value.clone()).collect::<Vec<_>>())
    };
    let further =
        |second: Option<Vec<String>>, first: Option<Vec<String>>| second.is_some() && second != first;
    further(words(&second.by), words(&first.by)) || further(words(&second.act), words(&first.act))
}

/// The circle in which the roles above `start` report, in its order; none when there is a top.
fn circle_above<'a>(start: &'a str, roles: &BTreeMap<&'a str, &'a Entry<Role>>) -> Option<Vec<&'a str>> {
    let mut way: Vec<&str> = Vec::new();
    let mut at = start;
    loop {
        if let Some(first) = way.iter().position(|role| *role == at) {
            return way.get(first..).map(<[&str]>::to_vec);
        }
        way.push(at);
        at = roles.get(at)?.reports_to.value()?;
    }
}

fn report_circle(
    cx: &mut Context<'_>,
    escalation: &Entry<Escalation>,
    told: &str,
    circle: &[&str],
    roles: &BTreeMap<&str, &Entry<Role>>,
) {
    let (Some(first), Some(last)) = (circle.first(), circle.last()) else { return };
    let above = |role: &str| roles.get(role).and_then(|role| role.reports_to.get());
    let Some(closing) = above(last) else { return };
    let mut round = circle.to_vec();
    round.push(first);
    let message = match circle {
        [own] => format!("`{own}` reports to itself, so the escalation `{}` leads no higher", escalation.id),
        _ => format!(
            "{} report in a circle, so the escalation `{}` leads no higher",
            crate::diagnostic::listed(circle.iter().copied(), 6),
            escalation.id
        ),
    };
    let mut finding = cx
        .finding(closing.span, message)
        .label(format!("round and round: {}", in_words(&round)))
        .help("let one of these roles report to somebody else, or to nobody")
        .arg("rules", vec![escalation.id.as_str()])
        .arg("role", told)
        .arg("witness", in_words(&round))
        .arg("path", round);
    for role in circle.iter().rev().skip(1).rev().take(4) {
        finding = finding
            .also(above(role).map_or(closing.span, |above| above.span), format!("`{role}` reports here"));
    }
    cx.report(finding);
}
