//! A calendar laid out over years: its open seconds, its business days, the changes of its clock.
//! Must never ask the hours about the same kind of day twice.

use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::offsets::Offsets;
use super::{Calendar, MOST_DAYS, Timeline};
use crate::time::{DayKind, WeekSet};

/// How many days a layout covers: arrivals of three years, and time for what begins last to be finished.
const DAYS: usize = YEARS + 100;
/// The days on which something may arrive.
const YEARS: usize = 3 * 366;
/// How far the changes of the clock are known beyond that, for durations of years.
const CLOCK_SECONDS: i64 = 25 * 366 * SECONDS;
const SECONDS: i64 = 86_400;

/// A calendar laid out from a day on, for three years and a hundred days.
///
/// It answers in one step what [`Calendar`] works out day by day; [`Layout::finish`] gives the deadlines of all
/// instants at once. Lay a calendar out once and share it: by far the most of the work is here.
#[derive(Debug)]
pub struct Layout {
    calendar: Calendar,
    first: Date,
    open: Timeline,
    offsets: Offsets,
    days: OnceLock<Days>,
}

/// The days of a layout.
#[derive(Debug, Default)]
pub(in crate::time) struct Days {
    /// The instants at which they begin.
    pub(in crate::time) starts: Vec<i64>,
    /// How many business days have begun up to the end of each.
    pub(in crate::time) counted: Vec<usize>,
    /// When the last shift of each business day ends.
    pub(in crate::time) ends: Vec<i64>,
}

impl Calendar {
    /// The calendar laid out from a day on.
    pub fn lay_out(&self, first: Date) -> Layout {
        let last = first.saturating_add(jiff::Span::new().days(DAYS as i64 - 1));
        let start = midnight(first);
        let offsets =
            Offsets::of(&self.time_zone, start - 2 * SECONDS, start + DAYS as i64 * SECONDS + CLOCK_SECONDS);
        let open = self.timeline(first, last);
        Layout { calendar: self.clone(), first, open, offsets, days: OnceLock::new() }
    }

    /// All that is open on the dates from `first` to `last`, both included.
    pub fn timeline(&self, first: Date, last: Date) -> Timeline {
        let dated = self.hours.rules.iter().any(|rule| !rule.dates.is_empty());
        self.shown(first, last, dated, |date, today, yesterday| {
            self.hours.on_day(date, |day| if day == date { today } else { yesterday })
        })
    }

    /// The instants at which the wall shows a minute of `week`, or on a public holiday a minute of `on_holiday`.
    /// The hours do not matter, and a day on which the company is closed is a day of the week like any other.
    pub fn instants_of(
        &self,
        week: &WeekSet,
        on_holiday: &[(u16, u16)],
        first: Date,
        last: Date,
    ) -> Timeline {
        self.shown(first, last, false, |date, today, _| match today {
            DayKind::Holiday => on_holiday.to_vec(),
            _ => week.day(u16::try_from(weekday(date)).unwrap_or_default()),
        })
    }

    // The instants at which the wall shows the minutes of each day.
    fn shown(
        &self,
        first: Date,
        last: Date,
        dated: bool,
        minutes: impl Fn(Date, DayKind, DayKind) -> Vec<(u16, u16)>,
    ) -> Timeline {
        let start = midnight(first);
        let kinds = self.holidays.kinds(first.year().saturating_sub(1), last.year());
        let offsets = Offsets::of(&self.time_zone, start - 2 * SECONDS, midnight(last) + 3 * SECONDS);
        let mut known = OfDays::new(dated);
        let (mut open, mut cursor, mut wall) = (Vec::new(), 0, start);
        let mut yesterday = first.yesterday().map_or(DayKind::Closed, |date| kinds.of(date));
        for date in self.days_from(first).take_while(|date| *date <= last).take(MOST_DAYS) {
            let today = kinds.of(date);
            let shown = known.of(date, [yesterday, today, today], || minutes(date, today, yesterday));
            for (from, to) in shown {
                let shown = (wall + i64::from(*from) * 60, wall + i64::from(*to) * 60);
                offsets.shown(shown, &mut cursor, &mut open);
            }
            yesterday = today;
            wall += SECONDS;
        }
        Timeline::of(open)
    }
}

/// What holds on days. Days of the same weekday and kind, between days of the same kinds, are alike, unless the
/// hours name dates.
struct OfDays<T> {
    dated: bool,
    known: Vec<Option<T>>,
    once: Option<T>,
}

impl<T: Clone> OfDays<T> {
    fn new(dated: bool) -> Self {
        OfDays { dated, known: vec![None; 7 * 27], once: None }
    }

    // `kinds` are those of the day before, of the day and of the day after.
    fn of(&mut self, date: Date, kinds: [DayKind; 3], work_out: impl FnOnce() -> T) -> &T {
        let at = kinds.iter().fold(weekday(date), |at, kind| at * 3 + *kind as usize);
        match self.known.get_mut(at) {
            Some(known) if !self.dated => known.get_or_insert_with(work_out),
            _ => self.once.insert(work_out()),
        }
    }
}

impl Layout {
    /// The calendar.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// All that is open.
    pub fn open(&self) -> &Timeline {
        &self.open
    }

    /// The first instant that is laid out, in seconds since 1970.
    pub fn start(&self) -> i64 {
        self.day(0)
    }

    /// The instant after the last that is laid out, in seconds since 1970.
    pub fn end(&self) -> i64 {
        self.day(DAYS)
    }

    /// The instant after three years.
    pub(in crate::time) fn last_arrival(&self) -> i64 {
        self.day(YEARS)
    }

    fn day(&self, number: usize) -> i64 {
        let wall = midnight(self.first) + number as i64 * SECONDS;
        self.offsets.instant(wall).unwrap_or(wall)
    }

    pub(in crate::time) fn offsets(&self) -> &Offsets {
        &self.offsets
    }

    /// The dates that are laid out.
    pub(in crate::time) fn dates(&self) -> impl Iterator<Item = Date> + use<> {
        self.calendar.days_from(self.first).take(DAYS)
    }

    /// The business days, worked out when they are first asked for.
    pub(in crate::time) fn days(&self) -> &Days {
        self.days.get_or_init(|| self.business_days())
    }

    fn business_days(&self) -> Days {
        let hours = &self.calendar.hours;
        let year = self.first.year();
        let kinds = self.calendar.holidays.kinds(year.saturating_sub(1), year.saturating_add(5));
        let mut known = OfDays::new(hours.rules.iter().any(|rule| !rule.dates.is_empty()));
        let mut days = Days::default();
        let (mut cursor, mut wall, mut shown) = (0, midnight(self.first), Vec::new());
        let kind_of = |date: Result<Date, _>| date.map_or(DayKind::Closed, |date| kinds.of(date));
        let mut around = [DayKind::Closed, kind_of(self.first.yesterday()), kinds.of(self.first)];
        for date in self.dates() {
            let [_, yesterday, today] = around;
            around = [yesterday, today, kind_of(date.tomorrow())];
            let shifts = known.of(date, around, || hours.shifts_of(date, |date| kinds.of(date)));
            shown.clear();
            for (midnight, minutes) in [wall, wall + SECONDS].into_iter().zip(shifts) {
                for (from, to) in minutes {
                    let minutes = (midnight + i64::from(*from) * 60, midnight + i64::from(*to) * 60);
                    self.offsets.shown(minutes, &mut cursor, &mut shown);
                }
            }
            days.ends.extend(shown.iter().map(|(_, to)| *to).max());
            days.starts.push(self.offsets.instant(wall).unwrap_or(wall));
            days.counted.push(days.ends.len());
            wall += SECONDS;
        }
        days
    }
}

fn weekday(date: Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default()
}

/// What a wall in Greenwich shows at the beginning of a date, in seconds since 1970.
pub(in crate::time) fn midnight(date: Date) -> i64 {
    TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).map_or(0, Timestamp::as_second)
}
