//! How often something is done: every shift, every two weeks, at every visit.
//! Must never turn a shift or a visit into hours.

use std::fmt;

use super::Problem;
use super::pieces::{Kind, Piece, pieces};
use crate::diagnostic::nearest;

/// Once in so many periods, or several times in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Frequency {
    /// How many periods lie between two times.
    pub every: u32,
    /// Which period.
    pub period: Period,
    /// How many times in the period; more than one only where `every` is 1.
    pub times: u32,
}

/// A period that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// Every call.
    Call,
    /// Every contact with a customer.
    Contact,
    /// Every visit of a customer.
    Visit,
    /// Every hour.
    Hour,
    /// Every shift.
    Shift,
    /// Every day.
    Day,
    /// Every week.
    Week,
    /// Every month.
    Month,
    /// Every three months.
    Quarter,
    /// Every six months.
    HalfYear,
    /// Every year.
    Year,
}

const PERIODS: [(&str, Period); 11] = [
    ("call", Period::Call),
    ("half-year", Period::HalfYear),
    ("contact", Period::Contact),
    ("visit", Period::Visit),
    ("hour", Period::Hour),
    ("shift", Period::Shift),
    ("day", Period::Day),
    ("week", Period::Week),
    ("month", Period::Month),
    ("quarter", Period::Quarter),
    ("year", Period::Year),
];

const ADVERBS: [(&str, &str); 7] = [
    ("hourly", "hour"),
    ("daily", "day"),
    ("weekly", "week"),
    ("monthly", "month"),
    ("quarterly", "quarter"),
    ("yearly", "year"),
    ("annually", "year"),
];

impl Frequency {
    /// Reads `day`, `every shift`, `2 weeks`, `every 3 months`, `weekly`, `twice a day`, `3 times a year`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let found = pieces(text)?;
        if let Some((times, word)) = times_a(&found) {
            let named = PERIODS.iter().find(|(period, _)| period.eq_ignore_ascii_case(word));
            let (_, period) = named.ok_or_else(|| unknown(text, word))?;
            return Ok(Frequency { every: 1, period: *period, times });
        }
        let is_year = |word: &str| word.eq_ignore_ascii_case("year");
        let rest = match found.as_slice() {
            [Piece { kind: Kind::Word(word), .. }, rest @ ..]
                if word.eq_ignore_ascii_case("every") || word.eq_ignore_ascii_case("each") =>
            {
                rest
            }
            rest => rest,
        };
        let (every, word) = match rest {
            [
                Piece { kind: Kind::Word(half), .. },
                Piece { kind: Kind::Sign('-'), .. },
                Piece { kind: Kind::Word(year), .. },
            ] if half.eq_ignore_ascii_case("half") && is_year(year) => (1, "half-year"),
            [Piece { kind: Kind::Word(word), .. }] => (1, *word),
            [Piece { kind: Kind::Number(number), .. }, Piece { kind: Kind::Word(word), .. }] => {
                let whole = number.thousandths() % 1000 == 0;
                let times = u32::try_from(number.thousandths() / 1000).ok();
                match times.filter(|times| whole && (1..=1000).contains(times)) {
                    Some(times) => (times, *word),
                    None => return Err(form(text)),
                }
            }
            _ => return Err(form(text)),
        };
        let period = period(word).ok_or_else(|| unknown(text, word))?;
        Ok(Frequency { every, period, times: 1 })
    }
}

// `once a month`, `twice a day`, `3 times a year`: how many times, and the word of the period.
fn times_a<'a>(pieces: &[Piece<'a>]) -> Option<(u32, &'a str)> {
    let is = |word: &str, known: &[&str]| known.iter().any(|known| word.eq_ignore_ascii_case(known));
    let (times, rest) = match pieces {
        [Piece { kind: Kind::Word(word), .. }, rest @ ..] if is(word, &["once"]) => (1, rest),
        [Piece { kind: Kind::Word(word), .. }, rest @ ..] if is(word, &["twice"]) => (2, rest),
        [Piece { kind: Kind::Number(number), .. }, Piece { kind: Kind::Word(word), .. }, rest @ ..]
            if is(word, &["times", "time"]) && number.thousandths() % 1000 == 0 =>
        {
            (u32::try_from(number.thousandths() / 1000).ok()?, rest)
        }
        _ => return None,
    };
    let [Piece { kind: Kind::Word(article), .. }, Piece { kind: Kind::Word(period), .. }] = rest else {
        return None;
    };
    let sensible = is(article, &["a", "an", "per", "every", "each"]) && (1..=1000).contains(&times);
    sensible.then_some((times, *period))
}

fn period(word: &str) -> Option<Period> {
    let lower = word.to_lowercase();
    let name = ADVERBS.iter().find(|(adverb, _)| *adverb == lower).map_or(lower.as_str(), |(_, name)| name);
    let one = name.strip_suffix('s').unwrap_or(name);
    PERIODS.iter().find(|(period, _)| *period == one).map(|(_, period)| *period)
}

fn form(text: &str) -> Problem {
    let message = format!("`{}` is not a frequency", text.trim());
    Problem::whole(text, message, "write the period: `day`, `shift`, `2 weeks`, `quarter`, `twice a year`")
}

fn unknown(text: &str, word: &str) -> Problem {
    match nearest(word, PERIODS.iter().map(|(name, _)| *name)) {
        Some(name) => {
            Problem::whole(text, format!("`{word}` is not a period"), format!("did you mean `{name}`?"))
        }
        None => form(text),
    }
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.times > 1 {
            return write!(f, "{} times a {}", self.times, self.period);
        }
        match self.every {
            1 => self.period.fmt(f),
            every => write!(f, "{every} {}s", self.period),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PERIODS.iter().find(|(_, period)| period == self).map_or("", |(name, _)| name))
    }
}
