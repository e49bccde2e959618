//! Opening hours and closed days for calendars (RFC 5545). Must never write a date in words, nor a moment that depends
//! on the clock of a machine.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::{Export, Matter, Target};
use crate::compile::open_hours::{OpenHours, SpecialDays, days, last_day, of_channels};

pub(super) const TARGET: Target = Target { id: "icalendar", title: "Calendars", write };

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// The most bytes of a line.
const WIDTH: usize = 75;

fn write(matter: &Matter<'_>, export: &mut Export) {
    let channels = of_channels(matter.project, matter.today);
    let until = format!("The calendars end on {}: export again before.", last_day(matter.today));
    export.losses.say(&until);
    for channel in &channels {
        if channel.zone.is_none() {
            export.losses.add(
                "No time zone is said for these channels: their hours are those of whoever looks at them.",
                channel.id,
            );
        }
        export.file(&format!("hours-{}.ics", channel.id), hours(matter, channel));
    }
    for channel in matter.channels().filter(|channel| channel.hours.value().is_none()) {
        export
            .losses
            .add("These channels say no hours, or hours that depend on something else.", channel.id.clone());
    }
    let closed = closed(matter, &channels, export);
    export.file("closed.ics", closed);
}

/// The hours of a channel: the usual week, repeated, without the days that differ, and those one by one.
fn hours(matter: &Matter<'_>, channel: &OpenHours<'_>) -> String {
    let zone = channel.zone.and_then(|zone| Some((zone, TimeZone::get(zone).ok()?)));
    let mut file = Lines::calendar(matter, channel.title);
    if let Some((name, zone)) = &zone {
        file.zone(name, zone, matter.today);
    }
    let id = &matter.labels()[..];
    let label = id.first().map_or("", String::as_str);
    let stamp = |date: Date, minute: u16| stamp(date, minute);
    let of_zone = |property: &str| match &zone {
        Some((name, _)) => format!("{property};TZID={name}:"),
        None => format!("{property}:"),
    };
    for (range, weekdays) in channel.by_range() {
        let on = |date: &Date| {
            let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
            weekdays.contains(&day)
        };
        let Some(first) = days(matter.today).find(on) else { continue };
        let names: Vec<&str> = weekdays.iter().filter_map(|day| DAYS.get(*day)).copied().collect();
        let left_out: Vec<String> = channel
            .differing
            .iter()
            .filter(|day| on(&day.date) && !day.open.contains(&range))
            .map(|day| stamp(day.date, range.0))
            .collect();
        let uid = format!("{label}.{}.week.{}-{}.{}", channel.id, range.0, range.1, names.concat());
        file.event(&uid, channel.title, |file| {
            file.put(&(of_zone("DTSTART") + &stamp(first, range.0)));
            file.put(&(of_zone("DTEND") + &stamp(first, range.1)));
            let until = end_of(last_day(matter.today), zone.as_ref().map(|(_, zone)| zone));
            file.put(&format!("RRULE:FREQ=WEEKLY;UNTIL={until};BYDAY={}", names.join(",")));
            if !left_out.is_empty() {
                file.put(&(of_zone("EXDATE") + &left_out.join(",")));
            }
        });
    }
    for day in &channel.differing {
        for range in day.open.iter().filter(|range| !channel.usual(day.date).contains(range)) {
            let uid = format!("{label}.{}.{}.{}-{}", channel.id, day.date, range.0, range.1);
            file.event(&uid, channel.title, |file| {
                file.put(&(of_zone("DTSTART") + &stamp(day.date, range.0)));
                file.put(&(of_zone("DTEND") + &stamp(day.date, range.1)));
            });
        }
    }
    file.end()
}

/// The days on which every channel is closed that is open on such a weekday; one event for each, because some programs
/// take the first day of an event alone.
fn closed(matter: &Matter<'_>, channels: &[OpenHours<'_>], export: &mut Export) -> String {
    let mut file = Lines::calendar(matter, "Closed");
    let [label, _] = matter.labels();
    for (date, name) in SpecialDays::of(matter.project, matter.today).special(matter.today) {
        let open = channels.iter().filter(|channel| {
            let differs = channel.differing.iter().find(|day| day.date == date);
            differs.map_or(!channel.usual(date).is_empty(), |day| !day.open.is_empty())
        });
        let open: Vec<&str> = open.map(|channel| channel.id).collect();
        if !open.is_empty() {
            let reason =
                "These days are no ordinary ones, but somebody is there: they are not among the closed days.";
            export.losses.add(reason, format!("{date}: {}", open.join(", ")));
            continue;
        }
        let Ok(next) = date.tomorrow() else { continue };
        file.event(&format!("{label}.closed.{date}"), name.unwrap_or("Closed"), |file| {
            file.put(&format!("DTSTART;VALUE=DATE:{}", date.strftime("%Y%m%d")));
            file.put(&format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")));
            file.put("TRANSP:TRANSPARENT");
        });
    }
    file.end()
}

/// A minute of a date; the end of a day is the start of the next.
fn stamp(date: Date, minute: u16) -> String {
    let (date, minute) = match minute {
        1_440 => (date.tomorrow().unwrap_or(date), 0),
        minute => (date, minute),
    };
    format!("{}T{:02}{:02}00", date.strftime("%Y%m%d"), minute / 60, minute % 60)
}

/// The last second of a date: in UTC where the zone is known, as the format asks.
fn end_of(date: Date, zone: Option<&TimeZone>) -> String {
    let end = date.at(23, 59, 59, 0);
    let utc = zone.and_then(|zone| zone.to_timestamp(end).ok()).map(|at| TimeZone::UTC.to_datetime(at));
    match utc {
        Some(utc) => format!("{}Z", moment(utc)),
        None => moment(end),
    }
}

fn moment(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

/// A calendar while it is written.
struct Lines {
    text: String,
    stamp: String,
}

impl Lines {
    fn calendar(matter: &Matter<'_>, title: &str) -> Self {
        let stamp = format!("{}T000000Z", matter.today.strftime("%Y%m%d"));
        let mut lines = Lines { text: String::new(), stamp };
        lines.put("BEGIN:VCALENDAR");
        lines.put("VERSION:2.0");
        lines.put("PRODID:-//etalon//service standard//EN");
        lines.put("CALSCALE:GREGORIAN");
        lines.put(&format!("X-WR-CALNAME:{}", escaped(title)));
        lines
    }

    fn event(&mut self, uid: &str, summary: &str, inside: impl FnOnce(&mut Self)) {
        self.put("BEGIN:VEVENT");
        self.put(&format!("UID:{}", escaped(uid)));
        self.put(&format!("DTSTAMP:{}", self.stamp.clone()));
        inside(self);
        self.put(&format!("SUMMARY:{}", escaped(summary)));
        self.put("END:VEVENT");
    }

    /// The changes of a clock in the years that the calendar covers.
    fn zone(&mut self, name: &str, zone: &TimeZone, today: Date) {
        let start = Date::new(today.year(), 1, 1).unwrap_or(today).at(0, 0, 0, 0);
        let Ok(first) = zone.to_timestamp(start) else { return };
        let last = last_day(today);
        self.put("BEGIN:VTIMEZONE");
        self.put(&format!("TZID:{name}"));
        let mut before = zone.to_offset(first);
        self.change("STANDARD", start, (before, before));
        for change in zone.following(first) {
            let local = before.to_datetime(change.timestamp());
            if local.date() > last {
                break;
            }
            let kind = if change.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
            self.change(kind, local, (before, change.offset()));
            before = change.offset();
        }
        self.put("END:VTIMEZONE");
    }

    fn change(&mut self, kind: &str, at: DateTime, (from, to): (jiff::tz::Offset, jiff::tz::Offset)) {
        self.put(&format!("BEGIN:{kind}"));
        self.put(&format!("DTSTART:{}", moment(at)));
        self.put(&format!("TZOFFSETFROM:{}", offset(from)));
        self.put(&format!("TZOFFSETTO:{}", offset(to)));
        self.put(&format!("END:{kind}"));
    }

    /// A line, folded where it is too long.
    fn put(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > WIDTH {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(letter);
            width += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    fn end(mut self) -> String {
        self.put("END:VCALENDAR");
        self.text
    }
}

fn offset(offset: jiff::tz::Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

/// A text as a value: none of it is a separator or a new line.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}
