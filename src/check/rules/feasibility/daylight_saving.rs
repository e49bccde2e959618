//! Flags times that do not exist, or come twice, in the nights in which the clock is changed.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::check::written_hours::{WrittenHours, written_hours};
use crate::check::{Context, rule};
use crate::diagnostic::Severity;
use crate::time::{DayKind, Hours, Moment, time_zone};

rule! {
    /// A time of opening, closing or of a condition falls into the hour that is lost when the clock goes forward.
    ///
    /// ## Why it matters
    /// On the last Sunday of March in Europe there is no 02:30: the clock goes from 02:00 to 03:00. A shift that begins
    /// or ends at that time has no beginning or end in that night, and a shift from 02:00 to 03:00 does not take place.
    /// Where the time only comes twice, in the night in which the clock goes back, the finding is an information. That a
    /// night shift is an hour shorter or longer is no fault: it is counted as it passes.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// time_zone: Europe/Warsaw
    /// channels: { phone: { kind: voice, hours: Mo-Su 22:00-02:30 } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// time_zone: Europe/Warsaw
    /// channels: { phone: { kind: voice, hours: Mo-Su 22:00-06:00 }, chat: { kind: chat, hours: 24/7 } }
    /// ```
    "feasibility/daylight-saving" { severity: Warning, run: check }
}

/// A change of the clock: from one time of the wall to the other.
#[derive(Debug, Clone, Copy)]
struct Change {
    before: DateTime,
    after: DateTime,
}

/// A time that a change of the clock does away with or repeats.
struct Hit {
    change: Change,
    time: String,
    what: &'static str,
}

fn check(cx: &mut Context<'_>) {
    let calendars = cx.calendars;
    // The holidays are the same in all zones.
    let holidays = calendars.calendar(&Hours::always(), "UTC").holidays;
    let kind = |date: Date| holidays.kind(date);
    let mut known: BTreeMap<&str, Vec<Change>> = BTreeMap::new();
    for written in written_hours(cx.project) {
        let zone = calendars.zone(written.location);
        let changes = known.entry(zone).or_insert_with(|| changes(zone, cx.today));
        let first = |forward: bool| {
            let mut changes = changes.iter().filter(|change| change.goes_forward() == forward);
            changes.find_map(|change| hit(&written, *change, &kind))
        };
        report(cx, &written, first(true), first(false));
    }
    scenarios(cx, &changes(calendars.zone(None), cx.today));
}

/// The changes of the clock within two years.
fn changes(zone: &str, today: Date) -> Vec<Change> {
    let zone = time_zone(zone);
    let Ok(start) = TimeZone::UTC.to_timestamp(today.at(0, 0, 0, 0)) else { return Vec::new() };
    let end = start.as_second() + 2 * 366 * 86_400;
    let mut found = Vec::new();
    for change in zone.following(start).take(64).take_while(|change| change.timestamp().as_second() < end) {
        let at = change.timestamp();
        let Ok(just_before) = Timestamp::from_second(at.as_second() - 1) else { continue };
        let (before, after) =
            (zone.to_datetime(just_before).saturating_add(Span::new().seconds(1)), zone.to_datetime(at));
        if before != after {
            found.push(Change { before, after });
        }
    }
    found
}

impl Change {
    fn goes_forward(self) -> bool {
        self.after > self.before
    }

    /// The times of the wall that are lost, or that come twice.
    fn times(self) -> (DateTime, DateTime) {
        (self.before.min(self.after), self.before.max(self.after))
    }
}

/// The first time of the hours on the date of a change that is lost or comes twice.
fn hit(written: &WrittenHours<'_>, change: Change, kind: &impl Fn(Date) -> DayKind) -> Option<Hit> {
    let (from, to) = change.times();
    let date = from.date();
    for (opens, closes) in written.hours.on_day(date, kind) {
        let at = |minute: u16| date.at(0, 0, 0, 0).saturating_add(Span::new().minutes(i64::from(minute)));
        let time = |at: DateTime| at.strftime("%H:%M").to_string();
        let (opening, closing) = (at(opens), at(closes));
        // All of it in the lost hour: it does not take place at all.
        if change.goes_forward() && from <= opening && closing <= to {
            let what = if written.window { "the stretch of time" } else { "the shift" };
            return Some(Hit { change, time: format!("{}-{}", time(opening), time(closing)), what });
        }
        // Where the hour begins or ends, the change itself is the moment that is meant.
        let inside = |at: DateTime| from < at && at < to;
        let (begins, ends) =
            if written.window { ("the beginning", "the end") } else { ("the opening", "the closing") };
        let ends = [(opening, begins), (closing, ends)];
        if let Some((at, what)) = ends.into_iter().find(|(at, _)| inside(*at)) {
            return Some(Hit { change, time: time(at), what });
        }
    }
    None
}

fn report(cx: &mut Context<'_>, written: &WrittenHours<'_>, lost: Option<Hit>, twice: Option<Hit>) {
    let Some(hit) = lost.as_ref().or(twice.as_ref()) else { return };
    let day = |hit: &Hit| hit.change.times().0.strftime("%a %-d %b %Y").to_string();
    let what_happens = if hit.change.goes_forward() { "does not exist" } else { "comes twice" };
    let message = format!(
        "{} at {} in {} `{}` {what_happens} on {}",
        hit.what,
        hit.time,
        written.what,
        written.of,
        day(hit)
    );
    let wall = |at: DateTime| at.strftime("%H:%M").to_string();
    let goes =
        format!("that night the clock goes from {} to {}", wall(hit.change.before), wall(hit.change.after));
    let (from, to) = hit.change.times();
    let also = match (&lost, &twice) {
        (Some(_), Some(twice)) => format!("; on {} it comes twice", day(twice)),
        _ => String::new(),
    };
    let first = hit.time.split('-').next().unwrap_or_default();
    let mut finding = cx
        .finding(cx.place_of(first, written.span), message)
        .label(format!("{goes}{also}"))
        .help(format!("choose a time that every night has, such as {} or {}", wall(from), wall(to)))
        .arg("of", written.of)
        .arg("time", hit.time.clone())
        .arg("witness", hit.change.times().0.to_string())
        .arg("date", hit.change.times().0.date().to_string());
    if !hit.change.goes_forward() {
        finding.severity = Severity::Info;
    }
    cx.report(finding);
}

/// Scenarios speak of a moment of every week, and in one week there is no such moment.
fn scenarios(cx: &mut Context<'_>, changes: &[Change]) {
    let project = cx.project;
    for scenario in &project.scenarios {
        let Some(given) = scenario.given.value().and_then(|given| given.find("time")) else { continue };
        let Ok(Moment::Week(minute)) = Moment::parse(&given.value) else { continue };
        let lost = changes.iter().filter(|change| change.goes_forward()).find(|change| {
            let (from, to) = change.times();
            let weekday = i64::from(from.date().weekday().to_monday_zero_offset());
            let same_day = i64::from(minute / 1_440) == weekday;
            let at =
                from.date().at(0, 0, 0, 0).saturating_add(Span::new().minutes(i64::from(minute % 1_440)));
            same_day && from <= at && at < to
        });
        let Some(change) = lost else { continue };
        let day = change.before.strftime("%a %-d %b %Y").to_string();
        let wall = |at: DateTime| at.strftime("%H:%M").to_string();
        let message = format!(
            "the time `{}` of the scenario `{}` does not exist on {day}",
            given.value.trim(),
            scenario.id
        );
        let mut finding = cx
            .finding(given.span, message)
            .label(format!(
                "that night the clock goes from {} to {}",
                wall(change.before),
                wall(change.after)
            ))
            .help("choose a time that every week has")
            .arg("of", scenario.id.as_str())
            .arg("date", change.before.date().to_string());
        finding.severity = Severity::Info;
        cx.report(finding);
    }
}
