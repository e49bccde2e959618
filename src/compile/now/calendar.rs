//! Which days are public holidays or closed, where the clock of the standard stands, and when its rules change.
//! Must never know more days than a page can be in use.

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::super::context::Context;
use crate::model::Situated;
use crate::time::{DayKind, Holidays};

/// How many years of public holidays a page knows.
const YEARS: i16 = 3;

/// The days that are no ordinary days, the time zone, and the first day on which the rules are others.
pub(super) fn calendar(cx: &Context<'_>) -> Value {
    let zone = cx.project.time_zone.value().map_or("UTC", |zone| zone.0.as_str());
    let last = cx.today.saturating_add(i32::from(YEARS).years());
    let holidays = holidays(cx);
    let (mut public, mut closed) = (Vec::new(), Vec::new());
    let mut day = cx.today;
    while day < last {
        match holidays.kind(day) {
            DayKind::Holiday => public.push(day.to_string()),
            DayKind::Closed => closed.push(day.to_string()),
            DayKind::Ordinary => {}
        }
        day = day.saturating_add(1.days());
    }
    let changes = changes(cx);
    json!({
        "zone": zone,
        "holidays": public,
        "closed": closed,
        "to": last.to_string(),
        "changes": changes.map(|day| [day.to_string(), cx.words.date(day)]),
    })
}

fn holidays(cx: &Context<'_>) -> Holidays {
    cx.project.holidays.value().map_or_else(Holidays::default, |holidays| Holidays {
        country: holidays.country.value().copied(),
        closed: holidays.closed.iter().map(|day| day.value).collect(),
        open: holidays.open.iter().map(|day| day.value).collect(),
    })
}

// The first day after that of the handbook on which a rule begins to hold, or holds no longer.
fn changes(cx: &Context<'_>) -> Option<Date> {
    let mut days: Vec<Date> = Vec::new();
    let mut add = |rule: &dyn Situated| {
        days.extend(rule.from().value().map(|from| from.0));
        days.extend(rule.until().value().map(|until| until.0.saturating_add(1.days())));
    };
    macro_rules! each {
        ($($section:ident),+ $(,)?) => {$( for entry in &cx.project.$section { add(&entry.value); } )+};
    }
    each!(
        response_times,
        if_missed,
        scripts,
        conduct,
        correspondence,
        procedures,
        escalations,
        selling,
        recovery,
        loyalty,
        follow_up,
    );
    for (_, decision) in cx.project.decision_tables() {
        decision.rules.value().into_iter().flatten().for_each(|entry| add(&entry.value));
    }
    days.into_iter().filter(|day| *day > cx.today).min()
}
