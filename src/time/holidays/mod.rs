//! Public holidays of countries, computed for any year from the rules of their laws.
//! Must never know regions or companies: what closes beyond the law is said in the manifest.

mod closed;
mod countries;

pub use closed::{ClosedDay, DayKind, Holidays};

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use jiff::civil::{Date, Weekday};

use self::countries::COUNTRIES;
use super::Problem;
use crate::diagnostic::listed;

/// A country whose public holidays are known, by its two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(&'static str);

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its English name.
    pub name: &'static str,
}

impl Country {
    /// Reads the two letters of a country: `PL`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let found = COUNTRIES.iter().find(|(code, ..)| *code == text.trim());
        found.map(|(code, ..)| Country(code)).ok_or_else(|| unknown(text))
    }

    /// The two letters.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The public holidays of a year in the order of their dates.
    pub fn holidays(self, year: i16) -> Vec<Holiday> {
        let rules = COUNTRIES.iter().find(|(code, ..)| *code == self.0).map(|(_, _, rules)| *rules);
        let mut found = Vec::new();
        for rule in rules.unwrap_or_default() {
            // A holiday can be observed in the year before its own.
            for own_year in [year, year.saturating_add(1)] {
                found.extend(rule.dates(own_year).into_iter().filter(|day| day.date.year() == year));
            }
        }
        found.sort();
        found.dedup_by_key(|day| day.date);
        found
    }

    /// The public holiday on a date.
    pub fn holiday_on(self, date: Date) -> Option<Holiday> {
        let known = self.of_year(date.year());
        let at = known.binary_search_by_key(&date, |day| day.date).ok()?;
        known.get(at).copied()
    }

    // The holidays of a year are worked out once: calendars ask day by day.
    fn of_year(self, year: i16) -> Arc<[Holiday]> {
        type Years = BTreeMap<(Country, i16), Arc<[Holiday]>>;
        static KNOWN: Mutex<Years> = Mutex::new(Years::new());
        let Ok(mut known) = KNOWN.lock() else { return self.holidays(year).into() };
        if known.len() > MOST_YEARS {
            known.clear();
        }
        Arc::clone(known.entry((self, year)).or_insert_with(|| self.holidays(year).into()))
    }
}

/// How many years of countries are remembered.
const MOST_YEARS: usize = 1_000;

/// The public holidays of a country in a year; none for a country that is not known.
pub fn holidays(country: &str, year: i16) -> Option<Vec<Holiday>> {
    Country::parse(country).ok().map(|country| country.holidays(year))
}

/// Whether a date is a public holiday; none for a country that is not known.
pub fn is_holiday(country: &str, date: Date) -> Option<bool> {
    Country::parse(country).ok().map(|country| country.holiday_on(date).is_some())
}

fn unknown(text: &str) -> Problem {
    let written = text.trim();
    let lower = written.to_lowercase();
    let named = COUNTRIES.iter().find(|(code, name, _)| {
        code.eq_ignore_ascii_case(written) || name.to_lowercase() == lower || (*code == "GB" && lower == "uk")
    });
    let help = match named {
        Some((code, ..)) => format!("write `{code}`"),
        None => {
            let known = listed(COUNTRIES.iter().map(|(code, ..)| *code), COUNTRIES.len());
            format!("known are {known}; for another country list the dates under `closed`")
        }
    };
    Problem::whole(text, format!("the public holidays of `{written}` are not known"), help)
}

/// On which day of a year a holiday falls.
#[derive(Debug, Clone, Copy)]
enum On {
    /// The same month and day every year.
    Day(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i16),
    /// The first, second … of a weekday in a month; -1 is the last.
    Nth(i8, i8, Weekday),
    /// One date, decided for one year.
    Once(i16, i8, i8),
}

/// What happens when a holiday falls on a weekend.
#[derive(Debug, Clone, Copy)]
enum Weekend {
    /// Nothing.
    Stays,
    /// The Monday after is a holiday too.
    NextMonday,
    /// Saturday is observed on Friday, Sunday on Monday.
    NearestWorkday,
    /// The second day after is a holiday too: the next one is taken by the neighbour.
    TwoDaysLater,
}

/// A holiday of a law.
#[derive(Debug, Clone, Copy)]
struct Rule {
    on: On,
    weekend: Weekend,
    /// The first and the last year in which it holds.
    years: (i16, i16),
    name: &'static str,
}

impl Rule {
    fn dates(&self, year: i16) -> Vec<Holiday> {
        let held = (self.years.0..=self.years.1).contains(&year);
        let date = match self.on {
            On::Day(month, day) => Date::new(year, month, day).ok(),
            On::Easter(days) => {
                easter(year).and_then(|easter| easter.checked_add(jiff::Span::new().days(days)).ok())
            }
            On::Nth(month, nth, weekday) => {
                Date::new(year, month, 1).and_then(|first| first.nth_weekday_of_month(nth, weekday)).ok()
            }
            On::Once(of, month, day) if of == year => Date::new(year, month, day).ok(),
            On::Once(..) => None,
        };
        let Some(date) = date.filter(|_| held) else { return Vec::new() };
        let observed =
            self.observed(date).and_then(|days| date.checked_add(jiff::Span::new().days(days)).ok());
        [Some(date), observed].into_iter().flatten().map(|date| Holiday { date, name: self.name }).collect()
    }

    // How many days later the holiday is observed as well.
    fn observed(&self, date: Date) -> Option<i8> {
        match (self.weekend, date.weekday()) {
            (Weekend::NextMonday, Weekday::Saturday) => Some(2),
            (Weekend::NextMonday | Weekend::NearestWorkday, Weekday::Sunday) => Some(1),
            (Weekend::NearestWorkday, Weekday::Saturday) => Some(-1),
            (Weekend::TwoDaysLater, Weekday::Saturday | Weekday::Sunday) => Some(2),
            _ => None,
        }
    }
}

/// Easter Sunday of the western churches, by the calculation of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moved = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - moved + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    let (month, day) = (i8::try_from(day / 31).ok()?, i8::try_from(day % 31 + 1).ok()?);
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}
