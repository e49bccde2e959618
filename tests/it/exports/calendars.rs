//! Calendars: what a reader of RFC 5545 expands is what the hours of the standard say, day by day.

use std::collections::{BTreeMap, BTreeSet};

use etalon::resolve::Project;
use icalendar::parser::{Component, read_calendar, unfold};
use jiff::civil::{Date, DateTime, date};
use rrule::RRuleSet;

use super::{days_until, exported, files, project, text};
use crate::policy::TODAY;

type Opened = BTreeMap<Date, BTreeSet<(u16, u16)>>;

fn local(text: &str) -> DateTime {
    jiff::fmt::strtime::parse("%Y%m%dT%H%M%S", text).unwrap().to_datetime().unwrap()
}

/// What the events of a calendar open, day by day.
fn opened(calendar: &str) -> Opened {
    let unfolded = unfold(calendar);
    let calendar = read_calendar(&unfolded).unwrap();
    let mut found = Opened::new();
    for event in calendar.components.iter().filter(|part| part.name == "VEVENT") {
        let (start, end) = (line(event, "DTSTART"), line(event, "DTEND"));
        let value = |line: &str| local(line.rsplit(':').next().unwrap());
        let (first, last) = (value(&start), value(&end));
        let length = (first.until((jiff::Unit::Minute, last)).unwrap().get_minutes()) as u16;
        let starts: Vec<DateTime> = if event.find_prop("RRULE").is_some() {
            let exceptions = event.find_prop("EXDATE").map(|_| line(event, "EXDATE")).unwrap_or_default();
            let set = format!("{start}\n{}\n{exceptions}", line(event, "RRULE"));
            let set: RRuleSet = set.trim().parse().unwrap();
            let all = set.all(10_000);
            assert!(!all.limited);
            all.dates.iter().map(|at| local(&at.naive_local().format("%Y%m%dT%H%M%S").to_string())).collect()
        } else {
            vec![first]
        };
        for at in starts {
            let minute = at.hour() as u16 * 60 + at.minute() as u16;
            found.entry(at.date()).or_default().insert((minute, minute + length));
        }
    }
    found
}

fn line(event: &Component<'_>, name: &str) -> String {
    let property = event.find_prop(name).unwrap();
    let parameters: String = property
        .params
        .iter()
        .map(|one| format!(";{}={}", one.key, one.val.as_ref().map_or("", |value| value.as_str())))
        .collect();
    format!("{name}{parameters}:{}", property.val)
}

fn agrees(name: &str, project: &Project, files: &BTreeMap<String, Vec<u8>>) -> usize {
    let holidays = project.days_off();
    let mut compared = 0;
    for channel in &project.channels {
        let Some(calendar) = files.get(&format!("hours-{}.ics", channel.id)) else { continue };
        let opened = opened(&String::from_utf8(calendar.clone()).unwrap());
        let hours = channel.hours.value().unwrap();
        for date in days_until(date(2027, 12, 31)) {
            let wanted: BTreeSet<(u16, u16)> =
                hours.on_day(date, |date| holidays.kind(date)).into_iter().collect();
            let found = opened.get(&date).cloned().unwrap_or_default();
            assert_eq!(found, wanted, "{name} {} {date}", channel.id);
            compared += 1;
        }
        assert!(opened.keys().all(|date| TODAY <= *date && date.year() < 2028));
    }
    compared
}

#[test]
fn calendars_open_on_the_days_and_hours_of_the_standard() {
    let compared: usize =
        exported("icalendar").iter().map(|(name, files, project)| agrees(name, project, files)).sum();
    assert!(compared > 10_000, "only {compared} days");
}

#[test]
fn nights_seasons_and_names_survive() {
    let project = project(
        "etalon: 1
time_zone: Europe/Riga
holidays: { country: LV, closed: [12-30] }
channels:
  bar: { kind: in-person, title: 'Bar; \"North\", a\\b', hours: 'Mo-Th 18:00-02:00; Fr,Sa 18:00-04:00; Dec 20-28 off; PH 12:00-24:00' }
  always: { kind: chat, hours: 24/7 }
  beach: { kind: in-person, hours: 'Jun-Aug 09:00-21:00; Sep-May Sa,Su 10:00-16:00' }
",
    );
    let files = files("icalendar", &project);
    assert_eq!(agrees("made up", &project, &files), 3 * 405);
    let bar = text(&files, "hours-bar.ics");
    assert!(bar.contains("SUMMARY:Bar\\; \"North\"\\, a\\\\b"), "{bar}");
    assert!(bar.lines().all(|line| line.len() <= 76), "{bar}");
}

#[test]
fn closed_days_are_whole_days_one_by_one() {
    for (name, files, _) in exported("icalendar") {
        let closed = text(&files, "closed.ics");
        let unfolded = unfold(&closed);
        for event in read_calendar(&unfolded).unwrap().components {
            let day = |property: &str| {
                let text = line(&event, property);
                assert!(text.contains("VALUE=DATE"), "{name} {text}");
                Date::strptime("%Y%m%d", text.rsplit(':').next().unwrap()).unwrap()
            };
            assert_eq!(day("DTSTART").tomorrow().unwrap(), day("DTEND"), "{name}");
        }
    }
}
