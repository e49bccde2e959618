//! Flags escalations that come after the promise that they should save.

use std::collections::BTreeMap;

use crate::check::calendars::Calendars;
use crate::check::instant::{length, on_the_wall};
use crate::check::said::as_argument;
use crate::check::{Context, duty, rule};
use crate::diagnostic::Finding;
use crate::model::{Channel, Escalation, ResponseTime};
use crate::situation::standard::{StandardTable, escalated};
use crate::situation::{Analysis, Budget, Point, Region};
use crate::source::{Span, Spanned};
use crate::syntax::decode::Entry;
use crate::time::{Apart, Clock, Duration, Hours};

rule! {
    /// The first level of an escalation comes when the promise that it should save has run out.
    ///
    /// ## Why it matters
    /// An escalation is there so that somebody with more power can still keep the promise. When it comes as late as the
    /// promise ends, all that is left is to apologise. Compared are the escalation and the promised resolution that
    /// count in the same situation; where they run on different clocks, the calendar of the next three years decides.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles: { lead: { on_duty: 24/7 } }
    /// response_times:
    ///   all: { resolution: 1 day }
    /// escalations:
    ///   all: { levels: [ { after: 2 days, to: lead } ] }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles: { lead: { on_duty: 24/7 } }
    /// response_times:
    ///   all: { resolution: 1 day }
    /// escalations:
    ///   all: { levels: [ { after: 12 h, to: lead }, { after: 2 days, to: lead } ] }
    /// ```
    "feasibility/late-escalation" { severity: Error, run: check }
}

/// What an escalation is there to save.
const SAVED: &str = "resolution";

/// A promise that an escalation meets.
struct Promised<'a> {
    id: &'a str,
    span: Span,
    duration: Duration,
    hours: Option<&'a Hours>,
}

fn check(cx: &mut Context<'_>) {
    let Some(standard) = escalated(cx.project, cx.today) else { return };
    let calendars = cx.calendars;
    // Most standards escalate in time, which calendars show without it.
    let mut analysis: Option<Analysis<'_>> = None;
    let mut findings = Vec::new();
    for (winner, escalation) in winners(cx, &standard, "escalation") {
        for (other, saved) in promises(cx, &standard) {
            let Some(found) =
                late(cx, &standard, calendars, &mut analysis, (winner, escalation), (other, &saved))
            else {
                continue;
            };
            findings.push(found);
        }
    }
    findings.into_iter().for_each(|finding| cx.report(finding));
}

// The escalations that can win, each with the attribute and the rule of the table.
fn winners<'a>(
    cx: &Context<'a>,
    standard: &StandardTable<'_>,
    attribute: &str,
) -> Vec<((usize, usize), &'a Entry<Escalation>)> {
    let Some(at) = standard.table.attributes.iter().position(|known| known.name == attribute) else {
        return Vec::new();
    };
    let rules = standard.table.candidates(at);
    rules
        .filter_map(|(rule, _)| {
            Some(((at, rule), cx.project.escalations.find(standard.rules.get(rule)?.id)?))
        })
        .collect()
}

fn promises<'a>(cx: &Context<'a>, standard: &StandardTable<'_>) -> Vec<((usize, usize), Promised<'a>)> {
    let mut all = Vec::new();
    let times: BTreeMap<&str, &Entry<ResponseTime>> =
        cx.project.response_times.iter().map(|entry| (entry.id.as_str(), entry)).collect();
    for (at, kind) in standard.table.attributes.iter().enumerate() {
        for (rule, _) in standard.table.candidates(at) {
            let Some(id) = standard.rules.get(rule).map(|rule| rule.id) else { continue };
            let figure = match kind.name.as_str() {
                SAVED => times.get(id).and_then(|entry| {
                    let figure = entry.promises.find(SAVED)?.value.promise.get()?;
                    let duration = figure.value.within()?;
                    Some(Promised { id: &entry.id, span: figure.span, duration, hours: entry.hours.value() })
                }),
                "procedure" => cx.project.procedures.find(id).and_then(|entry| {
                    let promised = entry.promise.value()?.find(SAVED)?;
                    let (span, duration) = (promised.span, promised.value);
                    Some(Promised { id: &entry.id, span, duration, hours: entry.hours.value() })
                }),
                _ => None,
            };
            all.extend(figure.map(|figure| ((at, rule), figure)));
        }
    }
    all
}

fn late<'s>(
    cx: &Context<'_>,
    standard: &'s StandardTable<'_>,
    calendars: &Calendars<'_>,
    analysis: &mut Option<Analysis<'s>>,
    (winner, escalation): ((usize, usize), &Entry<Escalation>),
    (other, promised): ((usize, usize), &Promised<'_>),
) -> Option<Finding> {
    let first = escalation.levels.first()?.value.after.get()?;
    let ready = || Analysis::of(&standard.table, Budget::default());
    let same_hours = escalation.hours.value() == promised.hours;
    let order = first.value.compare(&promised.duration, cx.project.ring_seconds());
    let plain = order.filter(|_| same_hours || first.value.clock == Clock::Calendar);
    match plain {
        Some(std::cmp::Ordering::Less) => return None,
        Some(_) => {
            let point = analysis.get_or_insert_with(ready).together(&[winner, other]).ok()??;
            return Some(finding(cx, standard, escalation, first, promised, &point, None));
        }
        None => {}
    }
    for channel in &cx.project.channels {
        let hours = |own: Option<&Hours>| own.or(channel.hours.value()).cloned();
        let desk = |duration: &Duration, own: Option<&Hours>| {
            let hours = match duration.clock {
                Clock::Calendar => Hours::always(),
                Clock::Business => hours(own)?,
            };
            Some(calendars.desk_at(channel, &hours))
        };
        let fires = desk(&first.value, escalation.hours.value());
        let ends = desk(&promised.duration, promised.hours);
        let (Some(fires), Some(ends), Some(arrivals)) = (fires, ends, duty::arrivals(calendars, channel))
        else {
            continue;
        };
        let bounds = fires.bounds(&first.value).zip(ends.bounds(&promised.duration));
        if bounds.is_some_and(|(fires, ends)| fires.longest < ends.shortest) {
            continue;
        }
        let (fires, ends) = (fires.finish(&first.value), ends.finish(&promised.duration));
        let worst = fires.furthest_behind(&ends, Some(&arrivals)).filter(|worst| worst.seconds() >= 0);
        let Some(worst) = worst else { continue };
        let mut part = Region::everywhere();
        if let Some((at, dimension)) = standard.table.space.find("channel") {
            let Some(set) = dimension.read(&channel.id) else { continue };
            part.limit(at, set);
        }
        if let Ok(Some(point)) = analysis.get_or_insert_with(ready).within(&[winner, other], &part) {
            return Some(finding(cx, standard, escalation, first, promised, &point, Some((channel, worst))));
        }
    }
    None
}

fn finding(
    cx: &Context<'_>,
    standard: &StandardTable<'_>,
    escalation: &Entry<Escalation>,
    first: &Spanned<Duration>,
    promised: &Promised<'_>,
    point: &Point,
    worst: Option<(&Entry<Channel>, Apart)>,
) -> Finding {
    let message = format!(
        "the escalation `{}` begins after {}, when the {SAVED} promised in {} by `{}` has run out",
        escalation.id, first.value, promised.duration, promised.id
    );
    let situation = standard.in_words(point, &[]);
    let case = match &worst {
        Some((channel, worst)) => {
            let zone = cx.project.zone(None);
            format!(
                "on `{}`, what comes on {} is promised until {} and escalated on {}, {} later",
                channel.id,
                on_the_wall(&zone, worst.arrival),
                on_the_wall(&zone, worst.other),
                on_the_wall(&zone, worst.this),
                length(worst.seconds())
            )
        }
        None => situation,
    };
    let finding = cx
        .finding(first.span, message)
        .label("comes too late")
        .also(promised.span, "the promise")
        .help(format!("for example: {case}. Let the first level come early enough to act"))
        .arg("rules", vec![escalation.id.as_str(), promised.id])
        .arg("witness", as_argument(standard.situation(point)));
    match worst {
        Some((_, worst)) => finding.arg("arrival", worst.arrival.to_string()),
        None => finding,
    }
}
