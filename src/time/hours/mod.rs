//! Opening hours in the syntax of OpenStreetMap, the part of it that companies use.
//! Must never know a country: which dates are public holidays is said from outside.

mod day;
mod erased;
mod evaluate;
mod explain;
mod foreign;
mod moment;
mod parse;
mod rule;
mod token;

pub use erased::Erased;
pub use moment::Moment;
pub use rule::{Dates, Days, Rule, TimeRange, YearDay};

use std::fmt;

use super::Problem;

/// Opening hours: rules in the order in which they were written.
///
/// Opening is included, closing is not. A shift past midnight belongs to the day on which it begins. A rule
/// after `;` replaces what earlier rules say for its days, one after `,` adds to it. `off` with times closes
/// these times alone. Times with a comment are open, a comment without times is closed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hours {
    /// The rules; later ones win over earlier ones.
    pub rules: Vec<Rule>,
    /// The author's text.
    pub text: String,
}

impl Hours {
    /// Reads opening hours: `Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        parse::parse(text, parse::Bare::IsRefused)
    }

    /// Reads a time window of a condition, where days alone mean the whole day: `Sa,Su`, `PH`,
    /// `Mo-Fr 10:00-12:00`.
    pub fn parse_window(text: &str) -> Result<Self, Problem> {
        parse::parse(text, parse::Bare::IsWholeDay)
    }

    /// Hours that are always open.
    pub fn always() -> Self {
        let rules = vec![Rule::always()];
        Hours { rules, text: "24/7".to_owned() }
    }
}

impl std::str::FromStr for Hours {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        Hours::parse(text)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.trim())
    }
}
