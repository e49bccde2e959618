//! A stretch of a calendar laid out in time, for many questions at once.
//! Must never answer beyond its ends: it says none.

use jiff::Timestamp;

use crate::time::intervals::{Interval, difference, intersection, normalised, union};

/// The open intervals of a stretch of time, with how much is open before each.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    open: Vec<Interval<i64>>,
    before: Vec<i64>,
}

impl Timeline {
    /// The timeline of some intervals in seconds since 1970, in any order; the second end is not included.
    pub fn of(intervals: Vec<(i64, i64)>) -> Self {
        Timeline::new(normalised(intervals))
    }

    // The intervals have to be sorted and apart.
    pub(in crate::time) fn new(open: Vec<Interval<i64>>) -> Self {
        let lengths = open.iter().map(|(from, to)| to - from);
        let before = lengths.scan(0, |sum, length| Some(std::mem::replace(sum, *sum + length))).collect();
        Timeline { open, before }
    }

    /// The open intervals in seconds since 1970, sorted and apart; the second end is not included.
    pub fn open(&self) -> &[(i64, i64)] {
        &self.open
    }

    /// How many seconds are open before each interval.
    pub(in crate::time) fn before(&self) -> &[i64] {
        &self.before
    }

    /// The instants that are in both.
    #[must_use]
    pub fn intersect(&self, other: &Timeline) -> Timeline {
        Timeline::new(intersection(&self.open, &other.open))
    }

    /// The instants that are in either.
    #[must_use]
    pub fn union(&self, other: &Timeline) -> Timeline {
        Timeline::new(union(&self.open, &other.open))
    }

    /// The instants of this one that are not in the other.
    #[must_use]
    pub fn subtract(&self, other: &Timeline) -> Timeline {
        Timeline::new(difference(&self.open, &other.open))
    }

    /// How many seconds are open before an instant.
    pub fn open_before(&self, at: Timestamp) -> i64 {
        let second = at.as_second();
        let next = self.open.partition_point(|(from, _)| *from < second);
        let Some(last) = next.checked_sub(1) else { return 0 };
        match (self.open.get(last), self.before.get(last)) {
            (Some((from, to)), Some(before)) => before + second.min(*to) - from,
            _ => 0,
        }
    }

    /// The instant at which it has been open for `seconds` since `start`.
    pub fn after(&self, start: Timestamp, seconds: u64) -> Option<Timestamp> {
        let goal = self.open_before(start).checked_add(i64::try_from(seconds).ok()?)?;
        if seconds == 0 {
            return Some(start);
        }
        let last = self.before.partition_point(|before| *before < goal).checked_sub(1)?;
        let ((from, to), before) = (self.open.get(last)?, self.before.get(last)?);
        let end = from + goal - before;
        if end > *to { None } else { Timestamp::from_second(end).ok() }
    }

    /// The first open instant that is not before the given one.
    pub fn next_open(&self, at: Timestamp) -> Option<Timestamp> {
        let second = at.as_second();
        let next = self.open.partition_point(|(_, to)| *to <= second);
        let (from, _) = self.open.get(next)?;
        Timestamp::from_second(second.max(*from)).ok()
    }
}
