//! A set of minutes of the week: when something is open, staffed, promised.
//! Must never know dates: holidays and exceptions are apart from the week.

use super::intervals::{difference, intersection, normalised, union};

/// The minutes of a day.
pub const DAY_MINUTES: u16 = 1_440;
/// The minutes of a week.
pub const WEEK_MINUTES: u16 = 7 * DAY_MINUTES;

/// Minutes of the week, counted from Monday 00:00.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct WeekSet {
    ranges: Vec<(u16, u16)>,
}

impl WeekSet {
    /// No minute.
    pub fn empty() -> Self {
        WeekSet::default()
    }

    /// Every minute.
    pub fn full() -> Self {
        WeekSet { ranges: vec![(0, WEEK_MINUTES)] }
    }

    /// The minutes of the ranges, each from its first minute to the one after its last; what lies beyond
    /// Sunday is counted from Monday.
    pub fn from_ranges(ranges: impl IntoIterator<Item = (u16, u16)>) -> Self {
        let mut kept = Vec::new();
        for (from, to) in ranges {
            if from >= to {
                continue;
            }
            if to - from >= WEEK_MINUTES {
                return WeekSet::full();
            }
            let (start, length) = (from % WEEK_MINUTES, to - from);
            let end = u32::from(start) + u32::from(length);
            match u16::try_from(end).ok().filter(|end| *end <= WEEK_MINUTES) {
                Some(end) => kept.push((start, end)),
                None => {
                    kept.push((start, WEEK_MINUTES));
                    kept.push((0, length - (WEEK_MINUTES - start)));
                }
            }
        }
        WeekSet { ranges: normalised(kept) }
    }

    /// The ranges: sorted, disjoint, not touching one another.
    pub fn ranges(&self) -> &[(u16, u16)] {
        &self.ranges
    }

    /// Whether no minute is in the set.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether every minute is in the set.
    pub fn is_full(&self) -> bool {
        self.total() == WEEK_MINUTES
    }

    /// Whether a minute of the week is in the set.
    pub fn contains(&self, minute: u16) -> bool {
        self.ranges.iter().any(|(from, to)| (*from..*to).contains(&minute))
    }

    /// Whether every minute of the other set is in this one.
    pub fn covers(&self, other: &WeekSet) -> bool {
        other.subtract(self).is_empty()
    }

    /// How many minutes are in the set.
    pub fn total(&self) -> u16 {
        self.ranges.iter().map(|(from, to)| to - from).sum()
    }

    /// The minutes that are in either set.
    #[must_use]
    pub fn union(&self, other: &WeekSet) -> WeekSet {
        WeekSet { ranges: union(&self.ranges, &other.ranges) }
    }

    /// The minutes that are in both sets.
    #[must_use]
    pub fn intersect(&self, other: &WeekSet) -> WeekSet {
        WeekSet { ranges: intersection(&self.ranges, &other.ranges) }
    }

    /// The minutes of this set that are not in the other.
    #[must_use]
    pub fn subtract(&self, other: &WeekSet) -> WeekSet {
        WeekSet { ranges: difference(&self.ranges, &other.ranges) }
    }

    /// The minutes that are not in the set.
    #[must_use]
    pub fn complement(&self) -> WeekSet {
        WeekSet::full().subtract(self)
    }

    /// The ranges of one day (0 is Monday) in minutes of that day, cut at both midnights.
    pub fn day(&self, day: u16) -> Vec<(u16, u16)> {
        let start = (day % 7) * DAY_MINUTES;
        let whole = [(start, start + DAY_MINUTES)];
        intersection(&self.ranges, &whole).into_iter().map(|(from, to)| (from - start, to - start)).collect()
    }

    /// The ranges of every day from Monday to Sunday.
    pub fn days(&self) -> impl Iterator<Item = (u16, Vec<(u16, u16)>)> + '_ {
        (0..7).map(|day| (day, self.day(day)))
    }

    /// The first minute at or after `minute`, around the end of the week if need be, that is in the set.
    pub fn next(&self, minute: u16) -> Option<u16> {
        if self.contains(minute) {
            return Some(minute);
        }
        let later = self.ranges.iter().map(|(from, _)| *from).find(|from| *from > minute);
        later.or_else(|| self.ranges.first().map(|(from, _)| *from))
    }
}

/// The two letters of a day of the week; 0 is Monday.
pub fn day_name(day: u16) -> &'static str {
    match day % 7 {
        0 => "Mo",
        1 => "Tu",
        2 => "We",
        3 => "Th",
        4 => "Fr",
        5 => "Sa",
        _ => "Su",
    }
}
