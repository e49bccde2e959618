//! A moment of the week or of a public holiday: `Sa 23:30`, `PH 12:00`.
//! Must never be a date: scenarios speak of every such week.

use std::fmt;

use super::day::weekday;
use super::foreign;
use super::token::{Kind, Token, tokens};
use crate::time::{DAY_MINUTES, Problem, day_name};

/// A minute of the week, or of a public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Moment {
    /// Minutes since Monday 00:00.
    Week(u16),
    /// Minutes since midnight of a public holiday.
    Holiday(u16),
    /// A public holiday on a known day of the week, in minutes since Monday 00:00: `PH Mo 12:00`.
    HolidayOn(u16),
}

impl Moment {
    /// Reads `Sa 23:30`, `Monday 9:00`, `PH 12:00`, `PH Mo 12:00`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let found = tokens(text);
        let (holiday, found) = match found.split_first() {
            Some((Token { kind: Kind::Word(word), .. }, rest @ [_, _]))
                if word.eq_ignore_ascii_case("ph") =>
            {
                (true, rest)
            }
            _ => (false, found.as_slice()),
        };
        let (word, time) = match found {
            [Token { kind: Kind::Word(word), .. }, Token { kind: Kind::Time(time), .. }] => (*word, *time),
            _ => return Err(form(text)),
        };
        if time >= DAY_MINUTES {
            let message = format!("`{}` holds a time that no day has", text.trim());
            return Err(Problem::whole(text, message, "write a time from `00:00` to `23:59`"));
        }
        if word.eq_ignore_ascii_case("ph") {
            return if holiday { Err(form(text)) } else { Ok(Moment::Holiday(time)) };
        }
        match weekday(word).and_then(|day| u16::try_from(day).ok()) {
            Some(day) if holiday => Ok(Moment::HolidayOn(day * DAY_MINUTES + time)),
            Some(day) => Ok(Moment::Week(day * DAY_MINUTES + time)),
            None => Err(unknown_day(text, word)),
        }
    }
}

fn unknown_day(text: &str, word: &str) -> Problem {
    let day = foreign::in_english(word);
    let help = match day {
        Some(day) => format!("write the day in English: `{day}`"),
        None => "write `Mo`, `Tu`, `We`, `Th`, `Fr`, `Sa`, `Su` or `PH`".to_owned(),
    };
    Problem::whole(text, format!("`{word}` is not a day"), help)
}

fn form(text: &str) -> Problem {
    let message = format!("`{}` is not a moment of the week", text.trim());
    Problem::whole(text, message, "write a day and a time: `Sa 23:30`")
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (holiday, day, time) = match self {
            Moment::Week(minute) => ("", day_name(minute / DAY_MINUTES), minute % DAY_MINUTES),
            Moment::Holiday(minute) => ("", "PH", *minute),
            Moment::HolidayOn(minute) => ("PH ", day_name(minute / DAY_MINUTES), minute % DAY_MINUTES),
        };
        write!(f, "{holiday}{day} {:02}:{:02}", time / 60, time % 60)
    }
}
