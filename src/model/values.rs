//! How the values of `time` are read and described: the bridge from their own words to the language.
//! Must never parse: `time` does.

use super::machine;
use crate::syntax::decode::{Problem, Written, written};
use crate::time::{self, Amount, ClosedDay, Country, Duration, Figure, Frequency, Hours, Threshold};

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub jiff::civil::Date);

impl Date {
    fn parse(text: &str) -> Result<Self, time::Problem> {
        time::parse_date(text).map(Date)
    }
}

impl std::ops::Deref for Date {
    type Target = jiff::civil::Date;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

fn problem(rule: &'static str, problem: time::Problem) -> Problem {
    Problem { rule, message: problem.message, help: problem.help, part: Some((problem.at, problem.len)) }
}

macro_rules! read_by_time {
    ($($type:ty => $rule:literal),+ $(,)?) => {$(
        impl Written for $type {
            fn from_written(text: &str) -> Result<Self, Problem> {
                <$type>::parse(text).map_err(|found| problem($rule, found))
            }
        }
    )+};
}

/// The name of a time zone, such as `Europe/Warsaw`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeZone(pub String);

impl TimeZone {
    fn parse(text: &str) -> Result<Self, time::Problem> {
        time::parse_time_zone(text).map(|_| TimeZone(text.trim().to_owned()))
    }
}

/// A currency by its three letters, such as `PLN`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency(pub String);

/// Signs and short words that people use for a currency.
const SIGNS: [(&str, &str); 9] = [
    ("zł", "PLN"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("$", "USD"),
    ("£", "GBP"),
    ("₽", "RUB"),
    ("руб", "RUB"),
    ("р", "RUB"),
    ("kč", "CZK"),
];

impl Written for Currency {
    fn from_written(text: &str) -> Result<Self, Problem> {
        let code = text.trim();
        if code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Ok(Currency(code.to_owned()));
        }
        let lower = code.to_lowercase();
        let sign = SIGNS.iter().find(|(sign, _)| *sign == lower.trim_end_matches('.'));
        let help = match sign {
            Some((_, meant)) => format!("write `{meant}`"),
            None => "write the three capital letters of the currency, such as `EUR`".to_owned(),
        };
        Err(Problem::new("structure/bad-amount", format!("`{code}` is not the code of a currency"), help))
    }
}

read_by_time! {
    TimeZone => "structure/unknown-time-zone",
    Country => "structure/unknown-country",
    ClosedDay => "structure/bad-date",
    Duration => "structure/bad-duration",
    Figure => "structure/bad-duration",
    Hours => "structure/bad-hours",
    Date => "structure/bad-date",
    Amount => "structure/bad-amount",
    Threshold => "structure/bad-threshold",
    Frequency => "structure/bad-frequency",
}

// One part of a duration: a figure, the clock, the unit. Upper case is read like lower case.
macro_rules! part {
    () => {
        r"\d[\d .,\u00a0]*\s*([Bb]usiness\s|[Ww]orking\s|[Ww]ork\s)?\s*([Ss](ecs?|econds?)?|[Mm]in(s|utes?)?|[Hh](rs?|ours?)?|[Dd](ays?)?|[Ww](ks?|eeks?)?|[Mm]onths?|[Yy](rs?|ears?)?|[Rr]ings?)\.?"
    };
}
const DURATION: &str = concat!(r"^\s*(", part!(), r"\s*(and\s+)?)+$");
const FIGURE: &str = concat!(
    r"^\s*([Bb]est effort|[Aa]s needed|[Nn]o promise|(",
    part!(),
    r"\s*)+((for|in)\s+\d[\d.,]*\s*%)?|\d[\d.,]*\s*%\s+(in|within)\s+(",
    part!(),
    r"\s*)+)\s*$"
);

written!(
    Duration => machine::MachineDuration,
    "Duration",
    "A length of time: calendar time, or business time that runs only while the channel is open.",
    DURATION,
    ["30 s", "5 min", "4 h", "2 days", "4 business hours", "2 business days", "3 rings"]
);
written!(
    Figure => machine::MachineFigure,
    "Figure",
    "A promised time: a duration, a duration with the share of cases it holds for, or `best effort`.",
    FIGURE,
    ["20 s for 80%", "2 min", "1 business day", "best effort"]
);
written!(
    Hours => machine::MachineHours,
    "Hours",
    "Opening hours in the notation of OpenStreetMap; a later part replaces an earlier one on the days it names.",
    r#"^([\x20-\x7E\u00a0–—]|"[^"]*")*(24/7|\d:\d\d|off|closed|")([\x20-\x7E\u00a0–—]|"[^"]*")*$"#,
    ["24/7", "Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off"]
);
written!(
    Date => String,
    "Date",
    "A day, written year-month-day.",
    r"^\s*\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\s*$",
    ["2026-12-01"]
);
written!(
    TimeZone => String,
    "TimeZone",
    "A time zone by the name of its city.",
    r"^\s*([A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+)+|UTC)\s*$",
    ["Europe/Warsaw", "Europe/Riga"]
);
written!(
    Currency => String,
    "Currency",
    "A currency by its three letters.",
    r"^\s*[A-Z]{3}\s*$",
    ["PLN", "EUR"]
);
written!(
    Country => String,
    "Country",
    "A country whose public holidays are known, by its two letters.",
    r"^\s*(AT|CZ|DE|EE|ES|FR|GB|LT|LV|PL|RU|US)\s*$",
    ["PL", "LV"]
);
written!(
    ClosedDay => String,
    "ClosedDay",
    "A day, or a day of every year.",
    r"^\s*(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\s*$",
    ["2026-12-24", "12-24"]
);
written!(
    Amount => machine::MachineAmount,
    "Amount",
    "An amount of money or a share.",
    r"\d",
    ["40 PLN", "10%", "10% of the monthly fee"]
);
written!(
    Threshold => machine::MachineThreshold,
    "Threshold",
    "A value with the direction in which it counts.",
    r"^\s*(>=|<=|>|<|≥|≤|=|\d)",
    [">= 80%", "< 65%", ">= 50", "<= 2 min"]
);
written!(
    Frequency => machine::MachineFrequency,
    "Frequency",
    "How often something is done.",
    r"^\s*([Ee]very\s+|[Ee]ach\s+)?(\d+\s+)?([Hh]our|[Ss]hift|[Dd]ay|[Ww]eek|[Mm]onth|[Qq]uarter|[Hh]alf[- ]year|[Yy]ear|[Vv]isit|[Cc]ontact|[Cc]all)s?\s*$|^\s*(hourly|daily|weekly|monthly|quarterly|yearly|annually)\s*$|^\s*([Oo]nce|[Tt]wice|\d+\s*times?)\s+(an?|per|every|each)\s+(hour|shift|day|week|month|quarter|year|visit|contact|call)\s*$",
    ["day", "shift", "week", "month", "quarter", "2 weeks"]
);
