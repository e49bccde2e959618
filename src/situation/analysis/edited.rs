//! Which rules two versions of a table do not share, and which ones they can make win or lose. Must never leave out a
//! rule that settles something otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::Analysis;
use crate::situation::atoms::{Cells, Runs};
use crate::situation::compare::VERSION;
use crate::source::Lookup;

/// Where a rule holds, whatever its version, and where it does not hold all the same.
type Place = (Vec<(usize, Runs)>, Vec<Vec<(usize, Runs)>>);

/// A rule by its place and its value.
type Named = (usize, Option<usize>);

/// Places by number, and the place of each rule that was asked for.
#[derive(Default)]
struct Places {
    numbers: Lookup<Place, usize>,
    of_rule: Lookup<usize, usize>,
}

impl Analysis<'_> {
    /// The rules of which one wins wherever something changes, while nothing in the other version gives the same: the
    /// edited ones, and those that an edited one beats. Any other rule that wins in one version alone gives way to one
    /// of these, or takes its place; that follows only where no two values lack an order.
    pub(super) fn suspects(&self, attributes: [usize; 2], edited: &[(usize, usize)]) -> Vec<(usize, usize)> {
        if edited.is_empty() {
            return Vec::new();
        }
        let kinds = attributes.map(|attribute| self.table.attributes.get(attribute));
        let ordered = kinds.into_iter().flatten().all(|kind| !kind.strictest || kind.ranks().is_some());
        let rules: BTreeSet<usize> = edited.iter().map(|(_, rule)| *rule).collect();
        let is_beaten = |rule: usize| self.beating.of_rule(rule).iter().any(|other| rules.contains(other));
        let mut places = Places::default();
        let mut beaten: BTreeSet<usize> = BTreeSet::new();
        let mut candidates = Vec::new();
        for (version, attribute) in attributes.into_iter().enumerate() {
            for (rule, _) in self.table.candidates(attribute).filter(|(rule, _)| self.is_possible(*rule)) {
                let place = self.place(rule, &mut places);
                if is_beaten(rule) {
                    beaten.insert(place);
                }
                candidates.push((version, rule, place));
            }
        }
        let suspect = |(_, rule, place): &(usize, usize, usize)| {
            rules.contains(rule)
                || beaten.contains(place)
                || (!ordered && edited.iter().any(|(_, edited)| self.share_place(*rule, *edited)))
        };
        candidates.into_iter().filter(suspect).map(|(version, rule, _)| (version, rule)).collect()
    }

    /// The rules that have no twin in the other version: with the same place, the same value, and an exception to the
    /// same. What wins in a situation follows from the rules that hold there, so only where one of these holds it can
    /// change. Which of several rules with one place and value an exception names is told apart by none of that, so
    /// such rules count as edited.
    pub(super) fn edited(&self, attributes: [usize; 2]) -> Vec<(usize, usize)> {
        let [old, new] = attributes.map(|attribute| self.table.attributes.get(attribute));
        if old != new {
            // Values compare otherwise, or another of them counts: that concerns every rule.
            let all = attributes.into_iter().enumerate().flat_map(|(version, attribute)| {
                self.table.candidates(attribute).map(move |(rule, _)| (version, rule))
            });
            return all.filter(|(_, rule)| self.is_possible(*rule)).collect();
        }
        let mut places = Places::default();
        let mut alike: Lookup<Named, [usize; 2]> = Lookup::default();
        let mut all: Vec<(usize, usize, usize, Named)> = Vec::new();
        for (version, attribute) in attributes.into_iter().enumerate() {
            for (rule, value) in self.table.candidates(attribute) {
                let named = (self.place(rule, &mut places), Some(value));
                alike.entry(named).or_default().get_mut(version).into_iter().for_each(|count| *count += 1);
                all.push((version, attribute, rule, named));
            }
        }
        let is_unclear = |named: &Named| alike.get(named).is_some_and(|count| count.iter().max() > Some(&1));
        let mut twins: BTreeMap<(Named, Vec<Named>), [Vec<usize>; 2]> = BTreeMap::new();
        let mut edited: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut unclear: BTreeSet<Named> = BTreeSet::new();
        for (version, attribute, rule, named) in &all {
            let beaten = self.table.rule(*rule).exception_to.iter().map(|beaten| {
                let value = self.table.rule(*beaten).gives.get(attribute).copied();
                (self.place(*beaten, &mut places), value)
            });
            let mut beaten: Vec<Named> = beaten.collect();
            beaten.sort_unstable();
            if beaten.iter().any(is_unclear) {
                unclear.extend(beaten.iter().copied());
                edited.insert((*version, *rule));
            }
            let twins = twins.entry((*named, beaten)).or_default();
            twins.get_mut(*version).into_iter().for_each(|rules| rules.push(*rule));
        }
        let alone = twins.into_values().filter(|[old, new]| old.is_empty() || new.is_empty());
        for (version, rules) in alone.flat_map(|twins| twins.into_iter().enumerate()) {
            edited.extend(rules.into_iter().map(|rule| (version, rule)));
        }
        edited.extend(
            all.iter()
                .filter(|(_, _, _, named)| unclear.contains(named))
                .map(|(version, _, rule, _)| (*version, *rule)),
        );
        edited.into_iter().filter(|(_, rule)| self.is_possible(*rule)).collect()
    }

    // The number of the place of a rule, worked out once for each rule.
    fn place(&self, rule: usize, places: &mut Places) -> usize {
        if let Some(known) = places.of_rule.get(&rule) {
            return *known;
        }
        let limits = |cells: &Cells| cells.without(VERSION).limits;
        let own = self.cells.get(rule).map(limits).unwrap_or_default();
        let left_out = self.left_out.get(rule).into_iter().flatten().map(limits).collect();
        let next = places.numbers.len();
        let place = *places.numbers.entry((own, left_out)).or_insert(next);
        places.of_rule.insert(rule, place);
        place
    }

    /// Whether rules of different versions hold in a common situation.
    pub(super) fn share_place(&self, one: usize, other: usize) -> bool {
        let pair = self.cells.get(one).zip(self.cells.get(other));
        pair.is_some_and(|(one, other)| one.meets_but(other, Some(VERSION)))
    }
}
