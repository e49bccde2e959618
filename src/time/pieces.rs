//! Cuts a short text into numbers, words and signs, each with its place.
//! Must never give meaning to a word: every value reads its own.

use super::{Number, Problem};

/// One piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) at: usize,
    pub(super) len: usize,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Number(Number),
    Word(&'a str),
    Sign(char),
}

impl Piece<'_> {
    /// The problem of this piece.
    pub(super) fn problem(&self, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem::new(self.at, self.len, message, help)
    }
}

/// The most digits before the decimal point; more is a slip of the hand.
const MOST_DIGITS: usize = 9;

/// The pieces of `text`; white space separates and is left out.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Problem> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        let (kind, len) = if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        } else if first.is_ascii_digit() {
            let (number, len) = number(rest).map_err(|problem| problem.shifted(at))?;
            (Kind::Number(number), len)
        } else if first.is_alphabetic() {
            let len = rest.find(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').unwrap_or(rest.len());
            (Kind::Word(rest.get(..len).unwrap_or_default()), len)
        } else {
            (Kind::Sign(first), first.len_utf8())
        };
        found.push(Piece { kind, at, len });
        at += len;
    }
    Ok(found)
}

// The number that `rest` starts with: digits, perhaps grouped by spaces in threes, perhaps decimals.
fn number(rest: &str) -> Result<(Number, usize), Problem> {
    let mut len = digits(rest);
    let mut count = len;
    let mut whole = value(rest.get(..len).unwrap_or_default());
    while count <= MOST_DIGITS
        && let Some((group, taken)) = group(rest.get(len..).unwrap_or_default())
    {
        if len > 3 && count == len {
            break;
        }
        whole = whole.saturating_mul(1000).saturating_add(value(group));
        count += 3;
        len += taken;
    }
    let mut decimals = "";
    let mut after = rest.get(len..).unwrap_or_default().chars();
    if matches!(after.next(), Some('.' | ',')) {
        let rest = after.as_str();
        decimals = rest.get(..digits(rest)).unwrap_or_default();
    }
    let length = len + if decimals.is_empty() { 0 } else { 1 + decimals.len() };
    let written = rest.get(..length).unwrap_or_default();
    let percent = rest.get(length..).unwrap_or_default().trim_start().starts_with('%');
    let refuse = |message: String, help: &str| Problem::new(0, length, message, help);
    if count > MOST_DIGITS {
        return Err(refuse(format!("`{written}` is too large"), "write a number of at most nine digits"));
    }
    if decimals.len() > 3 {
        return Err(refuse(format!("`{written}` has too many decimals"), "write at most three decimals"));
    }
    if decimals.len() == 3 && count <= 3 && (count, whole) != (1, 0) && !percent {
        let message = format!("`{written}` can be read as a thousand or as a fraction");
        return Err(refuse(message, "write thousands with a space and decimals with a point: `1 000.50`"));
    }
    let decimals =
        [100, 10, 1].iter().zip(decimals.bytes()).map(|(worth, digit)| worth * i64::from(digit - b'0'));
    Ok((Number::from_thousandths(whole * 1000 + decimals.sum::<i64>()), length))
}

// What digits say.
fn value(digits: &str) -> i64 {
    let worth = |value: i64, digit: u8| value.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
    digits.bytes().fold(0, worth)
}

fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

// A space and exactly three digits, and how many bytes both take.
fn group(rest: &str) -> Option<(&str, usize)> {
    let space = rest.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))?;
    let after = rest.get(space.len_utf8()..)?;
    (digits(after) == 3).then(|| (after.get(..3).unwrap_or_default(), space.len_utf8() + 3))
}
