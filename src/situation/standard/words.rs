//! Situations and regions as people write them. Must never write what reads back as something else.

use std::collections::BTreeMap;

use super::StandardTable;
use crate::resolve::NOT_KNOWN;
use crate::situation::{Dimension, Point, Region, Scale, Set, Table};
use crate::time::{DAY_MINUTES, Moment, WEEK_MINUTES, WeekSet};

/// A situation as a map from dimension to value, in words that conditions and `etalon ask` accept.
pub type Situation = BTreeMap<String, String>;

impl StandardTable<'_> {
    /// A situation in words.
    pub fn situation(&self, point: &Point) -> Situation {
        situation_of(&self.table, point)
    }

    /// The situation in one line for readers, limited to the dimensions that these rules depend on; all of them when
    /// no rule is named.
    pub fn in_words(&self, point: &Point, rules: &[usize]) -> String {
        let all = rules.is_empty();
        let limited = |at: usize| {
            all || rules.iter().any(|rule| {
                let rule = self.table.rule(*rule);
                rule.region.get(at).is_some() || rule.never_when.iter().any(|never| never.get(at).is_some())
            })
        };
        let named = self.table.space.dimensions.iter().zip(point).enumerate().filter(|(at, _)| limited(*at));
        let words: Vec<String> = named
            .map(|(_, (dimension, position))| format!("{} {}", dimension.name, dimension.word(*position)))
            .collect();
        if words.is_empty() { "any situation".to_owned() } else { words.join(", ") }
    }

    /// A region in one line for readers.
    pub fn region_in_words(&self, region: &Region) -> String {
        let limits = region.limits().filter_map(|(at, set)| {
            let dimension = self.table.space.dimensions.get(at)?;
            Some(format!("{} {}", dimension.name, dimension.words(set)))
        });
        let words: Vec<String> = limits.collect();
        if words.is_empty() { "every situation".to_owned() } else { words.join(", ") }
    }

    /// A region as conditions: dimension to the values that it admits.
    pub fn conditions(&self, region: &Region) -> serde_json::Value {
        let limits = region.limits().filter_map(|(at, set)| {
            let dimension = self.table.space.dimensions.get(at)?;
            Some((dimension.name.clone(), serde_json::Value::from(dimension.values(set))))
        });
        serde_json::Value::Object(limits.collect())
    }
}

/// A situation of a table in words.
pub fn situation_of(table: &Table, point: &Point) -> Situation {
    let named = table.space.dimensions.iter().zip(point);
    named.map(|(dimension, at)| (dimension.name.clone(), dimension.word(*at))).collect()
}

impl Dimension {
    /// A position in the word that conditions use for it.
    pub fn word(&self, position: i64) -> String {
        if self.unknown() == Some(position) {
            return NOT_KNOWN.to_owned();
        }
        match &self.scale {
            Scale::Words(words) => {
                let word = usize::try_from(position).ok().and_then(|at| words.get(at));
                word.cloned().unwrap_or_default()
            }
            Scale::Number { decimals, .. } => number(position, *decimals),
            Scale::Time { .. } => {
                let week = i64::from(WEEK_MINUTES);
                let minute = u16::try_from(position.rem_euclid(week)).unwrap_or_default();
                if position < week {
                    Moment::Week(minute).to_string()
                } else {
                    Moment::HolidayOn(minute).to_string()
                }
            }
        }
    }

    /// A set in the values that conditions use: words, ranges, times.
    pub fn values(&self, set: &Set) -> Vec<String> {
        let known = match self.unknown() {
            Some(unknown) => set.subtract(&Set::one(unknown)),
            None => set.clone(),
        };
        let mut values = match &self.scale {
            Scale::Words(_) => {
                known.ranges().iter().flat_map(|(from, to)| *from..*to).map(|at| self.word(at)).collect()
            }
            Scale::Number { .. } => known.ranges().iter().map(|range| self.range(*range)).collect(),
            Scale::Time { holidays } => times(&known, *holidays),
        };
        if self.unknown().is_some_and(|unknown| set.contains(unknown)) {
            values.push(NOT_KNOWN.to_owned());
        }
        values
    }

    /// A set for readers: its values, or all but a few.
    pub fn words(&self, set: &Set) -> String {
        let values = self.values(set);
        let others = self.values(&self.extent().subtract(set));
        let words = matches!(self.scale, Scale::Words(_));
        if words && others.len() < values.len() && values.len() > 2 {
            return format!("anything but {}", others.join(" or "));
        }
        values.join(if words { " or " } else { "; " })
    }

    fn range(&self, (from, to): (i64, i64)) -> String {
        let Scale::Number { decimals, from: least, to: most } = &self.scale else { return String::new() };
        let open = |position: i64| position.abs() >= i64::MAX / 8;
        let low = (!open(from) && Some(from) != *least).then(|| number(from, *decimals));
        let high = (!open(to) && Some(to - 1) != *most).then(|| number(to - 1, *decimals));
        match (low, high) {
            (Some(low), Some(high)) if low == high => low,
            (Some(low), Some(high)) => format!("{low}..{high}"),
            (Some(low), None) => match most {
                Some(most) => format!("{low}..{}", number(*most, *decimals)),
                None => format!("{low}.."),
            },
            (None, Some(high)) => match least {
                Some(least) => format!("{}..{high}", number(*least, *decimals)),
                None => format!("..{high}"),
            },
            (None, None) => "any".to_owned(),
        }
    }
}

// A number of steps as a number; trailing noughts are left out.
fn number(position: i64, decimals: u32) -> String {
    let scale = 10_i64.pow(decimals.min(12));
    let (whole, part) = (position.abs() / scale, position.abs() % scale);
    let sign = if position < 0 { "-" } else { "" };
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let digits = usize::try_from(decimals).unwrap_or_default();
    let part = format!("{part:0digits$}");
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

fn times(set: &Set, holidays: bool) -> Vec<String> {
    let week = i64::from(WEEK_MINUTES);
    let part = |from: i64| {
        let ranges = set.ranges().iter().map(|(start, end)| ((start - from).max(0), (end - from).min(week)));
        let ranges = ranges.filter(|(start, end)| start < end);
        WeekSet::from_ranges(
            ranges.filter_map(|(start, end)| Some((u16::try_from(start).ok()?, u16::try_from(end).ok()?))),
        )
    };
    let (normal, holiday) = (part(0), part(week));
    if !holidays {
        return vec![normal.to_string()];
    }
    if normal == holiday {
        return vec![format!("{normal}, on public holidays too")];
    }
    let mut words = Vec::new();
    if !normal.is_empty() {
        words.push(format!("{normal}, but not on public holidays"));
    }
    if holiday.is_full() {
        words.push("public holidays".to_owned());
    } else if let Some(same) = same_every_day(&holiday) {
        words.push(format!("public holidays {same}"));
    } else if !holiday.is_empty() {
        words.push(format!("public holidays that fall on {holiday}"));
    }
    words
}

/// Positions of the week as opening hours; public holidays are left out where their hours depend on the day of the
/// week. None when nothing is left.
pub fn week_text(positions: &Set) -> Option<String> {
    let week = i64::from(WEEK_MINUTES);
    let part = |from: i64| {
        let ranges =
            positions.ranges().iter().map(|(start, end)| ((start - from).max(0), (end - from).min(week)));
        WeekSet::from_ranges(
            ranges
                .filter(|(start, end)| start < end)
                .filter_map(|(start, end)| Some((u16::try_from(start).ok()?, u16::try_from(end).ok()?))),
        )
    };
    let normal = part(0);
    if normal.is_full() {
        return Some("24/7".to_owned());
    }
    let holiday = part(week);
    let spoken_of = positions.ranges().last().is_some_and(|(_, end)| *end > week);
    let holidays = match same_every_day(&holiday) {
        Some(same) => format!("; PH {same}"),
        None if spoken_of && !holiday.is_empty() => "; PH off".to_owned(),
        None => String::new(),
    };
    (!normal.is_empty()).then(|| format!("{normal}{holidays}"))
}

fn same_every_day(set: &WeekSet) -> Option<String> {
    let first = set.day(0);
    if first.is_empty() || !(1..7).all(|day| set.day(day) == first) {
        return None;
    }
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let range = |(from, to): &(u16, u16)| format!("{}-{}", clock(*from), clock((*to).min(DAY_MINUTES)));
    Some(first.iter().map(range).collect::<Vec<_>>().join(","))
}
