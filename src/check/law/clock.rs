//! Compares a figure of the standard with a bound of the law on real dates, whatever clocks they run on.
//! Must never call a figure too long without a day on which it is.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::super::calendars::Calendars;
use super::said::{Said, is_business};
use crate::resolve::Project;
use crate::time::{Calendar, Duration, Holidays, Hours, Layout, Unit};

/// How many days ahead a case is looked for: every weekday meets every holiday in a year.
const DAYS_AHEAD: i64 = 366;

/// A case in which the standard comes later than the law allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Worst {
    /// The day on which the case begins.
    pub(in crate::check) start: Date,
    /// The last day that the standard allows.
    pub(in crate::check) standard: Date,
    /// The last day that the law allows.
    pub(in crate::check) law: Date,
}

/// The calendars of a standard.
#[derive(Debug)]
pub(super) struct Clocks<'a> {
    project: &'a Project,
    /// Those that other rules ask as well.
    own: &'a Calendars<'a>,
    pub(super) today: Date,
    holidays: Holidays,
    zone: TimeZone,
}

impl<'a> Clocks<'a> {
    pub(super) fn of(project: &'a Project, own: &'a Calendars<'a>, today: Date) -> Self {
        Clocks { project, own, today, holidays: project.days_off(), zone: project.zone(None) }
    }

    /// Whether a figure can last longer than the law allows: with the worst case where the clocks differ.
    pub(super) fn longest_beyond(&self, said: &Said<'_>, law: &Duration) -> Option<Option<Worst>> {
        if said.duration.unit == Unit::Ring || law.unit == Unit::Ring {
            return None;
        }
        if !is_business(&said.duration)
            && !is_business(law)
            && let Some(longer) = said.duration.is_longer_than(law)
        {
            return longer.then_some(None);
        }
        let of_law = Calendar::new(workdays(), self.law_holidays(), self.zone.clone()).lay_out(self.today);
        let by_law = self.ends(&of_law, law);
        let by_law: Vec<Option<Date>> =
            by_law.map(|end| end.and_then(|end| next_workday(of_law.calendar(), end))).collect();
        let office = workdays();
        let hours: Vec<&Hours> = if said.hours.is_empty() { vec![&office] } else { said.hours.clone() };
        let mut worst: Option<Worst> = None;
        for hours in hours {
            let own = self.own.desk(hours);
            let ends = self.ends(&own.layout, &said.duration);
            for ((start, standard), law) in self.starts().zip(ends).zip(&by_law) {
                let (Some(standard), Some(law)) = (standard, *law) else { continue };
                let over = |worst: &Worst| days(worst.law, worst.standard);
                let case = Worst { start, standard, law };
                if standard > law && worst.as_ref().is_none_or(|worst| over(&case) > over(worst)) {
                    worst = Some(case);
                }
            }
        }
        worst.map(Some)
    }

    /// Whether a time is shorter than what the law leaves, whenever it starts.
    pub(super) fn certainly_shorter(&self, said: &Duration, law: &Duration) -> bool {
        if let Some(longer) = law.is_longer_than(said) {
            return longer;
        }
        let calendar = Calendar::new(workdays(), self.law_holidays(), self.zone.clone());
        let shorter = |start: Date| {
            let (said, law) = (self.end(&calendar, start, said)?, self.end(&calendar, start, law)?);
            Some(said < law)
        };
        // Two years may hold a 29th of February, or not: four years of starts meet every case.
        let starts = (0..4).filter_map(|year| self.today.checked_add(Span::new().try_years(year).ok()?).ok());
        let mut cases = starts.flat_map(|start| self.starts_from(start)).map(shorter);
        cases.all(|case| case == Some(true))
    }

    fn starts(&self) -> impl Iterator<Item = Date> + use<> {
        self.starts_from(self.today)
    }

    fn starts_from(&self, first: Date) -> impl Iterator<Item = Date> + use<> {
        std::iter::successors(Some(first), |date| date.tomorrow().ok()).take(DAYS_AHEAD as usize)
    }

    /// The last day of a duration for each of the days on which it may start.
    fn ends(&self, layout: &Layout, duration: &Duration) -> impl Iterator<Item = Option<Date>> {
        let finish = layout.finish(duration, self.project.ring_seconds());
        self.starts().map(move |start| Some(layout.calendar().date_of(finish.of(self.evening(start)?)?)))
    }

    fn evening(&self, start: Date) -> Option<Timestamp> {
        self.zone.to_timestamp(start.at(23, 59, 0, 0)).ok()
    }

    /// The last day of a duration; what comes in late in the evening comes in on that day.
    fn end(&self, calendar: &Calendar, start: Date, duration: &Duration) -> Option<Date> {
        let end = calendar.deadline(self.evening(start)?, duration, self.project.ring_seconds())?;
        Some(calendar.date_of(end))
    }

    /// The days on which a company closes of its own will do not stop the law.
    fn law_holidays(&self) -> Holidays {
        Holidays { country: self.holidays.country, ..Holidays::default() }
    }
}

/// The last day that the law allows: where the term ends on no working day, the next one.
fn next_workday(calendar: &Calendar, mut end: Date) -> Option<Date> {
    for _ in 0..14 {
        let closed = calendar.hours.on_day(end, |date| calendar.holidays.kind(date)).is_empty();
        if !closed {
            break;
        }
        end = end.tomorrow().ok()?;
    }
    Some(end)
}

/// Monday to Friday without public holidays.
fn workdays() -> Hours {
    Hours::parse("Mo-Fr 00:00-24:00; PH off").unwrap_or_else(|_| Hours::always())
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
