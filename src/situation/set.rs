//! Sets of positions on one dimension. Must never know what a position stands for.

use crate::time::intervals::{difference, intersection, normalised};

/// A set of whole numbers: sorted, disjoint ranges that do not touch, each with its end left out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Set {
    ranges: Vec<(i64, i64)>,
}

impl Set {
    /// The positions of these ranges, each from its first to the one before its end.
    pub fn of(ranges: Vec<(i64, i64)>) -> Set {
        Set { ranges: normalised(ranges) }
    }

    /// One position.
    pub fn one(position: i64) -> Set {
        Set { ranges: vec![(position, position.saturating_add(1))] }
    }

    /// The ranges in their order.
    pub fn ranges(&self) -> &[(i64, i64)] {
        &self.ranges
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether a position is in the set.
    pub fn contains(&self, position: i64) -> bool {
        let after = self.ranges.partition_point(|(from, _)| *from <= position);
        let range = after.checked_sub(1).and_then(|at| self.ranges.get(at));
        range.is_some_and(|(_, to)| position < *to)
    }

    /// The smallest position.
    pub fn first(&self) -> Option<i64> {
        self.ranges.first().map(|(from, _)| *from)
    }

    /// The positions in both.
    #[must_use]
    pub fn intersect(&self, other: &Set) -> Set {
        Set { ranges: intersection(&self.ranges, &other.ranges) }
    }

    /// The positions of this set that are not in the other.
    #[must_use]
    pub fn subtract(&self, other: &Set) -> Set {
        Set { ranges: difference(&self.ranges, &other.ranges) }
    }

    /// The positions in either.
    #[must_use]
    pub fn union(&self, other: &Set) -> Set {
        Set::of(self.ranges.iter().chain(&other.ranges).copied().collect())
    }

    /// Whether the sets share a position.
    pub fn meets(&self, other: &Set) -> bool {
        let (mut left, mut right) = (self.ranges.iter().peekable(), other.ranges.iter().peekable());
        while let (Some((a, b)), Some((c, d))) = (left.peek(), right.peek()) {
            if a.max(c) < b.min(d) {
                return true;
            }
            if b <= d {
                left.next();
            } else {
                right.next();
            }
        }
        false
    }

    /// Whether every position of the other set is in this one.
    pub fn covers(&self, other: &Set) -> bool {
        other.ranges.iter().all(|(from, to)| {
            let after = self.ranges.partition_point(|(start, _)| start <= from);
            let range = after.checked_sub(1).and_then(|at| self.ranges.get(at));
            range.is_some_and(|(_, end)| to <= end)
        })
    }
}
