//! Reads a duration, and explains what to write where it is none.
//! Must never guess a unit or a clock.

use super::super::pieces::{Kind, Piece, pieces};
use super::super::{Number, Problem};
use super::words::{ENGLISH, IN_FRONT, VAGUE, is_business, is_calendar, translation, unit};
use super::{Clock, Duration, Unit};
use crate::diagnostic::nearest;

/// The longest duration that is accepted: more is a slip of the hand.
const MOST_SECONDS: u64 = 200 * 366 * 86_400;

/// The longest text that is looked at, in bytes.
const LONGEST: usize = 120;

impl std::str::FromStr for Duration {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        Duration::parse(text)
    }
}

impl Duration {
    /// Reads `30 s`, `5 min`, `1 h 30 min`, `2 weeks`, `4 business hours`, `3 rings`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        if text.trim().is_empty() {
            return Err(Problem::whole(text, "the duration is empty", "write a figure and a unit: `5 min`"));
        }
        if text.len() > LONGEST {
            return Err(form(text.get(..20).unwrap_or_default()));
        }
        if let Some(problem) = not_a_figure(text) {
            return Err(problem);
        }
        let pieces = pieces(text)?;
        let mut rest = pieces.as_slice();
        let mut sum: Option<Duration> = None;
        while !rest.is_empty() {
            let part;
            (part, rest) = read_part(text, rest)?;
            sum = Some(match sum {
                None => part.lowered(text)?,
                Some(sum) => add(text, sum, part.lowered(text)?)?,
            });
        }
        let sum = sum.ok_or_else(|| form(text))?;
        let rough = sum.amount.saturating_mul(sum.unit.seconds().unwrap_or(28 * 86_400));
        if rough > MOST_SECONDS {
            return Err(Problem::whole(
                text,
                format!("`{}` is longer than a life", text.trim()),
                "check the figure",
            ));
        }
        Ok(sum)
    }
}

// One figure with its unit.
struct Part {
    number: Number,
    unit: Unit,
    clock: Clock,
}

fn read_part<'a, 'b>(text: &str, pieces: &'b [Piece<'a>]) -> Result<(Part, &'b [Piece<'a>]), Problem> {
    let [figure, rest @ ..] = pieces else { return Err(form(text)) };
    let Kind::Number(number) = figure.kind else { return Err(form(text)) };
    let written = text.get(figure.at..figure.at + figure.len).unwrap_or_default();
    let (clock, rest) = match rest {
        [Piece { kind: Kind::Word(word), .. }, rest @ ..] if is_business(word) => (Clock::Business, rest),
        [Piece { kind: Kind::Word(word), .. }, rest @ ..] if is_calendar(word) => (Clock::Calendar, rest),
        _ => (Clock::Calendar, rest),
    };
    let [name, rest @ ..] = rest else {
        let help = format!("say of what: `{written} min`, `{written} business hours`, `{written} days`");
        return Err(figure.problem(format!("`{written}` has no unit"), help));
    };
    let Kind::Word(word) = name.kind else { return Err(odd_sign(text, figure, name, rest)) };
    let Some(unit) = unit(word) else { return Err(unknown_unit(text, written, name, word)) };
    let longer = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Ring);
    if clock == Clock::Business && longer {
        let message = format!("there are no business {}", unit.word(2));
        return Err(name.problem(message, "count in business hours or business days: `10 business days`"));
    }
    // A full stop after an abbreviation is no mistake.
    let rest = match rest {
        [Piece { kind: Kind::Sign('.'), .. }, rest @ ..] => rest,
        rest => rest,
    };
    Ok((Part { number, unit, clock }, rest))
}

impl Part {
    // The same length in whole units: `1.5 h` is 90 minutes.
    fn lowered(self, text: &str) -> Result<Duration, Problem> {
        let (mut thousandths, mut unit) = (self.number.thousandths().unsigned_abs(), self.unit);
        while !thousandths.is_multiple_of(1000) {
            let (smaller, times) = match (unit, self.clock) {
                (Unit::Minute, _) => (Unit::Second, 60),
                (Unit::Hour, _) => (Unit::Minute, 60),
                (Unit::Day, Clock::Calendar) => (Unit::Hour, 24),
                (Unit::Week, _) => (Unit::Day, 7),
                (Unit::Year, _) => (Unit::Month, 12),
                _ => {
                    let message = format!("`{}` is not a whole number of {}", text.trim(), unit.word(2));
                    return Err(Problem::whole(text, message, "write a whole number, or a smaller unit"));
                }
            };
            unit = smaller;
            thousandths = thousandths.saturating_mul(times);
        }
        Ok(Duration { amount: thousandths / 1000, unit, clock: self.clock })
    }
}

// `1 h 30 min`: the sum in the smaller unit, where both are of one kind.
fn add(text: &str, sum: Duration, part: Duration) -> Result<Duration, Problem> {
    let message = format!("`{}` adds up two kinds of time", text.trim());
    let mixed = || {
        Problem::whole(text, message.clone(), "write it in one unit: `36 h`, `3 days`, `4 business hours`")
    };
    let (kind, factor) = family(sum.unit);
    let (other_kind, other_factor) = family(part.unit);
    if kind != other_kind || sum.clock != part.clock || kind == 3 {
        return Err(mixed());
    }
    if factor <= other_factor {
        let help = "write the larger unit first: `1 h 30 min`";
        return Err(Problem::whole(text, format!("`{}` is out of order", text.trim()), help));
    }
    let total = sum.amount.saturating_mul(factor / other_factor).saturating_add(part.amount);
    Ok(Duration { amount: total, unit: part.unit, clock: sum.clock })
}

// Units that add up exactly, and how many of the smallest of them each one is.
fn family(unit: Unit) -> (u8, u64) {
    match unit {
        Unit::Second => (0, 1),
        Unit::Minute => (0, 60),
        Unit::Hour => (0, 3_600),
        Unit::Day => (1, 1),
        Unit::Week => (1, 7),
        Unit::Month => (2, 1),
        Unit::Year => (2, 12),
        Unit::Ring => (3, 1),
    }
}

fn form(text: &str) -> Problem {
    let message = format!("`{}` is not a duration", text.trim());
    Problem::whole(text, message, "write a figure and a unit: `30 s`, `5 min`, `4 business hours`, `2 days`")
}

// Wishes, and figures that stand behind words.
fn not_a_figure(text: &str) -> Option<Problem> {
    let trimmed = text.trim();
    if trimmed.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let lower = trimmed.to_lowercase();
    if VAGUE.contains(&lower.trim_end_matches('.')) {
        let help = "write the longest time the customer may wait: `5 min`, `2 business hours`";
        return Some(Problem::whole(text, format!("`{trimmed}` is not a figure"), help));
    }
    let front = IN_FRONT.iter().find(|word| lower.starts_with(&format!("{word} ")))?;
    let figure = trimmed.get(front.len()..).unwrap_or_default().trim();
    let help = match Duration::parse(figure) {
        Ok(duration) => format!("write the figure alone: `{duration}`"),
        Err(_) => "write a figure and a unit: `5 min`".to_owned(),
    };
    Some(Problem::whole(text, format!("`{front}` is not part of a duration"), help))
}

fn odd_sign(text: &str, figure: &Piece<'_>, sign: &Piece<'_>, rest: &[Piece<'_>]) -> Problem {
    if matches!(sign.kind, Kind::Sign('-' | '–' | '—')) {
        let end = text.get(sign.at + sign.len..).unwrap_or_default().trim();
        if let Ok(longest) = Duration::parse(end) {
            let help = format!("write the longest: `{longest}`");
            return Problem::whole(text, format!("`{}` is a range, not a promise", text.trim()), help);
        }
    }
    if let (Kind::Sign(':'), Some(Piece { kind: Kind::Number(_), .. })) = (sign.kind, rest.first()) {
        let help = "write the length with a unit: `30 min`, `1 h 30 min`";
        return Problem::whole(text, format!("`{}` is a time of day", text.trim()), help);
    }
    if let Kind::Number(number) = figure.kind {
        let help = format!("write a figure and a unit: `{number} min`, `{number} business hours`");
        return Problem::whole(text, format!("`{}` is not a duration", text.trim()), help);
    }
    form(text)
}

fn unknown_unit(text: &str, written: &str, name: &Piece<'_>, word: &str) -> Problem {
    let message = format!("`{word}` is not a unit of time");
    if let Some(english) = in_english(text) {
        return name.problem(message, format!("write the unit in English: `{english}`"));
    }
    if word.eq_ignore_ascii_case("wd") {
        return name.problem(message, format!("write `{written} business days`"));
    }
    if matches!(word, "m" | "M" | "mo") {
        let help = format!("write `{written} min` or `{written} months`");
        return name.problem(format!("`{word}` may be minutes or months"), help);
    }
    if let Some(known) = nearest(word, ENGLISH) {
        return name.problem(message, format!("did you mean `{written} {known}`?"));
    }
    name.problem(
        message,
        "units are `s`, `min`, `h`, `days`, `weeks`, `months`, `years`, `business hours`, `rings`",
    )
}

// The duration with its foreign words replaced, when that makes it one.
fn in_english(text: &str) -> Option<Duration> {
    let mut english = String::new();
    let mut changed = false;
    for piece in pieces(text).ok()? {
        let written = text.get(piece.at..piece.at + piece.len)?;
        let word = match piece.kind {
            Kind::Word(word) => translation(word),
            _ => None,
        };
        // The clock stands in front of the unit in English.
        match word {
            Some("business") if !english.contains("business") => {
                english = english.replace(" days ", " business days ");
                if !english.contains("business") {
                    english.push_str("business");
                }
            }
            other => english.push_str(other.unwrap_or(written)),
        }
        changed |= word.is_some();
        english.push(' ');
    }
    changed.then(|| Duration::parse(&english).ok())?
}
