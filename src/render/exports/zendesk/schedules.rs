//! Schedules: the usual week of each channel in minutes since Sunday, and its holidays. Must never let an interval run
//! past midnight.

use serde_json::{Value, json};

use crate::compile::open_hours::{Differing, OpenHours, of_channels};
use crate::render::exports::symbols::Symbols;
use crate::render::exports::whole_days::{closed_days, name, zone};
use crate::render::exports::{Export, Matter};

const DAY: u16 = 1_440;

/// The schedules, and the holidays of each by its name.
pub(super) fn schedules(matter: &Matter<'_>, export: &mut Export, symbols: &mut Symbols) -> (Value, Value) {
    let channels = of_channels(matter.project, matter.today);
    let schedules = channels.iter().map(|hours| schedule(hours, export, symbols)).collect();
    let holidays = channels.iter().map(|hours| (hours.id.to_owned(), holidays(hours, export))).collect();
    (schedules, Value::Object(holidays))
}

fn schedule(hours: &OpenHours<'_>, export: &mut Export, symbols: &mut Symbols) -> Value {
    let mut intervals: Vec<(u16, u16)> = Vec::new();
    for (day, ranges) in (1_u16..).zip(&hours.week) {
        // Monday is the second day of the week there.
        let start = (day % 7) * DAY;
        intervals.extend(ranges.iter().map(|(from, to)| (start + from, start + to)));
    }
    intervals.sort_unstable();
    let zone = zone(hours, &mut export.losses);
    let zone = symbols.of("time_zone", zone, &format!("the name that Zendesk has for the time zone {zone}"));
    let interval = |(from, to): &(u16, u16)| json!({ "start_time": from, "end_time": to });
    json!({
        "name": hours.id,
        "time_zone": zone,
        "intervals": intervals.iter().map(interval).collect::<Vec<_>>(),
    })
}

fn holidays(hours: &OpenHours<'_>, export: &mut Export) -> Value {
    let holiday = |day: &&Differing| {
        let date = day.date.to_string();
        json!({ "name": name(day), "start_date": date, "end_date": date })
    };
    json!(closed_days(hours, &mut export.losses).iter().map(holiday).collect::<Vec<_>>())
}
