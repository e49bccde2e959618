//! Rules that win with less than a floor asks for. Must never ask for more than the floor itself.

use super::witness::Proof;
use super::{Analysis, Found};
use crate::situation::{Point, Relation};

/// A rule that falls short of a floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undercut {
    /// In what.
    pub attribute: usize,
    /// The rule that wins.
    pub rule: usize,
    /// The floor.
    pub floor: usize,
    /// A situation in which the rule wins and the floor binds.
    pub witness: Point,
}

impl Analysis<'_> {
    /// Every pair of a rule and a floor where the rule wins with a value that is worse, or with another one where
    /// values have no order.
    pub fn undercuts(&mut self, attribute: usize) -> Found<Undercut> {
        let mut found = Found::default();
        let floors: Vec<(usize, usize)> = self.table.floors(attribute).collect();
        let rules: Vec<(usize, usize)> = self.table.candidates(attribute).collect();
        for (rule, value) in &rules {
            for (floor, bound) in &floors {
                let short =
                    matches!(self.relation(attribute, *value, *bound), Relation::Worse | Relation::Different);
                if !short || !self.meet(*rule, *floor) {
                    continue;
                }
                match self.prove(attribute, &[*rule], &[*floor]) {
                    Proof::Found(corner) => {
                        let witness = self.point(&corner);
                        if self.replay(attribute, &witness).contains(rule) {
                            let undercut = Undercut { attribute, rule: *rule, floor: *floor, witness };
                            found.add(undercut, &self.budget);
                        } else {
                            found.unknown += 1;
                        }
                    }
                    Proof::Impossible => {}
                    Proof::Unknown => found.unknown += 1,
                }
            }
        }
        found
    }
}
