//! Schedules: the usual week of each channel in minutes since Sunday, and its holidays. Must never let an interval run
//! past midnight.

use serde_json::{Value, json};

use crate::render::exports::open_hours::{OpenHours, of_channels};
use crate::render::exports::symbols::Symbols;
use crate::render::exports::{Export, Matter};

const DAY: u16 = 1_440;

/// The schedules, and the holidays of each by its name.
pub(super) fn schedules(matter: &Matter<'_>, export: &mut Export, symbols: &mut Symbols) -> (Value, Value) {
    let channels = of_channels(matter);
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
    if hours.seasonal {
        export.losses.add(
            "Hours there do not change with the seasons: those of the present season are exported.",
            hours.id,
        );
    }
    let zone = hours.zone.unwrap_or_else(|| {
        export.losses.add("No time zone is said for these channels: UTC is exported.", hours.id);
        "UTC"
    });
    let zone = symbols.of("time_zone", zone, &format!("the name that Zendesk has for the time zone {zone}"));
    let interval = |(from, to): &(u16, u16)| json!({ "start_time": from, "end_time": to });
    json!({
        "name": hours.id,
        "time_zone": zone,
        "intervals": intervals.iter().map(interval).collect::<Vec<_>>(),
    })
}

fn holidays(hours: &OpenHours<'_>, export: &mut Export) -> Value {
    let mut holidays = Vec::new();
    for day in &hours.differing {
        let date = day.date.to_string();
        if day.open.is_empty() {
            let name = day.name.unwrap_or("Closed");
            holidays.push(json!({ "name": name, "start_date": date, "end_date": date }));
        } else {
            let reason = "A holiday there is a whole day: on these days other hours hold, and the usual ones are exported.";
            export.losses.add(reason, format!("{}: {date}", hours.id));
        }
    }
    json!(holidays)
}
