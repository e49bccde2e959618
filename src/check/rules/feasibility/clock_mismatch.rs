//! Flags times of one rule that change their order on real dates, because they run on different clocks.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::check::calendars::{Calendars, Desk, only_while_open};
use crate::check::instant::on_the_wall;
use crate::check::{Context, rule};
use crate::model::{Channel, ClockStart, Level, ResponseTime, Situated, known_measure};
use crate::source::Span;
use crate::syntax::decode::{Entry, Field};
use crate::time::{Apart, Calendar, Clock, Duration, Figure, Hours, Timeline};

rule! {
    /// Two times of one rule run on different clocks, and on some dates the one that should end first ends last.
    ///
    /// ## Why it matters
    /// `8 business hours` looks shorter than `24 h`. But a message that comes on Friday evening is aimed to be
    /// answered on Monday, and was promised for Saturday: the aim lies behind the promise, and whoever works towards
    /// the aim breaks the promise every weekend. The same happens between a first reply and a solution, and between
    /// the levels of an escalation. Every instant of three years is looked at, with holidays and changes of the clock.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { email: { kind: written, hours: Mo-Fr 09:00-17:00 } }
    /// response_times:
    ///   email: { when: { channel: email }, first_response: { promise: 24 h, aim: 8 business hours } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { email: { kind: written, hours: Mo-Fr 09:00-17:00 } }
    /// response_times:
    ///   email: { when: { channel: email }, first_response: { promise: 12 business hours, aim: 8 business hours } }
    /// ```
    "feasibility/clock-mismatch" { severity: Error, run: check }
}

/// Two times of a rule, the first of which has to end first.
struct Pair<'a> {
    sooner: Timed<'a>,
    later: Timed<'a>,
    section: &'a str,
    id: &'a str,
}

/// A time of a rule: the aim for `first_response`.
#[derive(Clone, Copy)]
struct Timed<'a> {
    what: &'a str,
    name: &'a str,
    time: Duration,
    span: Span,
}

impl fmt::Display for Timed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}`{}`", self.what, self.name)
    }
}

/// Hours in which a rule holds.
struct Place<'a> {
    desk: Arc<Desk>,
    channel: Option<&'a str>,
    /// Whether nothing arrives, or its clock does not start, while it is closed.
    only_open: bool,
}

fn check(cx: &mut Context<'_>) {
    let calendars = cx.calendars;
    let ring = cx.project.ring_seconds();
    let two_clocks = |pair: &Pair<'_>| {
        let (sooner, later) = (&pair.sooner.time, &pair.later.time);
        sooner.clock != later.clock && sooner.compare(later, ring).is_none()
    };
    for rule in &cx.project.response_times {
        // Which of two times of a law has to end first is not the company's choice.
        if rule.floor.value() == Some(&true) {
            continue;
        }
        let mut found = Vec::new();
        pairs(rule, |pair| found.extend(Some(pair).filter(two_clocks)));
        judge(cx, calendars, found, &rule.value, &rule.hours, starts(cx, rule));
    }
    for escalation in &cx.project.escalations {
        let mut found = Vec::new();
        for pair in escalation.levels.windows(2) {
            let [first, second] = pair else { continue };
            let (Some(sooner), Some(later)) = (level_time(&first.value), level_time(&second.value)) else {
                continue;
            };
            let pair = Pair { sooner, later, section: "escalations", id: &escalation.id };
            found.extend(Some(pair).filter(two_clocks));
        }
        judge(cx, calendars, found, &escalation.value, &escalation.hours, starts_of_all(cx));
    }
}

fn level_time(level: &Level) -> Option<Timed<'_>> {
    let after = level.after.get()?;
    let name = level.to.value().map_or("", String::as_str);
    Some(Timed { what: "the level for ", name, time: after.value, span: after.span })
}

/// The times of a rule that have an order: the aim, the promise, the limit; and one measure after the other.
fn pairs<'a>(rule: &'a Entry<ResponseTime>, mut visit: impl FnMut(Pair<'a>)) {
    let mut push = |sooner: Option<Timed<'a>>, later: Option<Timed<'a>>| {
        if let (Some(sooner), Some(later)) = (sooner, later) {
            visit(Pair { sooner, later, section: "response_times", id: &rule.id });
        }
    };
    for measure in rule.promises.iter() {
        let promise = timed("the promise for ", &measure.id, &measure.value.promise);
        let aim = timed("the aim for ", &measure.id, &measure.value.aim);
        let at_most = measure.value.at_most.get();
        let at_most = at_most.map(|limit| Timed {
            what: "the limit for ",
            name: &measure.id,
            time: limit.value,
            span: limit.span,
        });
        push(aim, promise);
        push(promise, at_most);
        push(aim, at_most.filter(|_| promise.is_none()));
    }
    let stage = |measure: &str| known_measure(measure).and_then(|known| known.stage);
    for sooner in rule.promises.iter() {
        let Some(first) = stage(&sooner.id) else { continue };
        for later in rule.promises.iter().filter(|later| stage(&later.id).is_some_and(|last| first < last)) {
            let whole = |id, promise| timed("", id, promise);
            push(whole(&sooner.id, &sooner.value.promise), whole(&later.id, &later.value.promise));
        }
    }
}

fn timed<'a>(what: &'a str, name: &'a str, figure: &'a Field<Figure>) -> Option<Timed<'a>> {
    let figure = figure.get()?;
    Some(Timed { what, name, time: figure.value.within()?, span: figure.span })
}

fn judge<'a>(
    cx: &mut Context<'a>,
    calendars: &Calendars<'a>,
    pairs: Vec<Pair<'_>>,
    rule: &dyn Situated,
    hours: &Field<Hours>,
    starts: Option<ClockStart>,
) {
    if pairs.is_empty() {
        return;
    }
    let Some(window) = window(rule) else { return };
    let Some((places, all)) = places(cx, calendars, rule, hours, starts) else { return };
    for pair in pairs {
        let late: Vec<_> =
            places.iter().map(|place| late(&pair, place, || arrivals(cx, place, window.as_ref()))).collect();
        if all && late.iter().any(Option::is_none) {
            continue;
        }
        let worst = places.iter().zip(late).filter_map(|(place, late)| Some((place, late?)));
        let worst =
            worst.reduce(|worst, next| if next.1.seconds() > worst.1.seconds() { next } else { worst });
        if let Some((place, worst)) = worst {
            report(cx, &pair, place, &worst);
        }
    }
}

/// From when the clock of a rule runs.
fn starts(cx: &Context<'_>, rule: &ResponseTime) -> Option<ClockStart> {
    let own = rule.clock.value().and_then(|clock| clock.starts.value().copied());
    own.or_else(|| starts_of_all(cx))
}

fn starts_of_all(cx: &Context<'_>) -> Option<ClockStart> {
    cx.project.clock.value().and_then(|clock| clock.starts.value().copied())
}

/// The hours in which a rule holds, and whether all of them have to show the fault: where no channel is named, nobody
/// knows on which of them it is used. None where no hours are known.
fn places<'a>(
    cx: &Context<'a>,
    calendars: &Calendars<'a>,
    rule: &dyn Situated,
    hours: &Field<Hours>,
    starts: Option<ClockStart>,
) -> Option<(Vec<Place<'a>>, bool)> {
    let reached = calendars.reached(rule.when());
    let only_open = |channel: Option<&Channel>| {
        starts == Some(ClockStart::NextOpening) || channel.is_some_and(only_while_open)
    };
    if let Some(hours) = hours.value() {
        let desk = calendars.desk(hours);
        let only = match reached.channels.as_slice() {
            [only] => Some(&only.value),
            _ => None,
        };
        return Some((vec![Place { desk, channel: None, only_open: only_open(only) }], false));
    }
    if !hours.is_absent() || cx.project.has_refused("channels") {
        return None;
    }
    let mut places: BTreeMap<(&str, &str, bool), Place<'a>> = BTreeMap::new();
    for channel in reached.channels {
        let Some(hours) = channel.hours.value() else {
            if reached.named {
                continue;
            }
            return None;
        };
        let location = channel.location.value().map_or("", String::as_str);
        places.entry((&hours.text, location, only_while_open(channel))).or_insert_with(|| Place {
            desk: calendars.desk_at(channel, hours),
            channel: Some(&channel.id),
            only_open: only_open(Some(channel)),
        });
    }
    Some((places.into_values().collect(), !reached.named))
}

/// The times at which a condition holds, written as hours; none within none where it cannot be read.
fn window(rule: &dyn Situated) -> Option<Option<Hours>> {
    let Some(time) = rule.when().and_then(|when| when.find("time")) else { return Some(None) };
    match (&*time.value.is, time.value.not.is_empty()) {
        ([only], true) => Hours::parse_window(&only.value).ok().map(Some),
        _ => None,
    }
}

/// When something arrives at a place; none for at any time.
fn arrivals(cx: &Context<'_>, place: &Place<'_>, window: Option<&Hours>) -> Option<Timeline> {
    let calendar = place.desk.layout.calendar();
    let open = place.only_open.then(|| place.desk.layout.open());
    let window = window.map(|window| {
        let last = cx.today.saturating_add(jiff::Span::new().days(3 * 366));
        let window = Calendar::new(window.clone(), calendar.holidays.clone(), calendar.time_zone.clone());
        window.timeline(cx.today, last)
    });
    match (open, window) {
        (Some(open), Some(window)) => Some(open.intersect(&window)),
        (open, window) => open.cloned().or(window),
    }
}

/// The arrival from which the first time ends after the second one, by as much as possible.
fn late(pair: &Pair<'_>, place: &Place<'_>, arrivals: impl Fn() -> Option<Timeline>) -> Option<Apart> {
    let (sooner, later) = (&pair.sooner.time, &pair.later.time);
    if place.desk.bounds(sooner)?.longest <= place.desk.bounds(later)?.shortest {
        return None;
    }
    let years = place.desk.layout.at_once();
    let begun = (years.then(&place.desk.finish(sooner)), years.then(&place.desk.finish(later)));
    begun.0.furthest_behind(&begun.1, arrivals().as_ref()).filter(|late| late.seconds() > 0)
}

fn report(cx: &mut Context<'_>, pair: &Pair<'_>, place: &Place<'_>, worst: &Apart) {
    let zone = &place.desk.layout.calendar().time_zone;
    let wall = |at| on_the_wall(zone, at);
    let (sooner, later) = (&pair.sooner, &pair.later);
    let message =
        format!("in `{}` {sooner} ({}) can end after {later} ({})", pair.id, sooner.time, later.time);
    let on = place.channel.map(|channel| format!(" by `{channel}`")).unwrap_or_default();
    let (business, calendar) = match sooner.time.clock {
        Clock::Business => (sooner.time, later.time),
        Clock::Calendar => (later.time, sooner.time),
    };
    let label = |span: Span, at: jiff::Timestamp| (span, format!("ends {}", wall(at)));
    let (first, second) = (label(sooner.span, worst.this), label(later.span, worst.other));
    let finding = cx
        .finding(first.0, message)
        .label(format!("for what comes{on} on {} this {}", wall(worst.arrival), first.1))
        .also(second.0, format!("and this {}", second.1))
        .help(format!(
            "count both on one clock: {business} runs only while it is open, {calendar} day and night"
        ))
        .arg("rules", vec![pair.id])
        .arg("table", pair.section)
        .arg("arrival", worst.arrival.to_string())
        .arg("sooner", worst.this.to_string())
        .arg("later", worst.other.to_string())
        .arg("witness", format!("{}: {} > {}", worst.arrival, worst.this, worst.other));
    cx.report(finding);
}
