//! The days that differ from their weekday: public holidays of a country and days a company closes.
//! Must never decide what is open on a public holiday: the hours say so with `PH`.

use std::fmt;

use jiff::civil::Date;

use super::Country;
use crate::time::{Problem, parse_date};

/// Which days are no ordinary days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holidays {
    /// The country whose public holidays hold.
    pub country: Option<Country>,
    /// The days on which everything is closed, whatever the hours say.
    pub closed: Vec<ClosedDay>,
    /// Public holidays of the country that are days like any other here.
    pub open: Vec<ClosedDay>,
}

/// What the days of some years are, worked out once for many questions.
#[derive(Debug, Clone)]
pub(in crate::time) struct Kinds<'a> {
    holidays: &'a Holidays,
    public: Vec<Date>,
}

/// A day on which everything is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClosedDay {
    /// One date: `2026-12-24`.
    Once(Date),
    /// The same month and day every year: `12-24`.
    Yearly {
        /// The month.
        month: i8,
        /// The day of the month.
        day: i8,
    },
}

/// What a day is, beyond its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayKind {
    /// A day like any other.
    Ordinary,
    /// A public holiday, on which the rules with `PH` hold.
    Holiday,
    /// Closed, whatever the hours say.
    Closed,
}

impl Holidays {
    /// What a date is.
    pub fn kind(&self, date: Date) -> DayKind {
        self.kind_of(date, |date| self.country.is_some_and(|country| country.holiday_on(date).is_some()))
    }

    /// What the days from one year to another are.
    pub(in crate::time) fn kinds(&self, first: i16, last: i16) -> Kinds<'_> {
        let years = first..=last;
        let of_year = |year| self.country.map_or(Vec::new(), |country| country.holidays(year));
        let mut public: Vec<Date> = years.flat_map(of_year).map(|holiday| holiday.date).collect();
        public.sort_unstable();
        Kinds { holidays: self, public }
    }

    fn kind_of(&self, date: Date, public: impl Fn(Date) -> bool) -> DayKind {
        let is_on = |days: &[ClosedDay]| days.iter().any(|day| day.is_on(date));
        if is_on(&self.closed) {
            DayKind::Closed
        } else if public(date) && !is_on(&self.open) {
            DayKind::Holiday
        } else {
            DayKind::Ordinary
        }
    }
}

impl Kinds<'_> {
    /// What a date is.
    pub(in crate::time) fn of(&self, date: Date) -> DayKind {
        self.holidays.kind_of(date, |date| self.public.binary_search(&date).is_ok())
    }
}

impl ClosedDay {
    /// Reads `2026-12-24`, or `12-24` for every year.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let yearly = text.trim().split_once('-').and_then(|(month, day)| {
            let two = |part: &str| part.len() == 2 && part.chars().all(|c| c.is_ascii_digit());
            (two(month) && two(day)).then(|| Some((month.parse().ok()?, day.parse().ok()?)))?
        });
        let Some((month, day)) = yearly else { return parse_date(text).map(ClosedDay::Once) };
        // The 29th of February comes in some years.
        match Date::new(2024, month, day) {
            Ok(_) => Ok(ClosedDay::Yearly { month, day }),
            Err(_) => {
                let message = format!("`{}` is not a day of the calendar", text.trim());
                Err(Problem::whole(text, message, "write month and day: `12-24`"))
            }
        }
    }

    /// Whether the date is this day.
    pub fn is_on(self, date: Date) -> bool {
        match self {
            ClosedDay::Once(day) => day == date,
            ClosedDay::Yearly { month, day } => (date.month(), date.day()) == (month, day),
        }
    }
}

impl fmt::Display for ClosedDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClosedDay::Once(date) => date.fmt(f),
            ClosedDay::Yearly { month, day } => write!(f, "{month:02}-{day:02}"),
        }
    }
}
