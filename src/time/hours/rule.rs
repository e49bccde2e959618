//! One rule of opening hours: on which days it holds, and what it opens or closes.
//! Must never look at other rules: their order is for the evaluation.

use jiff::civil::Date;

use crate::time::{DAY_MINUTES, DayKind, day_name};

/// One rule, between two separators.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rule {
    /// The dates on which it holds; empty for all.
    pub dates: Vec<Dates>,
    /// The days of the week and holidays on which it holds; none for all.
    pub days: Option<Days>,
    /// The times; empty for the whole day.
    pub times: Vec<TimeRange>,
    /// Whether the times are closed instead of open.
    pub closed: bool,
    /// What the author says about it in quotes.
    pub comment: Option<String>,
    /// Whether the rule stands behind a comma and adds to the earlier ones.
    pub adds: bool,
    /// First byte of the rule in the text.
    pub at: usize,
    /// Length of the rule in bytes.
    pub len: usize,
}

/// Days of the week and public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Days {
    /// Monday to Sunday.
    pub week: [bool; 7],
    /// Whether `PH` is named.
    pub holidays: bool,
    /// Whether only holidays on the named days are meant: `PH Mo-Fr`.
    pub both: bool,
}

/// A range of minutes of the day on which it begins; the end is not included and may lie in the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeRange {
    /// First minute.
    pub from: u16,
    /// The minute after the last; more than a day's minutes when the range runs past midnight.
    pub to: u16,
}

/// A range of dates, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Dates {
    /// The first day.
    pub from: YearDay,
    /// The last day.
    pub to: YearDay,
    /// Whether whole months or years are named, as for a season, and not single days.
    pub season: bool,
}

/// A day of one year, or of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct YearDay {
    /// The year; none for every year.
    pub year: Option<i16>,
    /// The month.
    pub month: i8,
    /// The day of the month; 31 also stands for the last day of a shorter month.
    pub day: i8,
}

/// The day that a rule is asked about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// 0 is Monday; none for a holiday of which no more is known.
    pub(super) weekday: Option<usize>,
    pub(super) kind: DayKind,
    pub(super) date: Option<Date>,
}

impl Rule {
    /// The rule `24/7`.
    pub(super) fn always() -> Self {
        let times = vec![TimeRange { from: 0, to: DAY_MINUTES }];
        Rule {
            dates: Vec::new(),
            days: None,
            times,
            closed: false,
            comment: None,
            adds: false,
            at: 0,
            len: 4,
        }
    }

    /// Whether the rule speaks of the day.
    pub(super) fn holds(&self, asked: Asked) -> bool {
        let dated = self.dates.is_empty()
            || asked.date.is_some_and(|date| self.dates.iter().any(|dates| dates.contain(date)));
        dated && self.days.is_none_or(|days| days.contain(asked))
    }

    /// Whether the rule names public holidays.
    pub fn names_holidays(&self) -> bool {
        self.days.is_some_and(|days| days.holidays)
    }
}

impl Days {
    fn contain(&self, asked: Asked) -> bool {
        let in_week = |unknown: bool| match asked.weekday {
            Some(weekday) => self.week.get(weekday).copied().unwrap_or_default(),
            None => unknown,
        };
        if self.both {
            return asked.kind == DayKind::Holiday && in_week(true);
        }
        (self.holidays && asked.kind == DayKind::Holiday) || in_week(self.week.iter().all(|named| *named))
    }
}

impl Dates {
    fn contain(&self, date: Date) -> bool {
        let (day, from, to) = ((date.month(), date.day()), self.from.key(), self.to.key());
        match (self.from.year, self.to.year) {
            (Some(first), Some(last)) => {
                let on = (date.year(), day);
                (first, from) <= on && on <= (last, to)
            }
            _ if from <= to => from <= day && day <= to,
            _ => from <= day || day <= to,
        }
    }
}

impl YearDay {
    fn key(self) -> (i8, i8) {
        (self.month, self.day)
    }
}

impl std::fmt::Display for Days {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let named = (0_u16..).zip(self.week).filter(|(_, named)| *named).map(|(day, _)| day_name(day));
        let names: Vec<&str> = self.holidays.then_some("PH").into_iter().chain(named).collect();
        f.write_str(&names.join(","))
    }
}
