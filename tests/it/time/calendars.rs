//! Deadlines on real dates: worked examples.

use etalon::time::{Calendar, ClosedDay, Country, Duration, Holidays, Hours, parse_time_zone};
use jiff::Timestamp;

fn calendar(hours: &str, zone: &str, holidays: Holidays) -> Calendar {
    Calendar::new(Hours::parse(hours).unwrap(), holidays, parse_time_zone(zone).unwrap())
}

fn plain(hours: &str) -> Calendar {
    calendar(hours, "Europe/Berlin", Holidays::default())
}

// Monday to Friday nine to five, closed on Christmas Day 2026 and on every 26 December.
fn office() -> Calendar {
    let closed = ["2026-12-25", "12-26"].map(|day| ClosedDay::parse(day).unwrap()).to_vec();
    calendar("Mo-Fr 09:00-17:00", "Europe/Berlin", Holidays { country: None, closed, ..Holidays::default() })
}

fn at(calendar: &Calendar, text: &str) -> Timestamp {
    let civil: jiff::civil::DateTime = text.parse().unwrap();
    calendar.time_zone.to_timestamp(civil).unwrap()
}

#[track_caller]
fn due(calendar: &Calendar, start: &str, duration: &str, end: &str) {
    let duration = Duration::parse(duration).unwrap();
    let found = calendar.deadline(at(calendar, start), &duration, 5).unwrap();
    let shown = calendar.time_zone.to_datetime(found).strftime("%Y-%m-%d %H:%M").to_string();
    assert_eq!(shown, end, "{start} + {duration}");
}

#[test]
fn business_hours_skip_weekends_and_closed_days() {
    let office = office();
    due(&office, "2026-11-06 16:00", "4 business hours", "2026-11-09 12:00");
    // The start at closing time is worth nothing, the whole of Monday is used up at its closing.
    due(&office, "2026-11-06 17:00", "8 business hours", "2026-11-09 17:00");
    due(&office, "2026-11-06 09:00", "8 business hours", "2026-11-06 17:00");
    due(&office, "2026-12-24 16:00", "4 business hours", "2026-12-28 12:00");
    due(&office, "2025-12-25 16:00", "4 business hours", "2025-12-29 12:00");
    due(&office, "2024-12-26 10:00", "4 business hours", "2024-12-27 13:00");
    due(&office, "2026-11-06 16:00", "4 h", "2026-11-06 20:00");
    due(&office, "2026-03-27 16:30", "4 business hours", "2026-03-30 12:30");
    due(&office, "2026-10-23 16:30", "4 business hours", "2026-10-26 12:30");
    due(&office, "2026-11-06 16:00", "16 business hours", "2026-11-10 16:00");
    due(&office, "2026-11-07 12:00", "1 business minute", "2026-11-09 09:01");
}

#[test]
fn business_time_of_other_examples() {
    due(&plain("Mo-Fr 08:00-17:00"), "2026-11-06 16:00", "4 business hours", "2026-11-09 11:00");
    due(&plain("Mo-Fr 09:00-12:00,13:00-17:00"), "2026-11-06 11:00", "2 business hours", "2026-11-06 14:00");
    due(&plain("Mo-Fr 09:00-12:00,13:00-17:00"), "2026-11-06 11:00", "1 business hour", "2026-11-06 12:00");
    due(&plain("Fr,Sa 22:00-06:00"), "2026-11-06 20:00", "10 business hours", "2026-11-08 00:00");
    due(&plain("24/7"), "2026-11-06 20:00", "10 business hours", "2026-11-07 06:00");
    due(
        &plain("Mo-Fr 09:00-17:00; 2026 Nov 9 13:00-14:00"),
        "2026-11-06 17:00",
        "2 business hours",
        "2026-11-10 10:00",
    );
}

#[test]
fn the_clock_goes_forward_and_back() {
    let always = plain("24/7");
    // 29 March 2026 has 23 hours, 25 October 25.
    due(&always, "2026-03-28 12:00", "24 h", "2026-03-29 13:00");
    due(&always, "2026-03-28 12:00", "1 day", "2026-03-29 12:00");
    due(&always, "2026-03-28 12:00", "24 business hours", "2026-03-29 13:00");
    due(&always, "2026-10-24 12:00", "24 h", "2026-10-25 11:00");
    due(&always, "2026-10-24 12:00", "24 business hours", "2026-10-25 11:00");
    let night = plain("Mo-Su 22:00-06:00");
    due(&night, "2026-03-28 22:00", "7 business hours", "2026-03-29 06:00");
    due(&night, "2026-10-24 22:00", "9 business hours", "2026-10-25 06:00");
    let sunday = plain("Su 01:00-04:00");
    due(&sunday, "2026-03-28 12:00", "2 business hours", "2026-03-29 04:00");
    due(&sunday, "2026-10-24 12:00", "4 business hours", "2026-10-25 04:00");
    // The shift lies in the hour that does not exist.
    let lost = plain("Su 02:00-03:00");
    due(&lost, "2026-03-28 12:00", "1 business hour", "2026-04-05 03:00");
    due(&lost, "2026-03-28 12:00", "1 business day", "2026-04-05 03:00");
}

#[test]
fn business_days_do_not_count_the_day_of_the_start() {
    let office = office();
    due(&office, "2026-11-06 10:00", "1 business day", "2026-11-09 17:00");
    due(&office, "2026-11-06 20:00", "2 business days", "2026-11-10 17:00");
    due(&office, "2026-11-07 10:00", "1 business day", "2026-11-09 17:00");
    due(&office, "2026-12-24 10:00", "1 business day", "2026-12-28 17:00");
    due(&plain("24/7"), "2026-11-06 10:00", "1 business day", "2026-11-08 00:00");
    due(&plain("Fr 22:00-06:00"), "2026-11-05 10:00", "1 business day", "2026-11-07 06:00");
    due(&plain("Mo-Fr 09:00-12:00,13:00-17:00"), "2026-11-05 10:00", "1 business day", "2026-11-06 17:00");
}

#[test]
fn calendar_days_keep_the_time_of_the_wall() {
    let office = office();
    due(&office, "2026-10-24 02:30", "1 day", "2026-10-25 02:30");
    due(&office, "2026-03-28 02:30", "1 day", "2026-03-29 03:30");
    due(&office, "2026-01-31 10:00", "1 month", "2026-02-28 10:00");
    due(&office, "2028-02-29 10:00", "1 year", "2029-02-28 10:00");
    due(&office, "2026-11-06 10:00", "2 weeks", "2026-11-20 10:00");
    due(&office, "2026-11-06 10:00", "12 rings", "2026-11-06 10:01");
}

#[test]
fn public_holidays_hold_where_the_hours_name_them() {
    let poland = || Holidays {
        country: Some(Country::parse("PL").unwrap()),
        closed: Vec::new(),
        ..Holidays::default()
    };
    let closed = calendar("Mo-Fr 09:00-17:00; PH off", "Europe/Warsaw", poland());
    due(&closed, "2026-12-23 16:00", "2 business hours", "2026-12-28 10:00");
    let open = calendar("Mo-Fr 09:00-17:00", "Europe/Warsaw", poland());
    due(&open, "2026-12-23 16:00", "2 business hours", "2026-12-24 10:00");
    let short = calendar("Mo-Fr 09:00-17:00; PH 10:00-12:00", "Europe/Warsaw", poland());
    due(&short, "2026-12-23 16:00", "2 business hours", "2026-12-24 11:00");
    // Last night's shift ends on the morning of a closed day, and a closed day begins none.
    let closed = vec![ClosedDay::parse("2026-11-07").unwrap()];
    let night = calendar(
        "Mo-Su 22:00-06:00",
        "Europe/Warsaw",
        Holidays { country: None, closed, ..Holidays::default() },
    );
    due(&night, "2026-11-06 22:00", "9 business hours", "2026-11-08 23:00");
}

#[test]
fn what_never_opens_has_no_deadline() {
    let never = plain("off");
    let start = at(&never, "2026-11-06 10:00");
    let deadline =
        |calendar: &Calendar, text: &str| calendar.deadline(start, &Duration::parse(text).unwrap(), 5);
    assert_eq!(deadline(&never, "1 business hour"), None);
    assert_eq!(deadline(&never, "1 business day"), None);
    assert_eq!(never.next_open(start), None);
    assert!(deadline(&never, "1 h").is_some());
    assert_eq!(deadline(&plain("Mo 09:00-10:00"), "999999 business hours"), None);
    assert_eq!(deadline(&plain("2026 Dec 24 09:00-10:00"), "2 business hours"), None);
    assert_eq!(deadline(&plain("24/7"), "0 business hours"), Some(start));
}

#[test]
fn instants_are_open_or_not() {
    let office = office();
    assert!(office.is_open(at(&office, "2026-11-06 09:00")));
    assert!(!office.is_open(at(&office, "2026-11-06 17:00")));
    assert_eq!(office.next_open(at(&office, "2026-11-06 17:00")), Some(at(&office, "2026-11-09 09:00")));
    assert_eq!(office.next_open(at(&office, "2026-11-06 12:00")), Some(at(&office, "2026-11-06 12:00")));
}

#[test]
fn time_zones_have_names() {
    let help = |text: &str| parse_time_zone(text).unwrap_err().help;
    assert!(parse_time_zone("Europe/Riga").is_ok() && parse_time_zone("UTC").is_ok());
    assert!(help("Europe/Warszawa").contains("Europe/Warsaw"));
    assert!(help("Warsaw").contains("`Europe/Warsaw`"));
    assert!(help("europe/warsaw").contains("`Europe/Warsaw`"));
    assert!(help("+02:00").contains("region and a city"));
}
