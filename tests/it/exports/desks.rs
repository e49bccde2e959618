//! Hours and times for help desks and telephony: the week that stands there is the week of the standard.

use etalon::time::{Hours, WeekSet};
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

#[test]
fn calendars_of_zammad_hold_the_week_of_each_channel() {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut count = 0;
    for (name, files, project) in exported("zammad") {
        let calendars: Value = serde_json::from_slice(&files["calendars.json"]).unwrap();
        for calendar in calendars.as_array().unwrap() {
            let week = (0_u16..).zip(days).flat_map(|(at, day)| {
                let frames = calendar["business_hours"][day]["timeframes"].as_array().unwrap().clone();
                frames.into_iter().map(move |frame| {
                    let at_day = |end: usize| at * 1_440 + minute(frame[end].as_str().unwrap());
                    (at_day(0), at_day(1))
                })
            });
            let hours =
                project.channels.find(calendar["name"].as_str().unwrap()).unwrap().hours.value().unwrap();
            assert_eq!(WeekSet::from_ranges(week), usual(hours), "{name} {}", calendar["name"]);
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
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
