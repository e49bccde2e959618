//! Reads opening hours token by token.
//! Must never skip what it does not understand: hours that are half read are wrong.

use super::day::{month, weekday};
use super::explain;
use super::token::{Kind, Token, tokens};
use super::{Dates, Days, Hours, Rule, TimeRange, YearDay};
use crate::time::{DAY_MINUTES, Problem};

/// What days without times mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    /// The times were forgotten.
    IsRefused,
    /// The whole day.
    IsWholeDay,
}

/// The most rules that are read; more is not written by hand.
const MOST_RULES: usize = 400;

pub(super) fn parse(text: &str, bare: Bare) -> Result<Hours, Problem> {
    let tokens = tokens(text);
    let mut reader = Reader { text, tokens: &tokens, next: 0, bare };
    let mut rules: Vec<Rule> = Vec::new();
    let mut adds = false;
    while reader.peek().is_some() {
        if rules.len() >= MOST_RULES {
            return Err(Problem::whole(
                text,
                "the hours have too many rules",
                "leave out what does not differ",
            ));
        }
        rules.push(reader.rule(adds)?);
        adds = match reader.peek() {
            None => break,
            Some(Kind::Semicolon) => false,
            Some(Kind::Comma) => true,
            Some(_) => return Err(explain::left_over(text, &tokens, reader.next)),
        };
        reader.next += 1;
    }
    if rules.is_empty() {
        return Err(Problem::whole(text, "the hours are empty", explain::EXAMPLE));
    }
    Ok(Hours { rules, text: text.to_owned() })
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token<'a>],
    next: usize,
    bare: Bare,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<Kind<'a>> {
        self.ahead(0)
    }

    fn ahead(&self, by: usize) -> Option<Kind<'a>> {
        self.tokens.get(self.next + by).map(|token| token.kind)
    }

    fn take(&mut self, kind: Kind<'_>) -> bool {
        let found = self.peek() == Some(kind);
        self.next += usize::from(found);
        found
    }

    // A problem of the tokens from `first` to the one before the next.
    fn problem(&self, first: usize, message: impl Into<String>, help: impl Into<String>) -> Problem {
        let (at, end) = self.place(first);
        Problem::new(at, end - at, message, help)
    }

    fn place(&self, first: usize) -> (usize, usize) {
        let last = self.tokens.get(self.next.saturating_sub(1).max(first));
        let at = self.tokens.get(first).map_or(self.text.len(), |token| token.at);
        (at, last.map_or(self.text.len(), |token| token.at + token.len).max(at))
    }

    fn written(&self, first: usize) -> &'a str {
        let (at, end) = self.place(first);
        self.text.get(at..end).unwrap_or_default()
    }

    fn rule(&mut self, adds: bool) -> Result<Rule, Problem> {
        let first = self.next;
        if self.take(Kind::Always) {
            let (closed, comment) = self.ending();
            let (at, end) = self.place(first);
            return Ok(Rule {
                closed: closed.unwrap_or(false),
                comment,
                adds,
                at,
                len: end - at,
                ..Rule::always()
            });
        }
        let dates = self.dates()?;
        self.take(Kind::Colon);
        let days = self.days()?;
        self.take(Kind::Colon);
        let times = self.times()?;
        let (modifier, comment) = self.ending();
        if self.next == first {
            return Err(explain::unknown(self.text, self.tokens, first));
        }
        let mut rule = Rule { dates, days, times, closed: false, comment, adds, at: 0, len: 0 };
        let has_next = !matches!(self.peek(), None | Some(Kind::Semicolon | Kind::Comma));
        rule.closed = match modifier {
            Some(closed) => closed,
            None if !rule.times.is_empty() => false,
            None if rule.comment.is_some() => true,
            None if has_next => return Err(explain::unknown(self.text, self.tokens, self.next)),
            None if self.bare == Bare::IsWholeDay => false,
            None => {
                let written = self.written(first);
                let help =
                    format!("write `{written} 09:00-18:00`, `{written} 00:00-24:00` or `{written} off`");
                return Err(self.problem(first, format!("`{written}` has no times"), help));
            }
        };
        if rule.times.is_empty() && !rule.closed {
            rule.times.push(TimeRange { from: 0, to: DAY_MINUTES });
        }
        let (at, end) = self.place(first);
        (rule.at, rule.len) = (at, end - at);
        Ok(rule)
    }

    // `off`, `closed` or `open`, and a comment, in any order.
    fn ending(&mut self) -> (Option<bool>, Option<String>) {
        let (mut closed, mut comment) = (None, None);
        loop {
            match self.peek() {
                Some(Kind::Word(word)) if closed.is_none() && is_off(word).is_some() => closed = is_off(word),
                Some(Kind::Comment(text)) if comment.is_none() => comment = Some(text.to_owned()),
                _ => return (closed, comment),
            }
            self.next += 1;
        }
    }

    fn dates(&mut self) -> Result<Vec<Dates>, Problem> {
        let mut found = Vec::new();
        while self.starts_date(0) {
            let dates = self.date_range()?;
            found.push(dates);
            // `Dec 24,31`: further days of the same month.
            while self.peek() == Some(Kind::Comma)
                && !dates.season
                && let Some(Kind::Number(day)) = self.ahead(1)
                && day <= 31
            {
                self.next += 2;
                let first = self.next - 1;
                let from = self.checked(first, YearDay { day: small(day), ..dates.to })?;
                let to = if self.peek() == Some(Kind::Dash) && matches!(self.ahead(1), Some(Kind::Number(_)))
                {
                    self.next += 1;
                    self.day_of(first, from)?
                } else {
                    from
                };
                found.push(Dates { from, to, season: false });
            }
            if self.peek() == Some(Kind::Comma) && self.starts_date(1) {
                self.next += 1;
            }
        }
        Ok(found)
    }

    fn starts_date(&self, by: usize) -> bool {
        match self.ahead(by) {
            Some(Kind::Date(..)) => true,
            Some(Kind::Word(word)) => month(word).is_some(),
            Some(Kind::Number(year)) => (1900..=2999).contains(&year),
            _ => false,
        }
    }

    fn date_range(&mut self) -> Result<Dates, Problem> {
        let first = self.next;
        let (from, mut to, season) = self.date_end(first, None)?;
        let mut dates = Dates { from, to, season };
        if self.peek() == Some(Kind::Dash) {
            if self.starts_date(1) {
                self.next += 1;
                let (_, end, end_season) = self.date_end(first, from.year)?;
                to = end;
                dates.season = season && end_season;
            } else if let (Some(Kind::Number(day)), false) = (self.ahead(1), season)
                && day <= 31
            {
                self.next += 1;
                to = self.day_of(first, from)?;
            }
        }
        // `2026 Dec 24 - Jan 2` ends in the next year.
        if let (Some(year), Some(last)) = (from.year, to.year)
            && (year, from.month, from.day) > (last, to.month, to.day)
        {
            to.year = Some(year + 1);
        }
        Ok(Dates { to, ..dates })
    }

    // One end of a range: its first day, its last day, and whether it names a whole month or year.
    fn date_end(&mut self, first: usize, year: Option<i16>) -> Result<(YearDay, YearDay, bool), Problem> {
        let mut year = year;
        if let Some(Kind::Date(y, month, day)) = self.peek() {
            self.next += 1;
            let date = self.checked(first, YearDay { year: Some(y), month, day })?;
            return Ok((date, date, false));
        }
        if let Some(Kind::Number(number)) = self.peek() {
            self.next += 1;
            year = i16::try_from(number).ok();
        }
        let Some(named) = self.word().and_then(month) else {
            let start = YearDay { year, month: 1, day: 1 };
            return Ok((start, YearDay { month: 12, day: 31, ..start }, true));
        };
        self.next += 1;
        let start = YearDay { year, month: named, day: 1 };
        match self.peek() {
            Some(Kind::Number(number)) if number < 1900 => {
                let date = self.day_of(first, start)?;
                Ok((date, date, false))
            }
            _ => Ok((start, YearDay { day: 31, ..start }, true)),
        }
    }

    fn word(&self) -> Option<&'a str> {
        match self.peek() {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    // The next token is a day of the month of `date`.
    fn day_of(&mut self, first: usize, date: YearDay) -> Result<YearDay, Problem> {
        let Some(Kind::Number(day)) = self.peek() else { return Ok(date) };
        self.next += 1;
        self.checked(first, YearDay { day: small(day), ..date })
    }

    fn checked(&self, first: usize, date: YearDay) -> Result<YearDay, Problem> {
        // A day of every year may be the 29th of February.
        let year = date.year.unwrap_or(2024);
        match jiff::civil::Date::new(year, date.month, date.day) {
            Ok(_) => Ok(date),
            Err(_) => {
                let message = format!("`{}` is not a day of the calendar", self.written(first));
                Err(self.problem(first, message, "write `Dec 24` or `2026 Dec 24`"))
            }
        }
    }

    fn days(&mut self) -> Result<Option<Days>, Problem> {
        let mut days = Days::default();
        let mut found = false;
        let mut behind_comma = true;
        while let Some(word) = self.word() {
            let first = self.next;
            let holiday = matches!(word.to_lowercase().as_str(), "ph" | "phs");
            let Some(from) = weekday(word).or(holiday.then_some(0)) else { break };
            if !behind_comma && holiday == days.holidays {
                self.next += 1;
                let help = "put a comma between single days: `Mo,We,Fr`";
                return Err(self.problem(first, format!("`{word}` follows another day"), help));
            }
            days.both |= !behind_comma;
            self.next += 1;
            if holiday {
                days.holidays = true;
            } else {
                let to = self.last_day(from)?;
                let length = (to + 7 - from) % 7;
                for day in from..=from + length {
                    if let Some(named) = days.week.get_mut(day % 7) {
                        *named = true;
                    }
                }
            }
            found = true;
            let more = matches!(self.ahead(1), Some(Kind::Word(word)) if is_day(word));
            behind_comma = self.peek() == Some(Kind::Comma) && more;
            self.next += usize::from(behind_comma);
        }
        Ok(found.then_some(days))
    }

    // The day after a dash, or the same day.
    fn last_day(&mut self, from: usize) -> Result<usize, Problem> {
        if self.peek() != Some(Kind::Dash) {
            return Ok(from);
        }
        match self.ahead(1) {
            Some(Kind::Word(word)) if weekday(word).is_some() => {
                self.next += 2;
                Ok(weekday(word).unwrap_or(from))
            }
            _ => Err(explain::unknown(self.text, self.tokens, self.next + 1)),
        }
    }

    fn times(&mut self) -> Result<Vec<TimeRange>, Problem> {
        let mut found = Vec::new();
        while let Some(Kind::Time(from)) = self.peek() {
            let first = self.next;
            self.next += 1;
            if !self.take(Kind::Dash) {
                let written = self.written(first);
                let help = format!("write when it opens and when it closes: `{written}-18:00`");
                return Err(self.problem(first, format!("`{written}` has no closing time"), help));
            }
            let Some(Kind::Time(to)) = self.peek() else {
                return Err(explain::unknown(self.text, self.tokens, self.next));
            };
            self.next += 1;
            found.push(self.range(first, from, to)?);
            let more = matches!(self.ahead(1), Some(Kind::Time(_)));
            if !(more && self.take(Kind::Comma)) {
                break;
            }
        }
        Ok(found)
    }

    fn range(&self, first: usize, from: u16, to: u16) -> Result<TimeRange, Problem> {
        let written = self.written(first);
        if from >= DAY_MINUTES || to > 2 * DAY_MINUTES {
            let message = format!("`{written}` holds a time that no day has");
            return Err(self.problem(first, message, "write times from `00:00` to `24:00`"));
        }
        if from == to {
            let help = "write `00:00-24:00` for the whole day, or `off` for none of it";
            return Err(self.problem(first, format!("`{written}` opens and closes at once"), help));
        }
        Ok(TimeRange { from, to: if to < from { to + DAY_MINUTES } else { to } })
    }
}

pub(super) fn is_day(word: &str) -> bool {
    weekday(word).is_some() || word.eq_ignore_ascii_case("ph")
}

fn is_off(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "off" | "closed" => Some(true),
        "open" => Some(false),
        _ => None,
    }
}

fn small(day: u16) -> i8 {
    i8::try_from(day).unwrap_or(i8::MAX)
}
