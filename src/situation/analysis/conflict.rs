//! Rules that win together and say different things. Must never report a pair that something else beats wherever both
//! hold.

use super::witness::Proof;
use super::{Analysis, Found};
use crate::situation::{Point, Region, Relation};

/// Two rules that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What they contradict each other in.
    pub attribute: usize,
    /// The rules, in the order of the table.
    pub rules: (usize, usize),
    /// Where both hold.
    pub region: Region,
    /// A situation in which both win.
    pub witness: Point,
}

impl Analysis<'_> {
    /// Every pair of rules that win an attribute in the same situation with values that differ.
    pub fn conflicts(&mut self, attribute: usize) -> Found<Conflict> {
        let mut found = Found::default();
        let candidates: Vec<(usize, usize)> =
            self.table.candidates(attribute).filter(|(rule, _)| self.is_possible(*rule)).collect();
        for (at, (first, value)) in candidates.iter().enumerate() {
            for (second, other) in candidates.iter().skip(at + 1) {
                if !self.could_conflict(attribute, (*first, *value), (*second, *other)) {
                    continue;
                }
                if found.is_full(&self.budget) {
                    return found;
                }
                match self.prove(attribute, &[*first, *second], &[]) {
                    Proof::Found(corner) => {
                        let witness = self.point(&corner);
                        let winners = self.replay(attribute, &witness);
                        if !winners.contains(first) || !winners.contains(second) {
                            found.unknown += 1;
                            continue;
                        }
                        let region =
                            self.table.rule(*first).region.intersect(&self.table.rule(*second).region);
                        let conflict = Conflict { attribute, rules: (*first, *second), region, witness };
                        found.add(conflict, &self.budget);
                    }
                    Proof::Impossible => {}
                    Proof::Unknown => found.unknown += 1,
                }
            }
        }
        found
    }

    fn could_conflict(&self, attribute: usize, one: (usize, usize), other: (usize, usize)) -> bool {
        let differ = match self.relation(attribute, one.1, other.1) {
            Relation::Same => false,
            Relation::Different | Relation::Unclear => true,
            Relation::Better | Relation::Worse => !self.is_strictest(attribute),
        };
        differ && self.meet(one.0, other.0) && !self.beating.between(one.0, other.0)
    }
}
