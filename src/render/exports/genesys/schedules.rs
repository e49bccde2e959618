//! Schedules: the usual week as rules that repeat, and what differs from it as days of their own. Must never be open in a
//! minute in which the standard says it is closed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::compile::open_hours::{Differing, OpenHours, Ranges, days, last_day, of_channels};
use crate::render::exports::symbols::Symbols;
use crate::render::exports::{Export, Matter};
use crate::time::WeekSet;

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The schedules, each once, and a group of them for each channel.
pub(super) fn schedules(
    matter: &Matter<'_>,
    symbols: &mut Symbols,
    export: &mut Export,
) -> (Vec<Value>, Vec<Value>) {
    let mut made = Made { schedules: BTreeMap::new(), symbols };
    let mut groups = Vec::new();
    for hours in of_channels(matter.project, matter.today) {
        let Some(zone) = hours.zone else {
            export.losses.add("No time zone is said for these channels: they are left out.", hours.id);
            continue;
        };
        if hours.seasonal {
            export.losses.add(
                "The usual week is that of the present season; days of other seasons stand one by one.",
                hours.id,
            );
        }
        groups.push(group(&hours, zone, matter.today, &mut made));
    }
    let until =
        format!("Days that differ are written up to {}: export again before.", last_day(matter.today));
    export.losses.say(&until);
    (made.schedules.into_values().collect(), groups)
}

/// The schedules by their names.
struct Made<'s> {
    schedules: BTreeMap<String, Value>,
    symbols: &'s mut Symbols,
}

impl Made<'_> {
    /// A schedule, made when it is first asked for, as a group refers to it.
    fn of(&mut self, name: String, date: Date, (from, to): (u16, u16), rule: Option<String>) -> Value {
        let mut schedule = json!({ "name": name, "start": moment(date, from), "end": moment(date, to) });
        if let Some(rule) = rule {
            super::super::put(&mut schedule, "rrule", json!(rule));
        }
        let id = self.symbols.of(
            "schedule",
            &name,
            "the identifier that the request for this schedule answers with",
        );
        self.schedules.insert(name.clone(), schedule);
        json!({ "id": id, "name": name })
    }
}

fn group(hours: &OpenHours<'_>, zone: &str, today: Date, made: &mut Made<'_>) -> Value {
    let (mut open, mut closed, mut holidays) = (Vec::new(), Vec::new(), Vec::new());
    for (range, weekdays) in hours.by_range() {
        let on = |date: &Date| weekdays.contains(&weekday(*date));
        let Some(first) = days(today).find(on) else { continue };
        let names: Vec<&str> = weekdays.iter().filter_map(|day| DAYS.get(*day)).copied().collect();
        let rule = format!("FREQ=WEEKLY;INTERVAL=1;BYDAY={}", names.join(","));
        let name = format!("{} {} {}", hours.id, names.join(" "), span(range));
        open.push(made.of(name, first, range, Some(rule)));
    }
    for day in &hours.differing {
        let [more, less] = differences(hours.usual(day.date), day);
        for range in more {
            open.push(made.of(format!("open {} {}", day.date, span(range)), day.date, range, None));
        }
        for range in less {
            let name = format!("closed {} {}", day.date, span(range));
            let list = if day.name.is_some() { &mut holidays } else { &mut closed };
            list.push(made.of(name, day.date, range, None));
        }
    }
    json!({
        "name": hours.id,
        "description": hours.title,
        "timeZone": zone,
        "openSchedules": open,
        "closedSchedules": closed,
        "holidaySchedules": holidays,
    })
}

/// What is open besides the usual hours of a day, and what of them is closed; all of the day where nothing is open, so
/// that channels share it.
fn differences(usual: &[(u16, u16)], day: &Differing) -> [Ranges; 2] {
    let usual = WeekSet::from_ranges(usual.iter().copied());
    let open = WeekSet::from_ranges(day.open.iter().copied());
    let less = match day.open.is_empty() {
        true => vec![(0, 1_440)],
        false => usual.subtract(&open).ranges().to_vec(),
    };
    [open.subtract(&usual).ranges().to_vec(), less]
}

fn weekday(date: Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default()
}

/// Minutes of a day in a name: signs that names may have everywhere.
fn span((from, to): (u16, u16)) -> String {
    let clock = |minute: u16| format!("{:02}{:02}", minute / 60, minute % 60);
    format!("{}-{}", clock(from), clock(to))
}

/// A minute of a date on the wall; the end of a day is the start of the next.
fn moment(date: Date, minute: u16) -> String {
    let (date, minute) = match minute {
        1_440 => (date.tomorrow().unwrap_or(date), 0),
        minute => (date, minute),
    };
    format!("{date}T{:02}:{:02}:00.000", minute / 60, minute % 60)
}
