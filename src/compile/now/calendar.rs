//! Which days are public holidays or closed, where the clock of the standard stands, and when its rules change.
//! Must never know more days than a page can be in use.

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::super::context::Context;
use crate::time::DayKind;

/// How many years of public holidays a page knows.
const YEARS: i16 = 3;

/// The days that are no ordinary days, the time zone, and the first day on which the rules are others.
pub(super) fn calendar(cx: &Context<'_>) -> Value {
    let zone = cx.project.zone_name(None);
    let last = cx.today.saturating_add(i32::from(YEARS).years());
    let holidays = cx.project.days_off();
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

// The first day after that of the handbook on which a rule begins to hold, or holds no longer.
fn changes(cx: &Context<'_>) -> Option<Date> {
    let rules = cx.project.table_rules().into_iter().map(|rule| rule.rule);
    let days = rules.flat_map(|rule| {
        let from = rule.from().value().map(|from| from.0);
        from.into_iter().chain(rule.until().value().map(|until| until.0.saturating_add(1.days())))
    });
    days.filter(|day| *day > cx.today).min()
}
