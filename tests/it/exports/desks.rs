//! Hours and times for help desks and telephony: the week that stands there is the week of the standard.

use std::collections::{BTreeMap, BTreeSet};

use etalon::time::{Hours, WeekSet};
use jiff::civil::Date;
use serde_json::Value;

use super::{exported, files, project, text};
use crate::policy::TODAY;

fn minute(text: &str) -> u16 {
    let (hours, minutes) = text.split_once(':').unwrap();
    let minute = hours.parse::<u16>().unwrap() * 60 + minutes.parse::<u16>().unwrap();
    // The last minute of a day stands for its end.
    if minute == 1_439 { 1_440 } else { minute }
}

/// The week of the season in which it is exported.
fn usual(hours: &Hours) -> WeekSet {
    if hours.has_seasons() { hours.week_of(TODAY) } else { hours.week() }
}

/// A calendar as Zammad reads it: days that are active have time frames, which do not meet; the last minute of a day
/// stands for its end; a holiday is a whole day that is active.
fn zammad(calendar: &Value) -> (WeekSet, BTreeMap<Date, String>) {
    let keys: BTreeSet<&str> = calendar.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, BTreeSet::from(["business_hours", "name", "public_holidays", "timezone"]));
    assert!(etalon::time::parse_time_zone(calendar["timezone"].as_str().unwrap()).is_ok());
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    assert_eq!(calendar["business_hours"].as_object().unwrap().len(), names.len());
    let mut week = Vec::new();
    for (day, name) in (0_u16..).zip(names) {
        let day_of = &calendar["business_hours"][name];
        let frames = day_of["timeframes"].as_array().unwrap();
        assert_eq!(day_of["active"].as_bool().unwrap(), !frames.is_empty());
        let mut last = 0;
        for frame in frames {
            let [from, to] = [0, 1].map(|end| {
                let text = frame[end].as_str().unwrap();
                assert!(text.len() == 5 && text < "24:00", "{text}");
                minute(text)
            });
            assert!(last <= from && from < to, "{frame}");
            week.push((day * 1_440 + from, day * 1_440 + to));
            last = to;
        }
    }
    let holiday = |(date, holiday): (&String, &Value)| {
        assert_eq!(holiday["active"], true);
        (date.parse().unwrap(), holiday["summary"].as_str().unwrap().to_owned())
    };
    (
        WeekSet::from_ranges(week),
        calendar["public_holidays"].as_object().unwrap().iter().map(holiday).collect(),
    )
}

#[test]
fn calendars_of_zammad_hold_the_week_and_the_holidays_of_each_channel() {
    let mut count = 0;
    for (name, files, project) in exported("zammad") {
        let calendars: Value = serde_json::from_slice(&files["calendars.json"]).unwrap();
        let losses = text(&files, "losses.md");
        let kinds = project.days_off();
        for calendar in calendars.as_array().unwrap() {
            let id = calendar["name"].as_str().unwrap();
            let hours = project.channels.find(id).unwrap().hours.value().unwrap();
            let (week, closed) = zammad(calendar);
            assert_eq!(week, usual(hours), "{name} {id}");
            let mut day = TODAY;
            while day.year() < 2028 {
                let open = hours.on_day(day, |day| kinds.kind(day));
                let usually = week.day(day.weekday().to_monday_zero_offset() as u16);
                let there = if closed.contains_key(&day) { Vec::new() } else { usually };
                assert!(there == open || losses.contains(&format!("`{id}: {day}`")), "{name} {id} {day}");
                day = day.tomorrow().unwrap();
                count += 1;
            }
        }
    }
    assert!(count > 10_000, "{count}");
}

#[test]
fn slas_of_zammad_are_whole_minutes_on_a_calendar_that_is_named() {
    let mut count = 0;
    for (name, files, _) in exported("zammad") {
        let slas: Value = serde_json::from_slice(&files["slas.json"]).unwrap();
        let mapping: Value = serde_json::from_slice(&files["mapping.json"]).unwrap();
        let mut names = BTreeSet::new();
        for sla in slas.as_array().unwrap() {
            assert!(names.insert(sla["name"].as_str().unwrap()), "{name} {sla}");
            assert!(mapping.get(sla["calendar_id"].as_str().unwrap()).is_some(), "{name} {sla}");
            let times = ["first_response_time", "update_time", "solution_time"].map(|key| &sla[key]);
            assert!(times.iter().any(|time| !time.is_null()), "{name} {sla}");
            assert!(times.iter().all(|time| time.is_null() || time.as_u64().unwrap() > 0), "{name} {sla}");
            for (field, condition) in sla["condition"].as_object().unwrap() {
                assert!(mapping.get(field).is_some(), "{name} {field}");
                assert_eq!(condition["operator"], "is");
                for value in condition["value"].as_array().unwrap() {
                    assert!(mapping.get(value.as_str().unwrap()).is_some(), "{name} {value}");
                }
            }
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn hours_of_amazon_connect_hold_the_week_and_its_exceptions() {
    let days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    let mut count = 0;
    for (name, files, project) in exported("amazon-connect") {
        let all: Value = serde_json::from_slice(&files["hours.json"]).unwrap();
        for request in all.as_array().unwrap() {
            let hours = &request["CreateHoursOfOperation"];
            let week = hours["Config"].as_array().unwrap().iter().map(|span| {
                let day = days.iter().position(|day| span["Day"] == *day).unwrap() as u16;
                let time = |key: &str| {
                    let (hour, minute) =
                        (span[key]["Hours"].as_u64().unwrap(), span[key]["Minutes"].as_u64().unwrap());
                    assert!(hour < 24 && minute < 60);
                    (hour * 60 + minute) as u16
                };
                let end = if time("EndTime") == 0 { 1_440 } else { time("EndTime") };
                (day * 1_440 + time("StartTime"), day * 1_440 + end)
            });
            let channel = project.channels.find(hours["Name"].as_str().unwrap()).unwrap();
            assert_eq!(
                WeekSet::from_ranges(week),
                usual(channel.hours.value().unwrap()),
                "{name} {}",
                channel.id
            );
            for day in request["CreateHoursOfOperationOverride"].as_array().unwrap() {
                let closed = day["OverrideType"] == "CLOSED";
                assert_eq!(closed, day["Config"].as_array().unwrap().is_empty(), "{name} {day}");
            }
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn an_sla_never_mixes_the_clocks() {
    let project = project(
        "etalon: 1
channels: { mail: { kind: written, hours: Mo-Fr 09:00-17:00 } }
situation: { plan: [basic, gold] }
response_times:
  basic: { when: { plan: basic }, first_response: 2 business hours, resolution: 3 days }
  gold: { when: { plan: gold }, first_response: 1 business hour, resolution: 2 business days }
",
    );
    let files = files("zammad", &project);
    let slas: Value = serde_json::from_slice(&files["slas.json"]).unwrap();
    assert_eq!(slas.as_array().unwrap().len(), 1, "{slas}");
    assert_eq!(slas[0]["first_response_time"], 60);
    assert_eq!(slas[0]["solution_time"], 960);
    assert_eq!(slas[0]["condition"]["{{field:plan}}"]["value"][0], "{{value:plan:gold}}");
    assert!(text(&files, "losses.md").contains("`basic"), "{}", text(&files, "losses.md"));
}
