//! Whole years at once, held against the deadline of every single instant.

use super::Dice;
use super::simulation::{Plan, start};
use etalon::time::{
    Calendar, Clock, Duration, Finish, Holidays, Hours, Layout, Timeline, Unit, parse_time_zone,
};
use jiff::Timestamp;
use jiff::civil::{Date, date};

fn layout(plan: &Plan) -> Layout {
    plan.calendar().lay_out(date(2025, 12, 1))
}

fn plain(hours: &str) -> Layout {
    let zone = parse_time_zone("Europe/Berlin").unwrap();
    Calendar::new(Hours::parse(hours).unwrap(), Holidays::default(), zone).lay_out(date(2026, 1, 1))
}

fn duration(text: &str) -> Duration {
    Duration::parse(text).unwrap()
}

fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn roll_duration(dice: &mut Dice) -> Duration {
    let business = [Unit::Minute, Unit::Hour, Unit::Day];
    let calendar = [Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Ring, Unit::Year];
    match dice.roll(2) {
        0 => {
            let unit = business[dice.roll(3) as usize];
            let most = if unit == Unit::Minute { 3_000 } else { 30 };
            Duration { amount: dice.roll(most), unit, clock: Clock::Business }
        }
        _ => {
            let unit = calendar[dice.roll(7) as usize];
            let most = if unit == Unit::Minute { 9_000 } else { 20 };
            Duration { amount: dice.roll(most), unit, clock: Clock::Calendar }
        }
    }
}

#[test]
fn every_instant_ends_where_its_own_deadline_is() {
    let mut dice = Dice(11);
    for round in 0..60 {
        let plan = Plan::roll(&mut dice);
        let (calendar, layout) = (plan.calendar(), layout(&plan));
        let open = layout.until_open();
        for _ in 0..6 {
            let duration = roll_duration(&mut dice);
            let finish = layout.finish(&duration, 5);
            for _ in 0..12 {
                let from = instant(start(&mut dice).as_second() + dice.roll(60) as i64);
                let context = format!("{round}: {} from {from} {duration}", plan.text());
                assert_eq!(finish.of(from), calendar.deadline(from, &duration, 5), "{context}");
                assert_eq!(open.of(from), calendar.next_open(from), "{context}");
            }
        }
    }
}

#[test]
fn every_second_around_a_change_of_the_clock_is_right() {
    let zones = ["Europe/Berlin", "Australia/Lord_Howe", "Asia/Beirut", "America/Asuncion", "America/Havana"];
    for zone in zones {
        let zone = parse_time_zone(zone).unwrap();
        let hours = Hours::parse("Mo-Sa 22:00-02:30; Su 00:00-01:30,02:15-02:45,03:00-24:00").unwrap();
        let calendar = Calendar::new(hours, Holidays::default(), zone.clone());
        let layout = calendar.lay_out(date(2023, 1, 1));
        let finishes: Vec<(Duration, Finish)> = [
            "1 day",
            "1 week",
            "1 month",
            "90 min",
            "1 business day",
            "3 business hours",
            "1 business minute",
        ]
        .map(duration)
        .map(|duration| (duration, layout.finish(&duration, 5)))
        .to_vec();
        let changes = zone.following(instant(1_675_000_000)).take(4);
        for change in changes.filter(|change| change.timestamp().as_second() < 1_760_000_000) {
            let at = change.timestamp().as_second();
            for (duration, finish) in &finishes {
                for before in [0, 86_400, 7 * 86_400, 28 * 86_400, 31 * 86_400] {
                    for around in
                        (-8_000..8_000).step_by(613).chain(-2..3).chain(3598..3602).chain(1798..1802)
                    {
                        let from = instant(at - before + around);
                        let expected = calendar.deadline(from, duration, 5);
                        assert_eq!(finish.of(from), expected, "{zone:?} {duration} from {from}");
                    }
                }
            }
        }
    }
}

#[test]
fn one_thing_after_another_and_side_by_side() {
    let mut dice = Dice(12);
    for round in 0..60 {
        let plans = [Plan::roll(&mut dice), Plan::roll(&mut dice)];
        let layouts = [layout(&plans[0]), layout(&plans[1])];
        let durations = [roll_duration(&mut dice), roll_duration(&mut dice)];
        let one = layouts[0].finish(&durations[0], 5);
        let other = layouts[1].finish(&durations[1], 5);
        let (chain, both) = (one.then(&other), one.later_of(&other));
        for _ in 0..40 {
            let from = start(&mut dice);
            let context =
                format!("{round}: {durations:?} {} | {} from {from}", plans[0].text(), plans[1].text());
            let second = one.of(from).and_then(|end| other.of(end));
            assert_eq!(chain.of(from), second, "{context}");
            let later = one.of(from).zip(other.of(from)).map(|(one, other)| one.max(other));
            assert_eq!(both.of(from), later, "{context}");
        }
    }
}

// Every minute of the arrivals, one by one.
fn walked(this: &Finish, other: &Finish, arrivals: &Timeline) -> Vec<(i64, i64)> {
    let minutes = arrivals.open().iter().flat_map(|(from, to)| (*from..*to).step_by(60));
    let behind = |second: i64| {
        let apart = this.of(instant(second))?.as_second() - other.of(instant(second))?.as_second();
        Some((apart, second))
    };
    minutes.filter_map(behind).collect()
}

#[test]
fn the_worst_arrival_is_the_worst_of_all_minutes() {
    let mut dice = Dice(13);
    for round in 0..40 {
        let plans = [Plan::roll(&mut dice), Plan::roll(&mut dice), Plan::roll(&mut dice)];
        let promise = layout(&plans[0]).finish(&roll_duration(&mut dice), 5);
        let staffed = layout(&plans[1]).until_open();
        let first = layout(&plans[2]).calendar().date_of(start(&mut dice));
        let last = first.saturating_add(jiff::Span::new().days(10));
        let arrivals = plans[2].calendar().timeline(first, last);
        for (this, other) in [(&staffed, &promise), (&promise, &staffed)] {
            let walked = walked(this, other, &arrivals);
            let worst = this.furthest_behind(other, Some(&arrivals));
            let Some((most, _)) = walked.iter().max() else { continue };
            let worst = worst.unwrap();
            let context = format!("{round}: {} | {}", plans[0].text(), plans[1].text());
            assert!(
                *most <= worst.seconds() + 60 && worst.seconds() < most + 60,
                "{context} {worst:?} {most}"
            );
            assert_eq!(this.of(worst.arrival), Some(worst.this), "{context}");
            assert_eq!(other.of(worst.arrival), Some(worst.other), "{context}");
            let inside = |range: &(i64, i64)| (range.0..range.1).contains(&worst.arrival.as_second());
            assert!(arrivals.open().iter().any(inside), "{context}");
            if this == &staffed {
                let beyond = staffed.waits(Some(&arrivals)).beyond(other);
                let behind = worst.seconds() >= 0 && worst.this > worst.arrival;
                assert_eq!(
                    beyond.map(|apart| apart.seconds()),
                    behind.then_some(worst.seconds()),
                    "{context}"
                );
            }
            let late = this.where_behind(other, Some(&arrivals));
            for (behind, second) in walked {
                let is_late = late.open().iter().any(|(from, to)| (*from..*to).contains(&second));
                assert_eq!(is_late, behind >= 0, "{context} {second}");
            }
        }
    }
}

#[test]
fn waits_agree_with_a_walk_minute_by_minute() {
    let mut dice = Dice(14);
    for round in 0..25 {
        let plan = Plan::roll(&mut dice);
        let layout = layout(&plan);
        let first = start(&mut dice).as_second();
        let minutes: Vec<bool> = (0..30 * 1_440).map(|minute| plan.is_open(first + minute * 60)).collect();
        if !minutes.iter().skip(20 * 1_440).any(|open| *open) {
            continue;
        }
        let wait = |from: usize| minutes.iter().skip(from).position(|open| *open).unwrap();
        let longest = (0..20 * 1_440).map(|from| (wait(from), usize::MAX - from)).max().unwrap();
        let from = instant(first);
        let arrivals = Layout::until_open(&layout).known().unwrap();
        let window = etalon::time::Timeline::of(vec![(first, first + 20 * 86_400)]);
        assert!(arrivals.0 <= first && arrivals.1 > first + 20 * 86_400, "{round}");
        let found = layout.until_open().longest(Some(&window)).unwrap();
        let waits = layout.until_open().waits(Some(&window));
        assert_eq!(waits.longest().map_or(0, |longest| longest.seconds()), found.seconds());
        assert_eq!(found.seconds(), longest.0 as i64 * 60, "{round}: {} from {from}", plan.text());
        let expected = first + (usize::MAX - longest.1) as i64 * 60;
        assert_eq!(found.arrival.as_second(), expected, "{round}: {} from {from}", plan.text());
    }
}

#[track_caller]
fn shows(layout: &Layout, at: Timestamp, expected: &str) {
    let shown = layout.calendar().time_zone.to_datetime(at).strftime("%a %Y-%m-%d %H:%M").to_string();
    assert_eq!(shown, expected);
}

#[test]
fn nobody_is_there_in_time() {
    // Open around the clock, staffed on working days and on Saturday morning.
    let (chat, agents) = (plain("24/7"), plain("Mo-Fr 08:00-20:00; Sa 09:00-15:00"));
    let promise = chat.finish(&duration("2 min"), 5);
    let worst = agents.until_open().furthest_behind(&promise, None).unwrap();
    shows(&agents, worst.arrival, "Sat 2026-10-24 15:00");
    shows(&agents, worst.this, "Mon 2026-10-26 08:00");
    assert_eq!(worst.seconds(), 42 * 3_600 - 120, "the night on which the clock goes back has an hour more");
    let late = agents.until_open().where_behind(&promise, None);
    let saturday = chat.calendar().time_zone.to_timestamp(date(2026, 1, 10).at(15, 0, 0, 0)).unwrap();
    let monday = chat.calendar().time_zone.to_timestamp(date(2026, 1, 12).at(7, 58, 0, 0)).unwrap();
    let stretch = late.open().iter().find(|(from, _)| *from == saturday.as_second()).unwrap();
    assert_eq!(stretch.1, monday.as_second() + 1, "at 07:58 the promise ends when they come");
    // A promise in the hours of the people is always kept.
    let promise = agents.finish(&duration("2 business min"), 5);
    assert!(agents.until_open().furthest_behind(&promise, None).unwrap().seconds() < 0);
    assert!(agents.until_open().where_behind(&promise, None).open().is_empty());
}

#[test]
fn the_longest_that_business_time_takes() {
    let office = plain("Mo-Fr 09:00-18:00");
    let found = office.until_open().longest(None).unwrap();
    shows(&office, found.arrival, "Fri 2026-10-23 18:00");
    assert_eq!(found.seconds(), 64 * 3_600);
    let found = office.finish(&duration("8 business hours"), 5).longest(None).unwrap();
    shows(&office, found.arrival, "Fri 2026-10-23 10:01");
    shows(&office, found.this, "Mon 2026-10-26 09:01");
    let found = office.finish(&duration("1 business day"), 5).longest(None).unwrap();
    shows(&office, found.arrival, "Fri 2026-10-23 00:00");
    shows(&office, found.this, "Mon 2026-10-26 18:00");
    let found = office.finish(&duration("1 month"), 5).longest(None).unwrap();
    assert_eq!(found.seconds(), 31 * 86_400 + 3_600);
    shows(&office, found.arrival, "Thu 2026-10-01 00:00");
}

#[test]
fn nothing_is_said_of_what_is_not_known() {
    let never = plain("off");
    assert_eq!(never.until_open().known(), None);
    assert!(never.finish(&duration("1 business hour"), 5).longest(None).is_none());
    assert!(never.finish(&duration("1 business day"), 5).longest(None).is_none());
    assert!(never.finish(&duration("1 h"), 5).longest(None).is_some());
    let once = plain("2026 Dec 24 09:00-10:00");
    let finish = once.finish(&duration("30 business min"), 5);
    shows(&once, finish.longest(None).unwrap().arrival, "Thu 2026-01-01 00:00");
    shows(&once, instant(finish.known().unwrap().1), "Thu 2026-12-24 09:30");
    assert!(plain("24/7").finish(&duration("90 years"), 5).longest(None).is_none());
    let day = plain("24/7");
    let nothing = Timeline::default();
    assert!(day.finish(&duration("1 h"), 5).longest(Some(&nothing)).is_none());
}

#[test]
fn minutes_of_the_week_and_of_holidays() {
    let zone = parse_time_zone("Europe/Warsaw").unwrap();
    let country = etalon::time::Country::parse("PL").unwrap();
    let holidays = Holidays { country: Some(country), ..Holidays::default() };
    let calendar = Calendar::new(Hours::always(), holidays, zone);
    let week = Hours::parse_window("Mo-Fr 10:00-12:00").unwrap().week();
    let days: (Date, Date) = (date(2026, 12, 24), date(2026, 12, 28));
    let shown = |on_holiday: &[(u16, u16)]| {
        let found = calendar.instants_of(&week, on_holiday, days.0, days.1);
        let text =
            |second: &i64| calendar.time_zone.to_datetime(instant(*second)).strftime("%d %H:%M").to_string();
        found.open().iter().map(|(from, to)| format!("{}-{}", text(from), text(to))).collect::<Vec<_>>()
    };
    assert_eq!(shown(&[]), ["28 10:00-28 12:00"]);
    assert_eq!(
        shown(&[(60, 120)]),
        ["24 01:00-24 02:00", "25 01:00-25 02:00", "26 01:00-26 02:00", "28 10:00-28 12:00"]
    );
}

#[test]
fn working_days_that_are_holidays_elsewhere() {
    let zone = parse_time_zone("Europe/Warsaw").unwrap();
    let country = etalon::time::Country::parse("PL").unwrap();
    let open = vec![etalon::time::ClosedDay::parse("11-11").unwrap()];
    let hours = Hours::parse("Mo-Fr 09:00-17:00; PH off").unwrap();
    let calendar = |open| {
        let holidays = Holidays { country: Some(country), open, ..Holidays::default() };
        Calendar::new(hours.clone(), holidays, zone.clone())
    };
    let noon = zone.to_timestamp(date(2026, 11, 11).at(12, 0, 0, 0)).unwrap();
    assert!(!calendar(vec![]).is_open(noon));
    assert!(calendar(open.clone()).is_open(noon));
    assert_eq!(calendar(open).lay_out(date(2026, 11, 1)).until_open().of(noon), Some(noon));
}
