//! Regions of the situation space: for each dimension a set, all of which must be met.
//! Must never know what a dimension means.

use super::{Few, Set};

/// A situation: one position for every dimension, in their order.
pub type Point = Vec<i64>;

/// The situations whose position on each named dimension is in the set; dimensions not named are free.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Region {
    sets: Few<Set>,
}

impl Region {
    /// Every situation.
    pub fn everywhere() -> Region {
        Region::default()
    }

    /// Limits a dimension to a set, besides what it is limited to already.
    pub fn limit(&mut self, dimension: usize, set: Set) {
        let set = match self.sets.get(&dimension) {
            Some(before) => before.intersect(&set),
            None => set,
        };
        self.sets.insert(dimension, set);
    }

    /// The set that a dimension is limited to; none when it is free.
    pub fn get(&self, dimension: usize) -> Option<&Set> {
        self.sets.get(&dimension)
    }

    /// The dimensions that are limited, in their order.
    pub fn limits(&self) -> impl Iterator<Item = (usize, &Set)> {
        self.sets.iter().map(|(dimension, set)| (*dimension, set))
    }

    /// How many dimensions are limited.
    pub fn width(&self) -> usize {
        self.sets.len()
    }

    /// Whether some dimension has no position left.
    pub fn is_empty(&self) -> bool {
        self.sets.values().any(Set::is_empty)
    }

    /// Whether a situation lies in the region.
    pub fn contains(&self, point: &[i64]) -> bool {
        self.limits().all(|(dimension, set)| point.get(dimension).is_some_and(|at| set.contains(*at)))
    }

    /// The situations in both.
    #[must_use]
    pub fn intersect(&self, other: &Region) -> Region {
        let mut both = self.clone();
        for (dimension, set) in other.limits() {
            both.limit(dimension, set.clone());
        }
        both
    }

    /// Whether the regions share a situation. Neither may be empty.
    pub fn meets(&self, other: &Region) -> bool {
        self.limits().all(|(dimension, set)| other.get(dimension).is_none_or(|theirs| set.meets(theirs)))
    }

    /// Whether every situation of the other region lies in this one. The other may not be empty.
    pub fn covers(&self, other: &Region) -> bool {
        self.limits().all(|(dimension, set)| other.get(dimension).is_some_and(|inner| set.covers(inner)))
    }

    /// The part of this region outside the other, as regions that do not overlap.
    pub fn subtract(&self, other: &Region) -> Vec<Region> {
        if !self.meets(other) {
            return vec![self.clone()];
        }
        let mut rest = self.clone();
        let mut parts = Vec::new();
        for (dimension, cut) in other.limits() {
            // A free dimension of this region must have been limited to its whole extent before.
            let Some(own) = rest.get(dimension).cloned() else { continue };
            let outside = own.subtract(cut);
            if !outside.is_empty() {
                let mut part = rest.clone();
                part.sets.insert(dimension, outside);
                parts.push(part);
            }
            rest.sets.insert(dimension, own.intersect(cut));
        }
        parts
    }
}

/// Whether `region` lies inside the union of `others`. Every dimension that the others limit must be limited in
/// `region` too, if only to its whole extent. None when more than `budget` pieces would have to be looked at.
pub fn covered(region: &Region, others: &[&Region], budget: &mut usize) -> Option<bool> {
    if region.is_empty() {
        return Some(true);
    }
    *budget = budget.checked_sub(1)?;
    let Some((first, rest)) = others.split_first() else { return Some(false) };
    if first.covers(region) {
        return Some(true);
    }
    if !first.meets(region) {
        return covered(region, rest, budget);
    }
    for part in region.subtract(first) {
        if !covered(&part, rest, budget)? {
            return Some(false);
        }
    }
    Some(true)
}
