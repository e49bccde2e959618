//! Opening hours in words: `Mon–Fri 09:00–18:00; public holidays: closed`.
//! Must never merge or reorder rules: the author's order carries the meaning.

use super::Words;
use crate::time::{DAY_MINUTES, Dates, Days, Hours, Moment, Rule, TimeRange, YearDay};

impl Words {
    /// The hours, rule by rule.
    pub(in crate::compile) fn hours(&self, hours: &Hours) -> String {
        self.hours_or(hours, "closed")
    }

    /// The hours, rule by rule; `closed` is the key of the word for times without any.
    pub(in crate::compile) fn hours_or(&self, hours: &Hours, closed: &str) -> String {
        let mut said = String::new();
        for (at, rule) in hours.rules.iter().enumerate() {
            if at > 0 {
                said.push_str(if rule.adds { ", " } else { "; " });
            }
            said.push_str(&self.hours_rule(rule, closed));
        }
        said
    }

    /// A window of time in a condition: `Sa 23:30`, `Mo-Fr 10:00-12:00`, `PH`.
    pub(in crate::compile) fn window(&self, written: &str) -> String {
        if let Ok(moment) = Moment::parse(written) {
            return self.moment(moment);
        }
        match Hours::parse_window(written) {
            Ok(hours) => self.hours(&hours),
            Err(_) => written.to_owned(),
        }
    }

    /// The short name of a day; 0 is Monday.
    pub(in crate::compile) fn day(&self, day: usize) -> String {
        self.say(&format!("day-{}", day % 7))
    }

    /// `12-24` as a day of every year.
    pub(in crate::compile) fn day_of_every_year(&self, written: &str) -> Option<String> {
        let (month, day) = written.trim().split_once('-')?;
        let (month, day): (i8, i8) = (month.parse().ok()?, day.parse().ok()?);
        Some(self.year_day(YearDay { year: None, month, day }))
    }

    fn moment(&self, moment: Moment) -> String {
        match moment {
            Moment::Week(minute) => {
                let day = self.day(usize::from(minute / DAY_MINUTES));
                format!("{day}\u{a0}{}", clock(minute % DAY_MINUTES))
            }
            Moment::Holiday(minute) => format!("{}\u{a0}{}", self.say("holidays"), clock(minute)),
            Moment::HolidayOn(minute) => {
                let day = self.day(usize::from(minute / DAY_MINUTES));
                format!("{}\u{a0}{day}\u{a0}{}", self.say("holidays"), clock(minute % DAY_MINUTES))
            }
        }
    }

    fn hours_rule(&self, rule: &Rule, closed: &str) -> String {
        let mut named: Vec<String> = rule.dates.iter().map(|dates| self.dates(dates)).collect();
        named.extend(rule.days.map(|days| self.days(&days)));
        let named = named.join(" ");
        let whole_day = [TimeRange { from: 0, to: DAY_MINUTES }];
        let times: Vec<String> = rule.times.iter().map(range).collect();
        let open = match (rule.closed, times.is_empty() || rule.times.as_slice() == whole_day) {
            (true, true) => self.say(closed),
            (true, false) => format!("{}: {}", self.say(closed), times.join(", ")),
            (false, true) => self.say("around-the-clock"),
            (false, false) => times.join(", "),
        };
        let mut said = match (named.is_empty(), rule.closed || times.is_empty()) {
            (true, _) => open,
            (false, true) => format!("{named}: {open}"),
            (false, false) => format!("{named} {open}"),
        };
        if let Some(comment) = &rule.comment {
            said.push_str(&format!(" ({comment})"));
        }
        said
    }

    fn days(&self, days: &Days) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut day = 0;
        while day < 7 {
            let run = days.week.iter().skip(day).take_while(|named| **named).count();
            match run {
                0 => {}
                1 | 2 => parts.extend((day..day + run).map(|day| self.day(day))),
                _ => parts.push(format!("{}\u{2013}{}", self.day(day), self.day(day + run - 1))),
            }
            day += run.max(1);
        }
        if days.holidays {
            parts.insert(0, self.say("holidays"));
        }
        let glue = if days.both { " " } else { ", " };
        parts.join(glue)
    }

    fn dates(&self, dates: &Dates) -> String {
        let (from, to) = (dates.from, dates.to);
        if dates.season && from.day == 1 && to.day >= 28 {
            let (first, last) = (self.season(from), self.season(to));
            return if first == last { first } else { format!("{first}\u{2013}{last}") };
        }
        match from == to {
            true => self.year_day(from),
            false => format!("{}\u{2013}{}", self.year_day(from), self.year_day(to)),
        }
    }

    fn season(&self, day: YearDay) -> String {
        let month = self.say(&format!("month-name-{}", day.month));
        day.year.map_or(month.clone(), |year| format!("{month} {year}"))
    }

    fn year_day(&self, day: YearDay) -> String {
        match day.year.and_then(|year| jiff::civil::Date::new(year, day.month, day.day).ok()) {
            Some(date) => self.date(date),
            None => {
                let month = self.say(&format!("month-{}", day.month));
                let gaps = [
                    ("day", day.day.to_string().into()),
                    ("day2", format!("{:02}", day.day).into()),
                    ("month", month.into()),
                    ("month2", format!("{:02}", day.month).into()),
                ];
                self.fill("date-of-every-year", gaps)
            }
        }
    }
}

fn range(time: &TimeRange) -> String {
    let to = if time.to > DAY_MINUTES { time.to - DAY_MINUTES } else { time.to };
    format!("{}\u{2013}{}", clock(time.from), clock(to))
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
