//! The value that a metric must reach, or at which an alarm goes off.
//! Must never guess a direction: more is better for one metric and worse for another.

use std::fmt;

use super::pieces::{Kind, Piece, pieces};
use super::{Duration, Number, Percent, Problem};

/// A bound on a measured value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Threshold {
    /// One bound: `>= 80%`.
    Compared {
        /// On which side of the bound the value must lie.
        comparison: Comparison,
        /// The bound.
        bound: Measure,
    },
    /// Between two bounds, both included: `0..5`.
    Between {
        /// The smallest value.
        from: Measure,
        /// The largest value.
        to: Measure,
    },
}

/// On which side of a bound a value lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Comparison {
    /// `>=`
    AtLeast,
    /// `>`
    Above,
    /// `<=`
    AtMost,
    /// `<`
    Below,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A number or a score.
    Number(Number),
    /// A percentage.
    Percent(Percent),
    /// A duration.
    Duration(Duration),
}

impl Threshold {
    /// Reads `>= 80%`, `< 65 %`, `>= 50`, `<= 2 min`, `0..5`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let trimmed = text.trim_start();
        let start = text.len() - trimmed.len();
        if let Some((from, to)) = trimmed.split_once("..") {
            let from_measure = measure(from).map_err(|problem| problem.shifted(start))?;
            let to_measure = measure(to).map_err(|problem| problem.shifted(start + from.len() + 2))?;
            return between(text, from_measure, to_measure);
        }
        let found =
            SIGNS.iter().find_map(|(sign, comparison)| Some((trimmed.strip_prefix(sign)?, *comparison)));
        match found {
            Some((bound, comparison)) => {
                let at = text.len() - bound.len();
                let bound = measure(bound).map_err(|problem| problem.shifted(at))?;
                Ok(Threshold::Compared { comparison, bound })
            }
            None => Err(no_comparison(text)),
        }
    }

    /// Whether a value satisfies the threshold; none where the two cannot be compared.
    pub fn holds(&self, value: &Measure, ring_seconds: u64) -> Option<bool> {
        match self {
            Threshold::Compared { comparison, bound } => {
                let order = value.compare(bound, ring_seconds)?;
                Some(match comparison {
                    Comparison::AtLeast => order.is_ge(),
                    Comparison::Above => order.is_gt(),
                    Comparison::AtMost => order.is_le(),
                    Comparison::Below => order.is_lt(),
                })
            }
            Threshold::Between { from, to } => {
                Some(value.compare(from, ring_seconds)?.is_ge() && value.compare(to, ring_seconds)?.is_le())
            }
        }
    }
}

impl Measure {
    /// Reads `80%`, `50`, `-10`, `2 min`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        measure(text)
    }

    /// Which of two measures is larger; none where they are of different kinds.
    pub fn compare(&self, other: &Measure, ring_seconds: u64) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Measure::Number(mine), Measure::Number(theirs)) => Some(mine.cmp(theirs)),
            (Measure::Percent(mine), Measure::Percent(theirs)) => Some(mine.cmp(theirs)),
            (Measure::Duration(mine), Measure::Duration(theirs)) => mine.compare(theirs, ring_seconds),
            _ => None,
        }
    }
}

// The longer signs first: `>=` starts with `>`.
const SIGNS: [(&str, Comparison); 6] = [
    (">=", Comparison::AtLeast),
    ("≥", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("≤", Comparison::AtMost),
    (">", Comparison::Above),
    ("<", Comparison::Below),
];

fn measure(text: &str) -> Result<Measure, Problem> {
    let form = || {
        let message = match text.trim() {
            "" => "the value is missing".to_owned(),
            written => format!("`{written}` is not a value"),
        };
        Problem::whole(text, message, "write a number, a percentage or a duration: `50`, `80%`, `2 min`")
    };
    let found = pieces(text)?;
    match found.as_slice() {
        [Piece { kind: Kind::Number(number), .. }] => Ok(Measure::Number(*number)),
        [Piece { kind: Kind::Sign('-' | '−'), .. }, Piece { kind: Kind::Number(number), .. }] => {
            Ok(Measure::Number(number.negated()))
        }
        [Piece { kind: Kind::Number(points), .. }, Piece { kind: Kind::Sign('%'), .. }] => {
            Ok(Measure::Percent(Percent { points: *points }))
        }
        [Piece { kind: Kind::Number(_), .. }, Piece { kind: Kind::Word(_), .. }, ..] => {
            Duration::parse(text).map(Measure::Duration)
        }
        _ => Err(form()),
    }
}

fn between(text: &str, from: Measure, to: Measure) -> Result<Threshold, Problem> {
    // `0..5%` means both ends in percent.
    let from = match (from, to) {
        (Measure::Number(points), Measure::Percent(_)) => Measure::Percent(Percent { points }),
        _ => from,
    };
    match from.compare(&to, 1) {
        Some(order) if order.is_le() => Ok(Threshold::Between { from, to }),
        Some(_) => {
            let help = format!("write the smaller value first: `{to}..{from}`");
            Err(Problem::whole(text, format!("`{}` runs backwards", text.trim()), help))
        }
        None => {
            let message = format!("`{}` mixes two kinds of values", text.trim());
            Err(Problem::whole(text, message, "write both ends in the same unit"))
        }
    }
}

fn no_comparison(text: &str) -> Problem {
    let trimmed = text.trim();
    if let Some(rest) = trimmed.strip_prefix("=>").or_else(|| trimmed.strip_prefix("=<")) {
        let sign = if trimmed.starts_with("=>") { ">=" } else { "<=" };
        let help = format!("write `{sign} {}`", rest.trim());
        return Problem::whole(text, format!("`{}` has its sign reversed", trimmed), help);
    }
    match measure(trimmed.trim_start_matches('=')) {
        Ok(value) => {
            let help = format!("write `>= {value}` where more is better, `<= {value}` where less is better");
            Problem::whole(text, format!("`{trimmed}` does not say whether more or less is better"), help)
        }
        Err(_) => {
            let help = "write a sign and a value: `>= 80%`, `<= 2 min`, `0..5`";
            Problem::whole(text, format!("`{trimmed}` is not a threshold"), help)
        }
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Threshold::Compared { comparison, bound } => write!(f, "{comparison} {bound}"),
            Threshold::Between { from, to } => write!(f, "{from}..{to}"),
        }
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Comparison::AtLeast => ">=",
            Comparison::Above => ">",
            Comparison::AtMost => "<=",
            Comparison::Below => "<",
        })
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Measure::Number(number) => number.fmt(f),
            Measure::Percent(percent) => percent.fmt(f),
            Measure::Duration(duration) => duration.fmt(f),
        }
    }
}
