//! The figure of a promise: a duration, a duration for a share of cases, or openly none.
//! Must never read a vague wish as "no promise".

use std::fmt;

use super::{Duration, Percent, Problem};

/// What a promise commits to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Every case within the duration.
    Within(Duration),
    /// A share of the cases within the duration: `20 s for 80%`.
    ShareOf {
        /// The duration.
        within: Duration,
        /// The share of cases that keep it.
        share: Percent,
    },
    /// Nothing measurable is promised, in the author's words: `best effort`.
    NoFigure(String),
}

/// What an author writes to promise nothing measurable.
const NO_PROMISE: [&str; 3] = ["best effort", "as needed", "no promise"];

impl Figure {
    /// Reads `20 s`, `20 s for 80%`, `80% in 20 s`, `best effort`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let trimmed = text.trim();
        let wordy = !trimmed.starts_with(|first: char| first.is_ascii_digit());
        if wordy && NO_PROMISE.contains(&trimmed.to_lowercase().as_str()) {
            return Ok(Figure::NoFigure(trimmed.to_owned()));
        }
        if !text.contains('%') {
            return match text.split_once('/') {
                Some((share, seconds)) => Err(ratio(text, share, seconds)),
                None => Duration::parse(text).map(Figure::Within),
            };
        }
        let (within, share, at_within, at_share) = split(text).ok_or_else(|| form(text))?;
        if let Some((_, of)) = share.split_once('%')
            && !of.trim().is_empty()
        {
            let message = format!("`{}` is not part of the share", of.trim());
            let help = "end with the share, `20 s for 80%`; `clock: share_of` says what it is a share of";
            return Err(Problem::whole(of, message, help).shifted(at_share + share.len() - of.len()));
        }
        let within = Duration::parse(within).map_err(|problem| problem.shifted(at_within))?;
        let share_of = Percent::parse(share).map_err(|problem| problem.shifted(at_share))?;
        if share_of.is_above_hundred() {
            let message = format!("`{share_of}` is more than all cases");
            return Err(Problem::whole(share, message, "write a share up to `100%`").shifted(at_share));
        }
        Ok(Figure::ShareOf { within, share: share_of })
    }

    /// The duration, where one is promised.
    pub fn within(&self) -> Option<Duration> {
        match self {
            Figure::Within(within) | Figure::ShareOf { within, .. } => Some(*within),
            Figure::NoFigure(_) => None,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Figure::Within(within) => within.fmt(f),
            Figure::ShareOf { within, share } => write!(f, "{within} for {share}"),
            Figure::NoFigure(text) => f.write_str(text),
        }
    }
}

// The duration, the share, and where each starts.
fn split(text: &str) -> Option<(&str, &str, usize, usize)> {
    let percent = text.find('%')?;
    for word in [" for ", " in ", " within "] {
        let Some((before, after)) = text.split_once(word) else { continue };
        let second = before.len() + word.len();
        return if percent < before.len() {
            Some((after, before, second, 0))
        } else {
            Some((before, after, 0, second))
        };
    }
    None
}

fn form(text: &str) -> Problem {
    let message = format!("`{}` is not a promise with a share", text.trim());
    Problem::whole(text, message, "write the duration first: `20 s for 80%`")
}

// `80/20`, as call centres say it.
fn ratio(text: &str, share: &str, seconds: &str) -> Problem {
    let figures = (share.trim().parse::<u32>(), seconds.trim().parse::<u32>());
    let help = match figures {
        (Ok(share), Ok(seconds)) if share <= 100 => format!("write `{seconds} s for {share}%`"),
        _ => "write `20 s for 80%`".to_owned(),
    };
    Problem::whole(text, format!("`{}` leaves out the units", text.trim()), help)
}
