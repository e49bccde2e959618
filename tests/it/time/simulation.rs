//! Calendars held against a walk over every single minute.

use super::Dice;
use etalon::time::{Calendar, ClosedDay, Country, Duration, Holidays, Hours, Unit, parse_time_zone};
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

// Hours that are simple enough to be said again in a few lines.
pub(super) struct Plan {
    zone: TimeZone,
    // From and to in minutes, perhaps past midnight, for each day of the week.
    shifts: [Vec<(i32, i32)>; 7],
    holiday: Option<Vec<(i32, i32)>>,
    country: Country,
    holidays: Vec<Date>,
    closed: Date,
}

impl Plan {
    pub(super) fn roll(dice: &mut Dice) -> Plan {
        let zones =
            ["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Riyadh", "Africa/Casablanca"];
        let zone = parse_time_zone(zones[dice.roll(5) as usize]).unwrap();
        let country = Country::parse(["PL", "LV", "US"][dice.roll(3) as usize]).unwrap();
        let mut day = || -> Vec<(i32, i32)> {
            match dice.roll(6) {
                0 => vec![],
                1 => vec![(540, 1080)],
                2 => vec![(0, 1440)],
                3 => vec![(60 + dice.roll(120) as i32, 180 + dice.roll(60) as i32), (600, 700)],
                4 => vec![(1320, 1440 + dice.roll(420) as i32 + 1)],
                _ => vec![(dice.roll(700) as i32, 710 + dice.roll(700) as i32)],
            }
        };
        let shifts = std::array::from_fn(|_| day());
        let holiday = day();
        let holiday = (dice.roll(3) > 0).then_some(holiday);
        let closed =
            jiff::civil::date(2026, 1, 1).saturating_add(jiff::Span::new().days(dice.roll(365) as i64));
        let holidays = (2025..=2027).flat_map(|year| country.holidays(year)).map(|day| day.date).collect();
        Plan { zone, shifts, holiday, country, holidays, closed }
    }

    pub(super) fn text(&self) -> String {
        let days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let mut rules: Vec<String> = Vec::new();
        let list = |times: &[(i32, i32)]| {
            let clock = |minute: i32| format!("{:02}:{:02}", minute / 60, minute % 60);
            let ranges = times.iter().map(|(from, to)| format!("{}-{}", clock(*from), clock(*to)));
            if times.is_empty() { "off".to_owned() } else { ranges.collect::<Vec<_>>().join(",") }
        };
        for (day, times) in days.iter().zip(&self.shifts) {
            rules.push(format!("{day} {}", list(times)));
        }
        rules.extend(self.holiday.as_ref().map(|times| format!("PH {}", list(times))));
        rules.join("; ")
    }

    pub(super) fn calendar(&self) -> Calendar {
        let closed = vec![ClosedDay::Once(self.closed)];
        let holidays = Holidays { country: Some(self.country), closed, ..Holidays::default() };
        Calendar::new(Hours::parse(&self.text()).unwrap(), holidays, self.zone.clone())
    }

    fn shifts_of(&self, date: Date) -> &[(i32, i32)] {
        if date == self.closed {
            return &[];
        }
        match &self.holiday {
            Some(times) if self.holidays.contains(&date) => times,
            _ => &self.shifts[date.weekday().since(Weekday::Monday) as usize],
        }
    }

    pub(super) fn is_open(&self, second: i64) -> bool {
        let wall = self.zone.to_datetime(Timestamp::from_second(second).unwrap());
        let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
        let within = |date: Date, minute: i32| {
            self.shifts_of(date).iter().any(|(from, to)| (*from..*to).contains(&minute))
        };
        within(wall.date(), minute) || within(wall.date().yesterday().unwrap(), minute + 1440)
    }
}

// Starts near the days on which clocks change in one of the zones, and anywhere in the year.
pub(super) fn start(dice: &mut Dice) -> Timestamp {
    let days =
        ["2026-03-27", "2026-10-23", "2026-03-06", "2026-10-30", "2026-04-03", "2026-12-23", "2026-02-13"];
    let day: Date = match dice.roll(2) {
        0 => days[dice.roll(7) as usize].parse().unwrap(),
        _ => jiff::civil::date(2026, 1, 2).saturating_add(jiff::Span::new().days(dice.roll(350) as i64)),
    };
    let midnight = TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).unwrap();
    Timestamp::from_second(midnight.as_second() + dice.roll(3 * 1440) as i64 * 60).unwrap()
}

#[test]
fn deadlines_agree_with_a_walk_minute_by_minute() {
    let mut dice = Dice(4);
    for round in 0..50 {
        let plan = Plan::roll(&mut dice);
        let calendar = plan.calendar();
        let first = start(&mut dice);
        let minutes = 1 + dice.roll(40 * 60) as i64;
        let mut second = first.as_second();
        let limit = second + 12 * 86_400;
        let mut left = minutes;
        while left > 0 && second < limit {
            left -= i64::from(plan.is_open(second));
            second += 60;
        }
        if left > 0 {
            continue;
        }
        let duration = Duration::business(minutes as u64, Unit::Minute);
        let expected = Timestamp::from_second(second).unwrap();
        let context = format!("{round}: {} from {first} {duration}", plan.text());
        assert_eq!(calendar.deadline(first, &duration, 5), Some(expected), "{context}");
        let day = |days: i64| calendar.date_of(first).saturating_add(jiff::Span::new().days(days));
        let timeline = calendar.timeline(day(-1), day(30));
        assert_eq!(timeline.after(first, minutes as u64 * 60), Some(expected), "{context}");
        assert_eq!(timeline.open_before(expected) - timeline.open_before(first), minutes * 60, "{context}");
        let next = (0..).map(|step| first.as_second() + step * 60).find(|second| plan.is_open(*second));
        let next = next.map(|second| Timestamp::from_second(second).unwrap());
        assert_eq!(calendar.next_open(first), next, "{context}");
        assert_eq!(timeline.next_open(first), next, "{context}");
        assert_eq!(calendar.is_open(first), plan.is_open(first.as_second()), "{context}");
    }
}

#[test]
fn business_days_agree_with_a_walk_minute_by_minute() {
    let mut dice = Dice(5);
    for round in 0..50 {
        let plan = Plan::roll(&mut dice);
        let first = start(&mut dice);
        let days = 1 + dice.roll(4);
        let mut date = plan.zone.to_datetime(first).date();
        let mut left = days;
        let mut end = None;
        for _ in 0..20 {
            date = date.tomorrow().unwrap();
            // The last minute, in time that passes, of a shift that began on this date.
            let midnight = plan.zone.to_timestamp(date.at(0, 0, 0, 0)).unwrap().as_second();
            let last = (0..2 * 1440 + 120).map(|minute| midnight + minute * 60).filter(|second| {
                let wall = plan.zone.to_datetime(Timestamp::from_second(*second).unwrap());
                let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
                let after = match wall.date() {
                    day if day == date => minute,
                    day if day == date.tomorrow().unwrap() => minute + 1440,
                    _ => return false,
                };
                plan.shifts_of(date).iter().any(|(from, to)| (*from..*to).contains(&after))
            });
            let Some(last) = last.max() else { continue };
            left -= 1;
            if left == 0 {
                end = Timestamp::from_second(last + 60).ok();
                break;
            }
        }
        if end.is_some() {
            let found = plan.calendar().deadline(first, &Duration::business(days, Unit::Day), 5);
            assert_eq!(found, end, "{round}: {} from {first} {days}", plan.text());
        }
    }
}

#[test]
fn the_normal_week_is_what_ordinary_dates_show() {
    let mut dice = Dice(6);
    for _ in 0..60 {
        let hours = Hours::parse(&Plan::roll(&mut dice).text()).unwrap();
        let week = hours.week();
        for day in 0..7_u16 {
            let date = jiff::civil::date(2026, 9, 7).saturating_add(jiff::Span::new().days(i64::from(day)));
            assert_eq!(hours.on_date(date, |_| false), week.day(day), "{hours} {day}");
        }
        assert_eq!(hours.week_of(jiff::civil::date(2026, 9, 10)), week);
    }
}
