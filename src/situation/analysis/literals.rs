//! What is said of rules, as literals of the solver. Must never ask it anything.

use super::{Analysis, Side};
use crate::situation::Relation;
use crate::situation::encoding::Encoding;
use crate::situation::solver::Lit;

impl Analysis<'_> {
    /// Literals that are all true exactly where a rule holds.
    pub(super) fn conditions(&mut self, side: usize, rule: usize) -> Vec<Lit> {
        self.wake();
        self.side(side).and_then(|side| side.conditions.get(rule)).cloned().unwrap_or_default()
    }

    /// A literal under which a rule does not hold.
    pub(super) fn absent(&mut self, side: usize, rule: usize) -> Lit {
        if let Some(known) = self.side(side).and_then(|side| side.absent.get(&rule)) {
            return *known;
        }
        let absent = self.solver.follower();
        let conditions = self.conditions(side, rule);
        self.solver.clause(conditions.into_iter().map(|condition| !condition).chain([!absent]));
        self.remember(side, |side| side.absent.insert(rule, absent));
        absent
    }

    /// A literal that is true exactly where a rule holds.
    pub(super) fn present(&mut self, side: usize, rule: usize) -> Lit {
        if let Some(known) = self.side(side).and_then(|side| side.present.get(&rule)) {
            return *known;
        }
        let present = Encoding::all_of(&self.conditions(side, rule), &mut self.solver);
        self.remember(side, |side| side.present.insert(rule, present));
        present
    }

    /// A literal under which a rule does not hold or is beaten.
    pub(super) fn stands_back(&mut self, side: usize, attribute: usize, rule: usize) -> Lit {
        let beaters = self.beaters(attribute, rule);
        if beaters.is_empty() {
            return self.absent(side, rule);
        }
        let key = (attribute, rule);
        if let Some(known) = self.side(side).and_then(|side| side.beaten.get(&key)) {
            return *known;
        }
        let literal = self.stands_back_before(side, rule, &beaters);
        self.remember(side, |side| side.beaten.insert(key, literal));
        literal
    }

    /// A literal under which a rule does not hold or one of these does.
    pub(super) fn stands_back_before(&mut self, side: usize, rule: usize, beaters: &[usize]) -> Lit {
        let literal = self.solver.follower();
        self.stands_back_under(literal, side, rule, beaters);
        literal
    }

    /// Says that under a literal a rule does not hold or one of these does.
    pub(super) fn stands_back_under(&mut self, literal: Lit, side: usize, rule: usize, beaters: &[usize]) {
        let mut clause = self.unless_unbeaten_by(side, rule, beaters);
        clause.push(!literal);
        self.solver.clause(clause);
    }

    /// Literals under which a rule holds and nothing that gives the attribute beats it.
    pub(super) fn unbeaten(&mut self, side: usize, attribute: usize, rule: usize) -> Vec<Lit> {
        let mut literals = self.conditions(side, rule);
        for beater in self.beaters(attribute, rule) {
            literals.push(self.absent(side, beater));
        }
        literals
    }

    /// Literals one of which is true wherever a rule does not hold or is beaten, and only there.
    pub(super) fn unless_unbeaten(&mut self, side: usize, attribute: usize, rule: usize) -> Vec<Lit> {
        let beaters = self.beaters(attribute, rule);
        self.unless_unbeaten_by(side, rule, &beaters)
    }

    fn unless_unbeaten_by(&mut self, side: usize, rule: usize, beaters: &[usize]) -> Vec<Lit> {
        let conditions = self.conditions(side, rule).into_iter();
        let mut literals: Vec<Lit> = conditions.map(|condition| !condition).collect();
        for beater in beaters {
            literals.push(self.present(side, *beater));
        }
        literals
    }

    /// Literals under which a rule wins an attribute.
    pub(super) fn winning(&mut self, side: usize, attribute: usize, rule: usize) -> Vec<Lit> {
        let mut literals = self.unbeaten(side, attribute, rule);
        if self.is_strictest(attribute) {
            for other in self.better(attribute, rule) {
                literals.push(self.stands_back(side, attribute, other));
            }
        }
        literals
    }

    /// The rules that may meet a rule and give something better than it does.
    pub(super) fn better(&self, attribute: usize, rule: usize) -> Vec<usize> {
        let Some(value) = self.table.rule(rule).gives.get(&attribute) else { return Vec::new() };
        let better = self.table.candidates(attribute).filter(|(other, theirs)| {
            self.relation(attribute, *theirs, *value) == Relation::Better && self.meet(*other, rule)
        });
        better.map(|(other, _)| other).collect()
    }

    fn side(&self, side: usize) -> Option<&Side> {
        self.sides.get(side)
    }

    fn remember<T>(&mut self, side: usize, keep: impl FnOnce(&mut Side) -> T) {
        self.sides.get_mut(side).map(keep);
    }
}
