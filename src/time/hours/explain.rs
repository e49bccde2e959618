//! Says what to write instead of hours that could not be read.
//! Must never suggest hours that do not read back.

use super::day::weekday;
use super::foreign;
use super::parse::is_day;
use super::token::{Kind, Token};
use crate::diagnostic::lookalike;
use crate::time::{Problem, day_name};

/// What to write when nothing better is known.
pub(super) const EXAMPLE: &str = "write days and times: `Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off`";

/// The problem of a token that stands behind a complete rule.
pub(super) fn left_over(text: &str, tokens: &[Token<'_>], at: usize) -> Problem {
    let Some(token) = tokens.get(at) else { return whole(text) };
    let written = piece(text, token);
    let before = tokens.get(at.saturating_sub(1)).map(|token| token.kind);
    if let Kind::Word(word) = token.kind
        && is_day(word)
    {
        if at == 3 && matches!(before, Some(Kind::Time(_))) {
            let times = text.get(..token.at).unwrap_or_default().trim();
            let days = text.get(token.at..).unwrap_or_default().trim();
            let message = format!("`{written}` stands behind the times");
            return problem(token, message, format!("write the days first: `{days} {times}`"));
        }
        let message = format!("nothing separates `{written}` from what stands before it");
        return problem(token, message, format!("put a semicolon before it: `; {written}`"));
    }
    unknown(text, tokens, at)
}

/// The problem of a token that starts nothing known.
pub(super) fn unknown(text: &str, tokens: &[Token<'_>], at: usize) -> Problem {
    let Some(token) = tokens.get(at) else {
        return Problem::whole(text, format!("`{}` breaks off", text.trim()), EXAMPLE);
    };
    let written = piece(text, token);
    match token.kind {
        Kind::Word(word) => word_problem(text, token, word),
        Kind::Number(_) => number_problem(text, token),
        Kind::Other('|') => {
            problem(token, "alternatives with `||` are not understood", "write one set of hours")
        }
        Kind::Other('[') => {
            problem(token, "single weeks of a month are not understood", "write the dates: `2026 Dec 24 off`")
        }
        Kind::Other('+') => problem(token, "`+` leaves the end open", "write when it closes: `18:00-24:00`"),
        Kind::Other('(') => problem(token, "brackets are not understood", EXAMPLE),
        Kind::Other('"' | '“' | '”' | '„') => {
            problem(token, "the quotation mark is not closed", "close it: `\"by appointment\"`")
        }
        Kind::Semicolon | Kind::Comma => {
            problem(token, format!("nothing stands before `{written}`"), format!("leave out `{written}`"))
        }
        _ => problem(token, format!("`{written}` is not part of opening hours"), EXAMPLE),
    }
}

fn word_problem(text: &str, token: &Token<'_>, word: &str) -> Problem {
    let lower = word.to_lowercase();
    let replace = |instead: &str| Some(format!("write `{instead}`"));
    let known = match lower.as_str() {
        "weekday" | "weekdays" | "workdays" => replace("Mo-Fr"),
        "weekend" | "weekends" => replace("Sa,Su"),
        "daily" | "every" | "everyday" | "ежедневно" | "codziennie" | "katru" => replace("Mo-Su"),
        "always" | "nonstop" | "круглосуточно" | "całodobowo" | "visu" | "diennakti" => {
            replace("24/7")
        }
        "holiday" | "holidays" => replace("PH"),
        "noon" => replace("12:00"),
        "midnight" => replace("24:00"),
        "from" | "to" | "till" | "until" | "and" => replace("Mo-Fr 09:00-18:00"),
        "am" | "pm" => replace("09:00-18:00"),
        "sh" => Some("write the dates of the school holidays: `Jul 1-Aug 31 off`".to_owned()),
        "week" => Some("write dates instead of numbers of weeks: `Jul 1-14 off`".to_owned()),
        "sunrise" | "sunset" | "dawn" | "dusk" => Some("write a time of the clock: `08:00-18:00`".to_owned()),
        "easter" => Some("Easter is a public holiday: write `PH off`, or the dates".to_owned()),
        "unknown" => Some("say in quotes what is to be known: `\"by appointment\"`".to_owned()),
        _ => None,
    };
    let message = match lower.as_str() {
        "sh" => "school holidays (`SH`) differ from place to place and are not understood".to_owned(),
        "week" | "sunrise" | "sunset" | "dawn" | "dusk" | "easter" => format!("`{word}` is not understood"),
        _ => format!("`{word}` is not part of opening hours"),
    };
    if let Some(help) = known {
        return problem(token, message, help);
    }
    let straight: String = lower.chars().map(lookalike).collect();
    if let Some(day) = weekday(&straight).filter(|_| straight.is_ascii() && !lower.is_ascii()) {
        let message = format!("`{word}` is written with letters of another alphabet");
        return problem(
            token,
            message,
            format!("type it anew: `{}`", day_name(u16::try_from(day).unwrap_or_default())),
        );
    }
    if let Some(english) = foreign::in_english(text) {
        let message = format!("`{word}` is not an English day");
        return problem(token, message, format!("write `{english}`"));
    }
    problem(token, message, EXAMPLE)
}

// `9-18`, `9am-6pm`, `9.00-18.00`, `9h-18h`: hours that are not written with a colon.
fn number_problem(text: &str, token: &Token<'_>) -> Problem {
    let rest = text.get(token.at..).unwrap_or_default();
    let end = rest.find([';', ',', '"']).unwrap_or(rest.len());
    let written = rest.get(..end).unwrap_or_default().trim();
    let parts: Vec<&str> = written.split(['-', '–', '—']).collect();
    if let [from, to] = parts.as_slice()
        && let (Some(from), Some(to)) = (clock_time(from), clock_time(to))
    {
        let message = format!("`{written}` is not written as times");
        let help = format!("write `{from}-{to}`");
        return Problem::new(token.at, written.len(), message, help);
    }
    // `24x7x365`, `9x5`: how long and on how many days, but not when.
    let mut by = written.split(['x', '×']);
    if let (Some(long), Some(_)) = (by.next().and_then(|long| long.trim().parse::<u16>().ok()), by.next()) {
        let message = format!("`{written}` does not say from when to when");
        let help = if long == 24 { "write `24/7`" } else { "write the days and times: `Mo-Fr 09:00-18:00`" };
        return Problem::new(token.at, written.len(), message, help);
    }
    let number = piece(text, token);
    let help = "write times with hours and minutes: `09:00-18:00`";
    problem(token, format!("`{number}` is neither a time nor a date"), help)
}

// The time that `9`, `9am`, `6 p.m.`, `9.30`, `9h30` mean.
fn clock_time(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
    let (figures, afternoon) = match (lower.strip_suffix("pm"), lower.strip_suffix("am")) {
        (Some(figures), _) => (figures, Some(true)),
        (None, Some(figures)) => (figures, Some(false)),
        (None, None) => (lower.as_str(), None),
    };
    let mut parts = figures.trim().split(['.', ':', 'h']);
    let hour: u16 = parts.next()?.trim().parse().ok().filter(|hour| *hour <= 24)?;
    let minute: u16 = match parts.next().map(str::trim) {
        None | Some("") => 0,
        Some(minutes) => minutes.parse().ok()?,
    };
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let whole = parts.next().is_none_or(str::is_empty);
    (whole && minute < 60 && hour * 60 + minute <= 24 * 60).then(|| format!("{hour:02}:{minute:02}"))
}

fn whole(text: &str) -> Problem {
    Problem::whole(text, format!("`{}` is not understood", text.trim()), EXAMPLE)
}

fn problem(token: &Token<'_>, message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem::new(token.at, token.len, message, help)
}

fn piece<'a>(text: &'a str, token: &Token<'_>) -> &'a str {
    text.get(token.at..token.at + token.len).unwrap_or_default()
}
