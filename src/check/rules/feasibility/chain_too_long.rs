//! Flags procedures whose steps may take longer than the procedure as a whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::calendars::{Calendars, Desk, only_while_open};
use crate::check::chain::{Chain, Worst};
use crate::check::flow::{Flow, flows, in_words};
use crate::check::instant::{length, on_the_wall};
use crate::check::{Context, rule};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::time::{Clock, Duration, Hours, Unit};

rule! {
    /// The steps of a procedure may together take longer than the procedure promises.
    ///
    /// ## Why it matters
    /// When everybody keeps to the time of their step and the customer is still served late, the fault is in the
    /// standard and not in the people. The longest way through the procedure is followed on real dates: weekends,
    /// holidays and nights count where a step runs in business time. Steps side by side count once, the longer of
    /// them; a loop is gone through once; a link that a step waits for counts with its target. Steps without a time
    /// count nothing, so in truth it takes longer still.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles: { lead: { level: 2 }, manager: { level: 3 } }
    /// procedures:
    ///   complaint:
    ///     hours: Mo-Fr 09:00-17:00
    ///     promise: { resolution: 3 days }
    ///     steps:
    ///       record: { who: lead, do: Record it, within: 4 business hours, next: decide }
    ///       decide: { who: manager, do: Decide, within: 1 business day, tell: the decision, end: resolved }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles: { lead: { level: 2 }, manager: { level: 3 } }
    /// procedures:
    ///   complaint:
    ///     hours: Mo-Fr 09:00-17:00
    ///     promise: { resolution: 3 business days }
    ///     steps:
    ///       record: { who: lead, do: Record it, within: 4 business hours, next: decide }
    ///       decide: { who: manager, do: Decide, within: 1 business day, tell: the decision, end: resolved }
    /// ```
    "feasibility/chain-too-long" { severity: Error, run: check }
}

/// The measure that runs until a procedure is over.
const WHOLE: &str = "resolution";

/// Hours in which a procedure may run, and whose they are.
struct Place<'a> {
    desk: Arc<Desk>,
    channel: Option<&'a str>,
    /// Whether nobody arrives while it is closed.
    only_open: bool,
    /// Whether the hours are not known and these stand in for them.
    stands_in: bool,
    /// Whether it depends on the date how long the steps take.
    dated: bool,
}

fn check(cx: &mut Context<'_>) {
    let calendars = cx.calendars;
    for flow in flows(&cx.project.procedures) {
        let promise = flow.procedure.promise.value().and_then(|promise| promise.find(WHOLE));
        let Some(promise) = promise else { continue };
        let chain = Chain::of(&flow, cx.project);
        if chain.all().next().is_none() {
            continue;
        }
        let (places, all) = places(cx, calendars, &flow, &chain, &promise.value);
        let late: Vec<_> = places.iter().map(|place| late(&flow, &chain, place, &promise.value)).collect();
        if all && late.iter().any(Option::is_none) {
            continue;
        }
        let worst = places.iter().zip(late).filter_map(|(place, late)| Some((place, late?)));
        let worst = worst.reduce(|worst, next| if next.1.seconds > worst.1.seconds { next } else { worst });
        if let Some((place, worst)) = worst {
            let finding = finding(cx, &flow, &chain, (promise.span, &promise.value), place, &worst);
            cx.report(finding);
        }
    }
}

/// The hours in which the procedure runs, and whether it has to be late in all of them: where it names no channel,
/// nobody knows on which of them it is used.
fn places<'a>(
    cx: &Context<'a>,
    calendars: &Calendars<'a>,
    flow: &Flow<'a>,
    chain: &Chain,
    promise: &Duration,
) -> (Vec<Place<'a>>, bool) {
    let clocks = || chain.all().map(|time| time.time).chain([*promise]);
    let standing_in = || {
        let always = calendars.desk(&Hours::always());
        let stands_in = promise.clock == Clock::Business;
        vec![Place { desk: always, channel: None, only_open: false, stands_in, dated: false }]
    };
    if clocks().all(|time| time.clock == Clock::Calendar) {
        return (standing_in(), false);
    }
    if let Some(hours) = flow.procedure.hours.value() {
        let desk = calendars.desk(hours);
        return (vec![Place { desk, channel: None, only_open: false, stands_in: false, dated: true }], false);
    }
    if !flow.procedure.hours.is_absent() || cx.project.has_refused("channels") {
        return (Vec::new(), false);
    }
    let reached = calendars.reached(flow.procedure.when.value());
    let mut places: BTreeMap<(&str, &str, bool), Place<'a>> = BTreeMap::new();
    let mut unknown = false;
    for channel in reached.channels {
        let Some(hours) = channel.hours.value() else {
            unknown = true;
            continue;
        };
        let (location, only_open) =
            (channel.location.value().map_or("", String::as_str), only_while_open(channel));
        places.entry((&hours.text, location, only_open)).or_insert_with(|| Place {
            desk: calendars.desk_at(channel, hours),
            channel: Some(&channel.id),
            only_open,
            stands_in: false,
            dated: true,
        });
    }
    if places.is_empty() {
        // On one clock the sum does not depend on the hours.
        let days = |time: Duration| time.clock == Clock::Business && time.unit == Unit::Day;
        let time = |time: Duration| time.clock == Clock::Business && time.unit != Unit::Day;
        let alike = clocks().all(days) || clocks().all(time);
        return (if alike { standing_in() } else { Vec::new() }, false);
    }
    if unknown && !reached.named {
        return (Vec::new(), false);
    }
    (places.into_values().collect(), !reached.named)
}

fn late(flow: &Flow<'_>, chain: &Chain, place: &Place<'_>, promise: &Duration) -> Option<Worst> {
    let promised = place.desk.bounds(promise)?;
    if chain.bound(&place.desk).is_some_and(|bound| bound <= promised.shortest) {
        return None;
    }
    let arrivals = place.only_open.then(|| place.desk.layout.open());
    chain.worst(flow, &place.desk, promise, arrivals)
}

fn finding(
    cx: &Context<'_>,
    flow: &Flow<'_>,
    chain: &Chain,
    (span, promise): (Span, &Duration),
    place: &Place<'_>,
    worst: &Worst,
) -> Finding {
    let (message, label) = sentences(flow, promise, place, worst);
    let steps: Vec<usize> = worst.way.iter().map(|(step, _)| *step).collect();
    let ends = worst.way.last().map_or(worst.promised, |(_, end)| *end);
    let finding = cx.finding(span, message).label(label);
    let (finding, untimed) = with_steps(finding, flow, chain, place, worst);
    let more = match untimed {
        0 => String::new(),
        1 => "; one step of this way has no time yet".to_owned(),
        count => format!("; {count} steps of this way have no time yet"),
    };
    finding
        .help(format!("give these steps less time, or promise more{more}"))
        .arg("rules", vec![flow.procedure.id.as_str()])
        .arg("path", flow.ids(&steps))
        .arg("arrival", worst.arrival.to_string())
        .arg("witness", format!("{} → {ends}", worst.arrival))
        .arg("late_by_seconds", worst.seconds)
        .arg("promise", promise.to_string())
}

fn sentences(flow: &Flow<'_>, promise: &Duration, place: &Place<'_>, worst: &Worst) -> (String, String) {
    let steps: Vec<usize> = worst.way.iter().map(|(step, _)| *step).collect();
    let way = format!("shorter than the way {}", in_words(&flow.ids(&steps)));
    let id = &flow.procedure.id;
    if place.stands_in {
        let message =
            format!("the steps of `{id}` may together take longer than the {promise} that it promises");
        return (message, way);
    }
    let ends = worst.way.last().map_or(worst.promised, |(_, end)| *end);
    let takes = length(ends.as_second() - worst.arrival.as_second());
    let message =
        format!("the steps of `{id}` may together take {takes}, but it promises `{WHOLE}` within {promise}");
    if !place.dated {
        return (message, way);
    }
    let wall = |at| on_the_wall(&place.desk.layout.calendar().time_zone, at);
    let on = place.channel.map(|channel| format!(" by `{channel}`")).unwrap_or_default();
    let (arrival, due, ends) = (wall(worst.arrival), wall(worst.promised), wall(ends));
    (message, format!("what comes{on} on {arrival} is promised by {due} and may last until {ends}"))
}

/// Marks the times of the steps on the way, and counts those that have none.
fn with_steps(
    mut finding: Finding,
    flow: &Flow<'_>,
    chain: &Chain,
    place: &Place<'_>,
    worst: &Worst,
) -> (Finding, usize) {
    const MOST: usize = 12;
    let zone = &place.desk.layout.calendar().time_zone;
    let (mut untimed, mut told) = (0, Vec::new());
    for (number, end) in &worst.way {
        let Some(step) = flow.step(*number) else { continue };
        // Of several times the one that lasts longest is the one that counts.
        let longest = chain.times(*number).iter().max_by_key(|time| place.desk.bounds(&time.time));
        let Some(time) = longest else {
            untimed += 1;
            continue;
        };
        let until = if place.dated { format!(", until {}", on_the_wall(zone, *end)) } else { String::new() };
        let takes = format!("`{}` may take {}{until}", step.id, time.time);
        if told.len() < MOST {
            finding = finding.also(time.span, takes.clone());
        }
        told.push(takes);
    }
    (finding.arg("steps", told), untimed)
}
