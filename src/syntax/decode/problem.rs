//! Why a value could not be taken as it stands, on its way through serde.
//! Must never lose the rule or the help: serde's errors are only text, so both travel inside it.

use std::fmt;

/// What is wrong with a value: rule, message, help and, inside a text, which part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Id of the rule.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// The part of the text that is wrong, as offset and length in bytes; the whole text when `None`.
    pub part: Option<(usize, usize)>,
}

impl Problem {
    /// A problem with a whole value.
    pub fn new(rule: &'static str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Problem { rule, message: message.into(), help: help.into(), part: None }
    }
}

/// The error type of decoding: a problem, or the note that it was reported already.
#[derive(Debug, Clone)]
pub(super) enum Refused {
    /// Not reported yet.
    Problem(Box<Problem>),
    /// Words that serde itself found; they never reach a user as they are.
    Unforeseen(String),
    /// Reported where it was found.
    Reported,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Problem(problem) => f.write_str(&problem.message),
            Refused::Unforeseen(words) => f.write_str(words),
            Refused::Reported => f.write_str("reported"),
        }
    }
}

impl std::error::Error for Refused {}

/// Carries a problem through `serde::de::Error::custom`, which takes anything that can be shown.
pub(super) struct Carried(pub(super) Problem);

const MARK: char = '\u{1}';

impl fmt::Display for Carried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { rule, message, help, part } = &self.0;
        let (at, length) = part.unwrap_or((usize::MAX, 0));
        write!(f, "{MARK}{rule}{MARK}{message}{MARK}{help}{MARK}{at}{MARK}{length}")
    }
}

impl serde::de::Error for Refused {
    fn custom<T: fmt::Display>(words: T) -> Self {
        let words = words.to_string();
        unpack(&words).map_or(Refused::Unforeseen(words), |problem| Refused::Problem(Box::new(problem)))
    }
}

fn unpack(words: &str) -> Option<Problem> {
    let mut parts = words.strip_prefix(MARK)?.split(MARK);
    let rule = parts.next()?;
    let rule = super::RULES.iter().find(|known| **known == rule).copied()?;
    let (message, help) = (parts.next()?.to_owned(), parts.next()?.to_owned());
    let (at, length): (usize, usize) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let part = (at != usize::MAX).then_some((at, length));
    Some(Problem { rule, message, help, part })
}
