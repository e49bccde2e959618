//! Durations and the figures of promises.

use etalon::time::{Clock, Duration, Figure, Unit};

#[track_caller]
fn reads(text: &str, canonical: &str) {
    assert_eq!(Duration::parse(text).map(|d| d.to_string()), Ok(canonical.to_owned()), "{text}");
    assert_eq!(Duration::parse(canonical).map(|d| d.to_string()), Ok(canonical.to_owned()), "{canonical}");
}

#[track_caller]
fn refused(text: &str, message: &str, help: &str) {
    let problem = Duration::parse(text).unwrap_err();
    assert!(problem.message.contains(message), "{text}: {}", problem.message);
    assert!(problem.help.contains(help), "{text}: {}", problem.help);
    assert!(text.get(problem.at..problem.at + problem.len).is_some(), "{text}: {problem:?}");
}

#[test]
fn durations_are_kept_as_they_are_written() {
    reads("30 s", "30 s");
    reads("30s", "30 s");
    reads("90 sec", "90 s");
    reads(" 5 min. ", "5 min");
    reads("4 hours", "4 h");
    reads("1 day", "1 day");
    reads("14 days", "14 days");
    reads("28 calendar days", "28 days");
    reads("2 weeks", "2 weeks");
    reads("1 month", "1 month");
    reads("2 years", "2 years");
    reads("4 business hours", "4 business hours");
    reads("1 business hour", "1 business hour");
    reads("15 working days", "15 business days");
    reads("30 business minutes", "30 business minutes");
    reads("3 rings", "3 rings");
    reads("1 000 s", "1000 s");
    reads("1.5 h", "90 min");
    reads("1,5 h", "90 min");
    reads("0.5 min", "30 s");
    reads("1 h 30 min", "90 min");
    reads("1h30min", "90 min");
    reads("1 week 2 days", "9 days");
    reads("1 year 6 months", "18 months");
    reads("2 business hours 30 business minutes", "150 business minutes");
}

#[test]
fn what_is_no_duration_is_explained() {
    refused("5", "`5` has no unit", "`5 min`");
    refused("", "empty", "`5 min`");
    refused("5 мин", "`мин` is not a unit", "`5 min`");
    refused("2 godziny", "`godziny`", "`2 h`");
    refused("3 dienas", "`dienas`", "`3 days`");
    refused("2 рабочих дня", "`рабочих`", "`2 business days`");
    refused("2 dni robocze", "`dni`", "`2 business days`");
    refused("5 darba dienas", "`darba`", "`5 business days`");
    refused("3 Arbeitstage", "`Arbeitstage`", "`3 business days`");
    refused("immediately", "not a figure", "longest time");
    refused("as soon as possible", "not a figure", "longest time");
    refused("niezwłocznie", "not a figure", "longest time");
    refused("within 2 days", "`within`", "`2 days`");
    refused("1-2 days", "range", "`2 days`");
    refused("as quickly as possible", "not a figure", "longest time");
    refused("5wd", "not a unit", "`5 business days`");
    refused("5m", "may be minutes or months", "`5 min`");
    refused("5 minuts", "not a unit", "`5 min`");
    refused("5 dasy", "not a unit", "`5 days`");
    refused("00:30", "time of day", "`30 min`");
    refused("1 day 4 h", "two kinds of time", "one unit");
    refused("30 min 1 h", "out of order", "`1 h 30 min`");
    refused("1.5 business days", "whole number", "smaller unit");
    refused("2 business weeks", "no business weeks", "`10 business days`");
    refused("1,500 s", "thousand", "`1 000.50`");
    refused("1000000000000 s", "too large", "nine digits");
    refused("999999999 days", "longer than a life", "check");
    refused("PT15M", "not a duration", "`5 min`");
    refused("-5 min", "not a duration", "`5 min`");
}

#[test]
fn seconds_are_known_where_they_are_exact() {
    let seconds = |text: &str| Duration::parse(text).unwrap().seconds(5);
    assert_eq!(seconds("3 rings"), Some(15));
    assert_eq!(seconds("2 min"), Some(120));
    assert_eq!(seconds("2 days"), Some(172_800));
    assert_eq!(seconds("1 month"), None);
    assert_eq!(seconds("4 business hours"), None);
    assert_eq!(Duration::parse("4 business hours").unwrap().business_seconds(), Some(14_400));
    assert_eq!(Duration::parse("4 business days").unwrap().business_seconds(), None);
}

#[test]
fn durations_compare_on_one_clock_only() {
    let longer = |one: &str, other: &str| {
        Duration::parse(one).unwrap().is_longer_than(&Duration::parse(other).unwrap())
    };
    assert_eq!(longer("90 s", "1 min"), Some(true));
    assert_eq!(longer("60 s", "1 min"), Some(false));
    assert_eq!(longer("4 h", "2 business hours"), None);
    assert_eq!(longer("61 business minutes", "1 business hour"), Some(true));
    assert_eq!(longer("1 business day", "8 business hours"), None);
    assert_eq!(longer("1 month", "27 days"), Some(true));
    assert_eq!(longer("1 month", "30 days"), None);
    assert_eq!(longer("1 month", "31 days"), Some(false));
    assert_eq!(longer("1 year", "12 months"), Some(false));
    assert_eq!(longer("13 months", "1 year"), Some(true));
    assert_eq!(longer("3 rings", "2 rings"), Some(true));
    assert_eq!(longer("3 rings", "10 s"), None);
    let (rings, seconds) = (Duration::calendar(3, Unit::Ring), Duration::calendar(10, Unit::Second));
    assert_eq!(rings.compare(&seconds, 5), Some(std::cmp::Ordering::Greater));
    assert_eq!(Duration::business(1, Unit::Day).clock, Clock::Business);
}

#[test]
fn promises_carry_a_share() {
    let reads = |text: &str| Figure::parse(text).map(|figure| figure.to_string());
    assert_eq!(reads("20 s for 80%"), Ok("20 s for 80%".into()));
    assert_eq!(reads("20 s for 95.5 %"), Ok("20 s for 95.5%".into()));
    assert_eq!(reads("80% in 20 s"), Ok("20 s for 80%".into()));
    assert_eq!(reads("4 business hours"), Ok("4 business hours".into()));
    assert_eq!(Figure::parse("Best effort"), Ok(Figure::NoFigure("Best effort".into())));
    let help = |text: &str| Figure::parse(text).unwrap_err().help;
    assert!(help("80/20").contains("`20 s for 80%`"));
    assert!(help("20 s for 120%").contains("100%"));
    assert!(help("80%").contains("`20 s for 80%`"));
    let of = Figure::parse("20 s for 80% of calls").unwrap_err();
    assert_eq!((of.at, of.len), (13, 8));
    let unit = Figure::parse("20 sek for 80%").unwrap_err();
    assert_eq!((unit.at, unit.len), (3, 3));
}
