//! Asterisk: a dialplan, walked as the program walks it, is open in the minutes of the standard and in no others.

use std::collections::BTreeMap;

use etalon::resolve::Project;
use jiff::civil::{Date, date};

use super::{days_until, exported, files, project, text};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The lines of a file by section: what stands before and behind the sign.
fn sections(text: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let mut found: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut current = None;
    for line in text.lines() {
        // A semicolon ends a line; behind `;--` a remark would go on to the next.
        assert!(!line.contains(";--"), "{line}");
        let line = line.split(';').next().unwrap().trim();
        if let Some(name) = line.strip_prefix('[') {
            let name = name.strip_suffix(']').unwrap();
            assert!(name.starts_with("etalon-") && name.len() < 80, "{name}");
            assert!(found.insert(name.to_owned(), Vec::new()).is_none(), "{name} twice");
            current = Some(name.to_owned());
        } else if !line.is_empty() {
            let (key, value) = line.split_once("=>").or_else(|| line.split_once('=')).unwrap();
            let section = found.get_mut(current.as_ref().unwrap()).unwrap();
            section.push((key.trim().to_owned(), value.trim().to_owned()));
        }
    }
    found
}

/// The commands of an extension, in their order.
fn commands(section: &[(String, String)]) -> BTreeMap<String, Vec<(String, String)>> {
    let mut found: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut current = String::new();
    for (key, value) in section {
        let mut parts = value.splitn(if key == "exten" { 3 } else { 2 }, ',');
        match key.as_str() {
            "exten" => {
                current = parts.next().unwrap().to_owned();
                assert!(found.insert(current.clone(), Vec::new()).is_none(), "{current} twice");
                assert_eq!(parts.next(), Some("1"));
            }
            "same" => assert_eq!(parts.next(), Some("n")),
            _ => panic!("{key}"),
        }
        let (name, rest) = parts.next().unwrap().split_once('(').unwrap();
        let arguments = rest.strip_suffix(')').unwrap();
        found.get_mut(&current).unwrap().push((name.to_owned(), arguments.to_owned()));
    }
    found
}

fn within(span: &str, names: &[&str], at: usize) -> bool {
    let place = |name: &str| names.iter().position(|known| *known == name).unwrap();
    match span.split_once('-') {
        _ if span == "*" => true,
        Some((first, last)) => (place(first)..=place(last)).contains(&at),
        None => place(span) == at,
    }
}

fn minute(clock: &str) -> u16 {
    let (hour, minute) = clock.split_once(':').unwrap();
    let (hour, minute): (u16, u16) = (hour.parse().unwrap(), minute.parse().unwrap());
    assert!(hour < 24 && minute < 60, "{clock}");
    hour * 60 + minute
}

/// Whether a test of the clock holds, and where it leads then; the last minute of its times is one of them.
fn jump<'t>(test: &'t str, date: Date, at: u16, zone: &str) -> Option<&'t str> {
    let (times, then) = test.split_once('?').unwrap();
    let fields: Vec<&str> = times.split(',').collect();
    assert_eq!(fields.get(4).copied().unwrap_or_default(), zone);
    let in_time = match fields[0].split_once('-') {
        None => fields[0] == "*",
        Some((from, to)) => (minute(from)..=minute(to)).contains(&at),
    };
    let weekday = date.weekday().to_monday_zero_offset() as usize;
    let holds = in_time
        && within(fields[1], &DAYS, weekday)
        && (fields[2] == "*" || fields[2].parse::<i8>().unwrap() == date.day())
        && within(fields[3], &MONTHS, date.month() as usize - 1);
    holds.then(|| then.strip_suffix(",1").unwrap())
}

/// Where a caller gets who comes at a minute of a day.
fn reached(plan: &[(String, String)], date: Date, at: u16, zone: &str) -> String {
    for (name, arguments) in plan {
        match name.as_str() {
            "GotoIfTime" => {
                if let Some(then) = jump(arguments, date, at, zone) {
                    return then.to_owned();
                }
            }
            "Goto" => return arguments.strip_suffix(",1").unwrap().to_owned(),
            _ => panic!("{name}"),
        }
    }
    panic!("no end")
}

fn agrees(name: &str, project: &Project, files: &BTreeMap<String, Vec<u8>>) -> usize {
    let plan = sections(&text(files, "extensions.conf"));
    let queues = sections(&text(files, "queues.conf"));
    let holidays = project.days_off();
    let mut compared = 0;
    for (section, lines) in &plan {
        let channel = project.channels.find(section.strip_prefix("etalon-").unwrap()).unwrap();
        let extensions = commands(lines);
        assert!(queues.contains_key(section), "{name} {section}");
        assert_eq!(extensions["open"][1], ("Queue".to_owned(), section.clone()));
        assert_eq!(extensions["closed"].last().unwrap().0, "Hangup");
        let Some(hours) = channel.hours.value() else { continue };
        let zone = project.zone_said(channel.location.value().map(String::as_str)).unwrap_or_default();
        for date in days_until(date(2027, 11, 21)) {
            let open = hours.on_day(date, |date| holidays.kind(date));
            for edge in open.iter().flat_map(|(from, to)| [*from, *to]).chain([0, 720, 1_440]) {
                for at in [edge.saturating_sub(1), edge].into_iter().filter(|at| *at < 1_440) {
                    let wanted = open.iter().any(|(from, to)| (*from..*to).contains(&at));
                    let found = reached(&extensions["s"], date, at, zone);
                    assert_eq!(found == "open", wanted, "{name} {section} {date} {at}");
                    compared += 1;
                }
            }
        }
    }
    compared
}

#[test]
fn a_dialplan_is_open_in_the_minutes_of_the_standard() {
    let compared: usize =
        exported("asterisk").iter().map(|(name, files, project)| agrees(name, project, files)).sum();
    assert!(compared > 10_000, "only {compared}");
}

#[test]
fn nights_seasons_and_holidays_are_walked_in_order() {
    let project = project(
        "etalon: 1
time_zone: Europe/Riga
holidays: { country: LV, closed: [12-30, 2027-01-02] }
channels:
  night: { kind: voice, hours: 'Mo-Th 18:00-02:00; Fr,Sa 18:00-04:00; PH 12:00-24:00' }
  general: { kind: voice, hours: 24/7 }
  season: { kind: voice, hours: 'Jun-Aug 09:00-21:00; Sep-May Mo,We 10:00-16:00' }
  mail: { kind: written, hours: 24/7 }
",
    );
    let files = files("asterisk", &project);
    assert!(agrees("made up", &project, &files) > 3 * 365 * 4);
    assert!(!text(&files, "extensions.conf").contains("mail"));
}

#[test]
fn callers_with_another_promise_have_their_own_queue_and_texts_are_no_commands() {
    let project = project(
        "etalon: 1
situation: { segment: [regular, gold] }
channels:
  phone:
    kind: voice
    title: \"A ;-- B\\n[general]\\nexten => x\"
    hours: Mo-Fr 09:00-17:00
    after_hours: { script: closed, redirect: night }
  night: { kind: voice, hours: 24/7, after_hours: { redirect: phone } }
  duty: { kind: voice, hours: 24/7 }
  desk: { kind: voice, hours: Mo-Fr 09:00-17:00, after_hours: { redirect: duty } }
response_times:
  all: { when: { channel: [phone, desk] }, answer: 20 s for 80% }
  gold: { when: { channel: phone, segment: gold }, answer: 3 rings, exception_to: all }
scripts: { closed: { purpose: voicemail, say: 'Call again),System(rm)' } }
",
    );
    let files = files("asterisk", &project);
    let queues = sections(&text(&files, "queues.conf"));
    let level = |queue: &str| queues[queue].iter().find(|(key, _)| key == "servicelevel").cloned();
    let seconds = |seconds: &str| Some(("servicelevel".to_owned(), seconds.to_owned()));
    assert_eq!(level("etalon-phone"), seconds("20"));
    assert_eq!(level("etalon-phone-15s"), seconds("15"));
    assert_eq!(level("etalon-desk"), seconds("20"));
    assert_eq!(level("etalon-duty"), None);
    let plan = sections(&text(&files, "extensions.conf"));
    let closed = |channel: &str| commands(&plan[channel])["closed"].clone();
    let command = |name: &str, arguments: &str| (name.to_owned(), arguments.to_owned());
    // Two that send callers to each other would never end.
    assert_eq!(closed("etalon-phone"), [command("Playback", "{{sound:closed}}"), command("Hangup", "")]);
    assert_eq!(closed("etalon-desk"), [command("Goto", "etalon-duty,s,1"), command("Hangup", "")]);
    assert!(text(&files, "mapping.json").contains("Call again),System(rm)"));
    let losses = text(&files, "losses.md");
    assert!(losses.contains("`phone: etalon-phone-15s`"), "{losses}");
    assert!(losses.contains("the clock of the server holds"), "{losses}");
}
