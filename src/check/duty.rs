//! Who is on duty when, and when customers can arrive. Must never invent hours: where some are missing it says none.

use jiff::Timestamp;

use super::Context;
use super::calendars::{Calendars, only_while_open};
use crate::model::{Channel, ChannelKind, ClockStart, ResponseTime};
use crate::situation::{Set, standard::week_text};
use crate::syntax::decode::Entry;
use crate::time::{Hours, Timeline};

/// When at least one of these roles is on duty; none when the hours of one of them are not known.
pub(super) fn on_duty(cx: &Context<'_>, calendars: &Calendars<'_>, roles: &[String]) -> Option<Timeline> {
    let mut all: Option<Timeline> = None;
    for role in roles {
        let hours = cx.project.roles.find(role)?.on_duty.value()?;
        let own = calendars.desk(hours).layout.open().clone();
        all = Some(match all {
            Some(others) => others.union(&own),
            None => own,
        });
    }
    all
}

/// When customers of a channel can arrive; none when that is not known.
pub(super) fn arrivals(calendars: &Calendars<'_>, channel: &Channel) -> Option<Timeline> {
    if channel.hours.value().is_none() && only_while_open(channel) {
        return None;
    }
    let always = || calendars.desk_at(channel, &Hours::always()).layout.open().clone();
    let waits = matches!(channel.kind.value()?, ChannelKind::Written | ChannelKind::Public);
    match channel.hours.value().filter(|_| !waits) {
        Some(hours) => Some(calendars.desk_at(channel, hours).layout.open().clone()),
        None => Some(always()),
    }
}

/// When the positions of the week of a table are, in time.
pub(super) fn when(calendars: &Calendars<'_>, channel: &Channel, positions: &Set) -> Option<Timeline> {
    let hours = Hours::parse(&week_text(positions)?).ok()?;
    Some(calendars.desk_at(channel, &hours).layout.open().clone())
}

/// Whether the clock of a rule waits for the next opening.
pub(super) fn starts_at_opening(cx: &Context<'_>, rule: &Entry<ResponseTime>) -> bool {
    let own = rule.clock.value().and_then(|clock| clock.starts.value());
    let starts = own.or_else(|| cx.project.clock.value().and_then(|clock| clock.starts.value()));
    starts == Some(&ClockStart::NextOpening)
}

/// The seconds of the first week from Monday on, from a day on, in which no hours differ from those of the week
/// before and after it: what people mean by an ordinary week.
pub(super) fn ordinary_week(cx: &Context<'_>, arrivals: &[&Timeline]) -> Option<Timeline> {
    const WEEK: i64 = 7 * 86_400;
    let zone = cx.project.zone(None);
    let ahead = (7 - cx.today.weekday().to_monday_zero_offset()) % 7;
    let monday = cx.today.checked_add(jiff::Span::new().days(i64::from(ahead))).ok()?;
    let start = zone.to_timestamp(monday.at(0, 0, 0, 0)).ok().map(Timestamp::as_second)?;
    let week = |from: i64| Timeline::of(vec![(from, from + WEEK)]);
    let moved = |open: &Timeline, by: i64| -> Vec<(i64, i64)> {
        open.open().iter().map(|(from, to)| (from + by, to + by)).collect()
    };
    let same = |from: i64| {
        arrivals.iter().all(|open| {
            let part = |start: i64| moved(&open.intersect(&week(start)), -start);
            part(from) == part(from + WEEK) && part(from + WEEK) == part(from + 2 * WEEK)
        })
    };
    (0..20).map(|at| start + at * WEEK).find(|from| same(*from)).map(week)
}
