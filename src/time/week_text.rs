//! Writes a set of minutes of the week as opening hours: `Mo-Fr 09:00-18:00; Sa 10:00-14:00`.
//! Must never write what reads back as other minutes.

use std::fmt;

use super::week_set::{DAY_MINUTES, WEEK_MINUTES, WeekSet, day_name};

impl fmt::Display for WeekSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("off");
        }
        if self.is_full() {
            return f.write_str("24/7");
        }
        let days = by_day(self);
        let mut written: Vec<String> = Vec::new();
        for (first, ranges) in days.iter().enumerate() {
            let seen = days.iter().position(|other| other == ranges).is_some_and(|before| before < first);
            if ranges.is_empty() || seen {
                continue;
            }
            let same: Vec<bool> = days.iter().map(|other| other == ranges).collect();
            let times: Vec<String> = ranges.iter().map(|(from, to)| range_text(*from, *to)).collect();
            written.push(format!("{} {}", days_text(&same), times.join(",")));
        }
        f.write_str(&written.join("; "))
    }
}

/// The text of a range of minutes of a day; an end beyond midnight is written as the hour of the next day.
pub(super) fn range_text(from: u16, to: u16) -> String {
    let end = if to > DAY_MINUTES { to - DAY_MINUTES } else { to };
    format!("{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, end / 60, end % 60)
}

// The ranges that begin on each day. A range that runs over one midnight stays whole, longer ones are cut.
fn by_day(set: &WeekSet) -> [Vec<(u16, u16)>; 7] {
    let mut days: [Vec<(u16, u16)>; 7] = Default::default();
    for (from, to) in around(set) {
        let (day, start) = (from / DAY_MINUTES, from % DAY_MINUTES);
        let length = to - from;
        let whole = start + length <= DAY_MINUTES || length < DAY_MINUTES;
        let mut add = |day: u16, range: (u16, u16)| {
            if let Some(list) = days.get_mut(usize::from(day % 7)) {
                list.push(range);
            }
        };
        if whole {
            add(day, (start, start + length));
            continue;
        }
        let (mut day, mut start, mut left) = (day, start, length);
        while left > 0 {
            let part = left.min(DAY_MINUTES - start);
            add(day, (start, start + part));
            (day, start, left) = (day + 1, 0, left - part);
        }
    }
    for list in &mut days {
        list.sort_unstable();
    }
    days
}

// The ranges, with the one that runs from Sunday into Monday in one piece.
fn around(set: &WeekSet) -> Vec<(u16, u16)> {
    let mut ranges = set.ranges().to_vec();
    if let (Some((0, first_end)), Some((_, WEEK_MINUTES))) = (ranges.first().copied(), ranges.last().copied())
        && ranges.len() > 1
    {
        ranges.remove(0);
        if let Some(last) = ranges.last_mut() {
            last.1 = WEEK_MINUTES + first_end;
        }
    }
    ranges
}

// `Mo-Fr`, `Sa,Su`, `Mo,We-Fr`.
fn days_text(days: &[bool]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut day = 0;
    while day < 7 {
        let run = days.iter().skip(day).take_while(|chosen| **chosen).count();
        let name = |at: usize| day_name(u16::try_from(at).unwrap_or_default());
        match run {
            0 => day += 1,
            1 | 2 => parts.extend((day..day + run).map(|at| name(at).to_owned())),
            _ => parts.push(format!("{}-{}", name(day), name(day + run - 1))),
        }
        day += run;
    }
    parts.join(",")
}
