//! Request Tracker: its configuration is read as Perl reads it, and its engine gives the same due dates.

use std::iter::Peekable;
use std::str::Chars;

use etalon::time::{Calendar, Duration, Hours, WeekSet, parse_time_zone};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::{exported, files, project, text};
use crate::policy::TODAY;

/// A reader of the part of Perl that configurations are written in: remarks, `Set`, hashes, lists, quoted texts, whole
/// numbers and `undef`. Anything else is refused.
struct Perl<'t>(Peekable<Chars<'t>>);

impl Perl<'_> {
    fn read(text: &str) -> Map<String, Value> {
        let mut perl = Perl(text.chars().peekable());
        let mut found = Map::new();
        perl.word("use utf8;");
        while perl.peek() == 'S' {
            perl.word("Set(%");
            let mut name = String::new();
            while perl.0.peek().unwrap().is_ascii_alphabetic() {
                name.push(perl.0.next().unwrap());
            }
            perl.word(",");
            perl.word("(");
            assert!(found.insert(name, perl.pairs(')')).is_none());
            perl.word(")");
            perl.word(";");
        }
        perl.word("1;");
        assert_eq!(perl.peek(), '\0');
        found
    }

    /// The next sign, past spaces and remarks.
    fn peek(&mut self) -> char {
        while let Some(next) = self.0.peek().copied() {
            if next == '#' {
                while self.0.next().is_some_and(|letter| letter != '\n') {}
            } else if next.is_whitespace() {
                self.0.next();
            } else {
                return next;
            }
        }
        '\0'
    }

    fn word(&mut self, word: &str) {
        self.peek();
        word.chars().for_each(|letter| assert_eq!(self.0.next(), Some(letter), "{word}"));
    }

    fn pairs(&mut self, end: char) -> Value {
        let mut found = Map::new();
        while self.peek() != end {
            let key = match self.value() {
                Value::String(key) => key,
                key => key.to_string(),
            };
            self.word("=>");
            assert!(found.insert(key.clone(), self.value()).is_none(), "{key} twice");
            if self.peek() == ',' {
                self.0.next();
            }
        }
        self.0.next();
        Value::Object(found)
    }

    fn value(&mut self) -> Value {
        match self.peek() {
            '{' => {
                self.0.next();
                self.pairs('}')
            }
            '[' => {
                self.0.next();
                let mut found = Vec::new();
                while self.peek() != ']' {
                    found.push(self.value());
                    if self.peek() == ',' {
                        self.0.next();
                    }
                }
                self.0.next();
                Value::Array(found)
            }
            '\'' => {
                self.0.next();
                let mut text = String::new();
                loop {
                    match self.0.next().unwrap() {
                        '\'' => return Value::String(text),
                        '\\' => text.push(self.0.next().unwrap()),
                        letter => text.push(letter),
                    }
                }
            }
            _ => {
                let mut word = String::new();
                while self.0.peek().is_some_and(|letter| letter.is_ascii_alphanumeric()) {
                    word.push(self.0.next().unwrap());
                }
                match word.as_str() {
                    "undef" => Value::Null,
                    // A bare word is a text where a key stands.
                    word if word.starts_with(|first: char| first.is_ascii_alphabetic()) => json!(word),
                    word => json!(word.parse::<u64>().unwrap()),
                }
            }
        }
    }
}

fn minute(text: &Value) -> u16 {
    let (hour, minute) = text.as_str().unwrap().split_once(':').unwrap();
    let (hour, minute): (u16, u16) = (hour.parse().unwrap(), minute.parse().unwrap());
    assert!(hour < 24 && minute < 60);
    hour * 60 + minute
}

/// The minutes between two times; an end that is not behind the start is on the next day.
fn span(of: &Value) -> (u16, u16) {
    let (from, to) = (minute(&of["Start"]), minute(&of["End"]));
    (from, if to <= from { to + 1_440 } else { to })
}

fn week(calendar: &Value) -> WeekSet {
    let mut open = WeekSet::empty();
    for (at, day) in (0_u16..7).map(|at| (at, &calendar[at.to_string()])) {
        if day["Start"].is_null() {
            assert!(day["End"].is_null());
            continue;
        }
        // Sunday is the first day of the week there.
        let start = (at + 6) % 7 * 1_440;
        let of_day = |of: &Value| {
            let (from, to) = span(of);
            WeekSet::from_ranges([(start + from, start + to)])
        };
        let breaks = day.get("Breaks").map(|breaks| breaks.as_array().unwrap().clone()).unwrap_or_default();
        let own = breaks.iter().fold(of_day(day), |own, pause| own.subtract(&of_day(pause)));
        open = open.union(&own);
    }
    open
}

fn usual(hours: &Hours) -> WeekSet {
    if hours.has_seasons() { hours.week_of(TODAY) } else { hours.week() }
}

#[test]
fn business_hours_are_those_of_the_channels_and_levels_name_them() {
    let mut count = 0;
    for (name, files, project) in exported("request-tracker") {
        let read = Perl::read(&text(&files, "etalon.pm"));
        let hours = &read["ServiceBusinessHours"];
        for (id, calendar) in hours.as_object().unwrap() {
            let own = project.channels.find(id).unwrap().hours.value().unwrap();
            assert_eq!(week(calendar), usual(own), "{name} {id}");
            count += 1;
        }
        let levels = read["ServiceAgreements"]["Levels"].as_object().unwrap();
        for (level, agreement) in levels {
            assert!(level.chars().count() <= 64, "{level}");
            for kind in ["Response", "KeepInLoop", "Resolve"] {
                let Some(time) = agreement.get(kind).map(|time| time.as_object().unwrap()) else { continue };
                assert_eq!(time.len(), 1, "{name} {level}");
                assert!(time.values().all(|minutes| minutes.as_u64().unwrap() > 0), "{name} {level}");
                if time.contains_key("BusinessMinutes") {
                    assert!(hours.get(agreement["BusinessHours"].as_str().unwrap()).is_some());
                }
            }
        }
        let queues = read["ServiceAgreements"]["QueueDefault"].as_object().unwrap();
        for (queue, level) in queues {
            assert!(queue.starts_with("{{queue:"), "{queue}");
            assert!(levels.contains_key(level.as_str().unwrap()), "{name} {queue}");
        }
    }
    assert!(count > 30, "{count}");
}

const STANDARD: &str = "etalon: 1
time_zone: Europe/Warsaw
holidays: { country: PL, closed: [12-31] }
channels:
  mail: { kind: written, title: \"it's \\\\ 'x'); system('rm\\n1;\", hours: 'Mo-Fr 09:00-12:00,13:00-17:00; PH off' }
  always: { kind: written, hours: 24/7 }
  night: { kind: written, hours: 'Mo-Fr 18:00-02:00; PH off' }
situation: { segment: [regular, gold] }
response_times:
  mail: { when: { channel: mail }, first_response: 4 business hours, resolution: 16 business hours }
  gold: { when: { channel: mail, segment: gold }, first_response: 90 business minutes, exception_to: mail }
  always: { when: { channel: always }, first_response: 5 business hours, resolution: 3 days }
  night: { when: { channel: night }, first_response: 40 s, resolution: 500 business hours }
";

#[test]
fn levels_are_in_minutes_on_the_clock_of_their_channel_and_texts_are_no_commands() {
    let files = files("request-tracker", &project(STANDARD));
    let read = Perl::read(&text(&files, "etalon.pm"));
    let agreements = &read["ServiceAgreements"];
    assert_eq!(
        agreements["Levels"]["001 mail"],
        json!({
            "BusinessHours": "mail", "Timezone": "Europe/Warsaw",
            "Response": { "BusinessMinutes": 240 }, "Resolve": { "BusinessMinutes": 960 },
        })
    );
    assert_eq!(agreements["Levels"]["002 gold, mail"]["Response"], json!({ "BusinessMinutes": 90 }));
    assert_eq!(agreements["QueueDefault"]["{{queue:mail}}"], "001 mail");
    let always = agreements["QueueDefault"]["{{queue:always}}"].as_str().unwrap();
    assert_eq!(agreements["Levels"][always]["Resolve"], json!({ "RealMinutes": 4_320 }));
    let closed = read["ServiceBusinessHours"]["mail"]["holidays"].as_array().unwrap();
    assert!(closed.contains(&json!("2027-05-27")) && !closed.contains(&json!("2026-12-26")), "{closed:?}");
    let losses = text(&files, "losses.md");
    for lost in ["`night: first_response 40 s`", "`night: resolution`", "`always: resolution`"] {
        assert!(losses.contains(lost), "{lost} {losses}");
    }
}

/// What Request Tracker 5.0.3 with Business::Hours 0.13 works out from the file above: the hours, a time, an arrival,
/// the due date. Where a time runs out at closing it says the next opening.
const DUE: [(&str, &str, &str, &str); 26] = [
    ("mail", "4 business hours", "2026-12-23T01:30", "2026-12-23T14:00"),
    ("mail", "4 business hours", "2026-12-23T12:00", "2026-12-28T09:00"),
    ("mail", "4 business hours", "2026-12-23T14:00", "2026-12-28T10:00"),
    ("mail", "4 business hours", "2026-12-23T16:59", "2026-12-28T13:59"),
    ("mail", "4 business hours", "2026-12-24T12:30", "2026-12-28T14:00"),
    ("mail", "4 business hours", "2027-03-26T08:59", "2027-03-26T14:00"),
    ("mail", "4 business hours", "2027-03-26T12:30", "2027-03-30T09:00"),
    ("mail", "4 business hours", "2027-03-28T01:30", "2027-03-30T14:00"),
    ("mail", "4 business hours", "2027-05-27T12:00", "2027-05-28T14:00"),
    ("mail", "4 business hours", "2027-10-29T14:00", "2027-11-02T10:00"),
    ("mail", "4 business hours", "2027-10-31T23:59", "2027-11-02T14:00"),
    ("mail", "16 business hours", "2026-12-23T12:30", "2026-12-29T15:00"),
    ("mail", "16 business hours", "2026-12-23T16:59", "2026-12-30T10:59"),
    ("mail", "16 business hours", "2027-03-26T14:00", "2027-03-31T16:00"),
    ("mail", "16 business hours", "2027-05-27T01:30", "2027-06-01T11:00"),
    ("mail", "16 business hours", "2027-10-29T16:59", "2027-11-04T10:59"),
    ("mail", "90 business minutes", "2026-12-23T16:59", "2026-12-28T10:29"),
    ("mail", "90 business minutes", "2027-03-26T12:30", "2027-03-26T14:30"),
    ("mail", "90 business minutes", "2027-10-29T01:30", "2027-10-29T10:30"),
    ("always", "5 business hours", "2026-12-24T01:30", "2026-12-24T06:30"),
    ("always", "5 business hours", "2026-12-24T16:59", "2026-12-24T21:59"),
    ("always", "5 business hours", "2027-03-28T01:30", "2027-03-28T07:30"),
    ("always", "5 business hours", "2027-03-28T12:30", "2027-03-28T17:30"),
    ("always", "5 business hours", "2027-10-31T01:30", "2027-10-31T05:30"),
    ("always", "5 business hours", "2027-10-31T14:00", "2027-10-31T19:00"),
    ("always", "5 business hours", "2027-10-29T16:59", "2027-10-29T21:59"),
];

#[test]
fn due_dates_are_those_of_request_tracker() {
    let project = project(STANDARD);
    let zone: TimeZone = parse_time_zone("Europe/Warsaw").unwrap();
    let holidays = project.days_off();
    let instant = |at: &str| -> Timestamp { zone.to_timestamp(at.parse::<DateTime>().unwrap()).unwrap() };
    for (channel, time, arrival, due) in DUE {
        let hours = project.channels.find(channel).unwrap().hours.value().unwrap().clone();
        let calendar = Calendar::new(hours, holidays.clone(), zone.clone());
        let own = calendar.deadline(instant(arrival), &Duration::parse(time).unwrap(), 5).unwrap();
        let shown = calendar.next_open(own).unwrap();
        assert_eq!(shown, instant(due), "{channel} {time} from {arrival}: {own}");
    }
}
