//! How the values of `time` are read and described: the bridge from their own words to the language.
//! Must never parse: `time` does.

use super::machine;
use crate::syntax::decode::{Problem, Written, written};
use crate::time::{self, Amount, Duration, Figure, Frequency, Hours, Threshold};

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

read_by_time! {
    Duration => "structure/bad-duration",
    Figure => "structure/bad-duration",
    Hours => "structure/bad-hours",
    Date => "structure/bad-date",
    Amount => "structure/bad-amount",
    Threshold => "structure/bad-threshold",
    Frequency => "structure/bad-frequency",
}

const DURATION: &str = r"^\s*(\d[\d\s.]*\s*(business|working)?\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?|rings?)\s*)+$";
const FIGURE: &str = r"^\s*(best effort|as needed|no promise|(\d[\d\s.]*\s*(business|working)?\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?|rings?)\s*)+(for\s+\d+(\.\d+)?\s*%)?)\s*$";

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
    r"[A-Za-z0-9]",
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
    r"^\s*(every\s+)?(\d+\s+)?(hour|shift|day|week|month|quarter|half-year|year|visit|contact|call)s?\s*$",
    ["day", "shift", "week", "month", "quarter", "2 weeks"]
);
