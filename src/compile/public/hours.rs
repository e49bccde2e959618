//! Opening hours in the words of schema.org: the usual week, and one entry for each day that differs. Must never leave a
//! closed day open.

use serde_json::{Value, json};

use super::LeftOut;
use crate::compile::context::Context;
use crate::compile::open_hours::{OpenHours, SpecialDays, clock};
use crate::syntax::decode::Field;
use crate::time::{DAY_MINUTES, Hours};

/// The names of the days, Monday first.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The hours of a channel or a place, as they are seen from the day of the data.
pub(super) fn of(
    cx: &Context<'_>,
    id: &str,
    location: Option<&str>,
    hours: &Field<Hours>,
    left_out: &mut LeftOut,
) -> Vec<Value> {
    let Some(hours) = hours.value() else { return Vec::new() };
    let special = SpecialDays::of(cx.project, cx.today);
    let hours = OpenHours::new([id, id], cx.project.zone_said(location), hours, cx.today, &special);
    let mut say = |reason: &str, id: Option<&str>| left_out.push((reason.to_owned(), id.map(str::to_owned)));
    if hours.week.iter().flatten().any(|(_, to)| *to == DAY_MINUTES) {
        say("Midnight at the end of a day is written as 23:59.", Some(id));
    }
    if hours.seasonal {
        say(
            "The usual week is that of the present season; days of other seasons stand one by one.",
            Some(id),
        );
    }
    if hours.zone.is_some() {
        say("Hours have no time zone there: they are those of the place.", None);
    }
    specifications(&hours)
}

fn specifications(hours: &OpenHours<'_>) -> Vec<Value> {
    let mut found = Vec::new();
    for (range, days) in hours.by_range() {
        let days = days.iter().filter_map(|day| DAYS.get(*day));
        let days: Vec<String> = days.map(|day| format!("https://schema.org/{day}")).collect();
        let mut entry = span(range);
        super::add(&mut entry, "dayOfWeek", json!(days));
        found.push(entry);
    }
    for day in &hours.differing {
        let date = day.date.to_string();
        // A day without opening times is a closed one.
        let spans: Vec<Value> = match day.open.as_slice() {
            [] => vec![json!({ "@type": "OpeningHoursSpecification" })],
            open => open.iter().map(|range| span(*range)).collect(),
        };
        for mut entry in spans {
            super::add(&mut entry, "validFrom", json!(date));
            super::add(&mut entry, "validThrough", json!(date));
            found.push(entry);
        }
    }
    found
}

fn span((from, to): (u16, u16)) -> Value {
    let closes = if to == DAY_MINUTES { "23:59".to_owned() } else { clock(to) };
    json!({ "@type": "OpeningHoursSpecification", "opens": clock(from), "closes": closes })
}
