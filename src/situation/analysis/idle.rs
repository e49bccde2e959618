//! Rules that win and yet change nothing. Must never accuse a rule without which one situation would be settled
//! otherwise.

use std::collections::BTreeSet;

use super::witness::{Corner, Proof};
use super::{Analysis, Answer, Found, HERE};
use crate::situation::solver::Lit;
use crate::situation::{Point, Relation};

/// A rule without which everything would be settled the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    /// The rule.
    pub rule: usize,
    /// The rules that settle the same in the situation below.
    pub instead: Vec<usize>,
    /// A situation in which it wins.
    pub witness: Point,
}

impl Analysis<'_> {
    /// Every rule that wins something, and whose removal would change no value in any situation.
    pub fn idle(&mut self) -> Found<Idle> {
        let mut found = Found::default();
        for (rule, reached) in self.reached().into_iter().enumerate() {
            let given = self.table.rule(rule);
            if given.floor || given.gives.is_empty() || reached != Answer::Yes {
                continue;
            }
            match self.matters(rule) {
                Answer::Yes => {}
                Answer::Unknown => found.unknown += 1,
                Answer::No => match self.idle_witness(rule) {
                    Some((instead, witness)) => found.add(Idle { rule, instead, witness }, &self.budget),
                    None => found.unknown += 1,
                },
            }
        }
        found
    }

    fn idle_witness(&mut self, rule: usize) -> Option<(Vec<usize>, Point)> {
        let attributes: Vec<usize> = self.table.rule(rule).gives.keys().copied().collect();
        for attribute in attributes {
            if let Proof::Found(corner) = self.prove(attribute, &[rule], &[]) {
                let witness = self.point(&corner);
                let winners = self.replay(attribute, &witness);
                if !winners.contains(&rule) {
                    return None;
                }
                let instead = self.settled_by(attribute, &corner, Some(rule));
                return Some((instead.into_iter().map(|(rule, _)| rule).collect(), witness));
            }
        }
        None
    }

    // Whether some situation would be settled otherwise without the rule.
    fn matters(&mut self, rule: usize) -> Answer {
        let mut answer = Answer::No;
        let attributes: Vec<usize> = self.table.rule(rule).gives.keys().copied().collect();
        for attribute in &attributes {
            let Some(corner) = self.corner(&[rule]) else { continue };
            if self.is_situation(&corner) && self.differs(*attribute, rule, &corner) {
                return Answer::Yes;
            }
        }
        for attribute in attributes {
            let mut questions = vec![self.value_lost(attribute, rule)];
            let beaten: Vec<usize> = self.table.candidates(attribute).map(|(other, _)| other).collect();
            let beaten = beaten.into_iter().filter(|other| self.beaters(attribute, *other).contains(&rule));
            let beaten: Vec<usize> = beaten.collect();
            for other in beaten {
                questions.push(self.value_gained(attribute, rule, other));
            }
            for question in questions {
                match self.solver.ask(&question) {
                    Answer::Yes => return Answer::Yes,
                    Answer::No => {}
                    Answer::Unknown => answer = Answer::Unknown,
                }
            }
        }
        answer
    }

    // The rule wins, and without it nothing says the same.
    fn value_lost(&mut self, attribute: usize, rule: usize) -> Vec<Lit> {
        let mut literals = self.winning(HERE, attribute, rule);
        for other in self.with_value(attribute, rule, rule, |relation| relation == Relation::Same) {
            let literal = self.stands_back_without(attribute, other, rule);
            literals.push(literal);
        }
        literals
    }

    // The rule alone beats another one, and nothing that stands says the same as that one, or better where the
    // strictest counts.
    fn value_gained(&mut self, attribute: usize, rule: usize, other: usize) -> Vec<Lit> {
        let mut literals = self.conditions(HERE, rule);
        literals.extend(self.conditions(HERE, other));
        for beater in self.beaters(attribute, other) {
            if beater != rule {
                literals.push(self.absent(HERE, beater));
            }
        }
        for third in self.with_value(attribute, other, other, |relation| relation == Relation::Same) {
            literals.push(self.stands_back(HERE, attribute, third));
        }
        if self.is_strictest(attribute) {
            let better = self.with_value(attribute, other, other, |relation| relation == Relation::Better);
            for third in better.into_iter().filter(|third| *third != rule) {
                literals.push(self.stands_back_without(attribute, third, rule));
            }
        }
        literals
    }

    // A literal under which a rule does not hold or is beaten even if one of those that beat it were not there.
    fn stands_back_without(&mut self, attribute: usize, rule: usize, without: usize) -> Lit {
        let mut beaters = self.beaters(attribute, rule);
        if !beaters.contains(&without) {
            return self.stands_back(HERE, attribute, rule);
        }
        beaters.retain(|beater| *beater != without);
        self.stands_back_before(HERE, rule, &beaters)
    }

    // The rules that can hold beside `near` and whose value stands so to that of `rule`.
    fn with_value(
        &self,
        attribute: usize,
        rule: usize,
        near: usize,
        admits: impl Fn(Relation) -> bool,
    ) -> Vec<usize> {
        let Some(value) = self.table.rule(rule).gives.get(&attribute) else { return Vec::new() };
        let others = self.table.candidates(attribute).filter(|(other, theirs)| {
            *other != rule && admits(self.relation(attribute, *theirs, *value)) && self.meet(*other, near)
        });
        others.map(|(other, _)| other).collect()
    }

    fn differs(&self, attribute: usize, rule: usize, corner: &Corner) -> bool {
        let values = |without: Option<usize>| -> Vec<usize> {
            let settled = self.settled_by(attribute, corner, without);
            settled.into_iter().map(|(_, value)| value).collect::<BTreeSet<_>>().into_iter().collect()
        };
        let (with, without) = (values(None), values(Some(rule)));
        let same = |one: &[usize], other: &[usize]| {
            one.iter().all(|value| {
                other.iter().any(|theirs| self.relation(attribute, *value, *theirs) == Relation::Same)
            })
        };
        !same(&with, &without) || !same(&without, &with)
    }

    // The winners at a corner and their values, perhaps as if one rule were not there.
    fn settled_by(&self, attribute: usize, corner: &Corner, without: Option<usize>) -> Vec<(usize, usize)> {
        let there = |rule: usize| Some(rule) != without && self.holds_at(rule, corner);
        let unbeaten: Vec<(usize, usize)> = self
            .table
            .candidates(attribute)
            .filter(|(rule, _)| there(*rule))
            .filter(|(rule, _)| !self.beaters(attribute, *rule).into_iter().any(there))
            .collect();
        let outbid = |value: usize| {
            self.is_strictest(attribute)
                && unbeaten
                    .iter()
                    .any(|(_, theirs)| self.relation(attribute, *theirs, value) == Relation::Better)
        };
        unbeaten.iter().copied().filter(|(_, value)| !outbid(*value)).collect()
    }
}
