//! Rules that never win anything. Must never accuse a rule that wins one attribute in one situation.

use std::collections::BTreeSet;

use super::witness::{Corner, Proof};
use super::{Analysis, Answer, Found, HERE};
use crate::situation::Relation;
use crate::situation::solver::Lit;

/// A rule that never wins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreachable {
    /// The rule.
    pub rule: usize,
    /// The smallest set of rules that together beat it wherever it holds; empty when it holds nowhere.
    pub covered_by: Vec<usize>,
    /// Whether the search for a smaller set was given up.
    pub perhaps_fewer: bool,
}

/// How many rounds the search for the smallest set may take.
const ROUNDS: usize = 400;
/// How many steps the choice of a smallest set may take.
const STEPS: usize = 20_000;

impl Analysis<'_> {
    /// Every rule that gives something and wins nothing anywhere. Floors are no candidates and never accused.
    pub fn unreachable(&mut self) -> Found<Unreachable> {
        let mut found = Found::default();
        for (rule, answer) in self.reached().into_iter().enumerate() {
            match answer {
                Answer::Yes => {}
                Answer::Unknown => found.unknown += 1,
                Answer::No if found.items.len() >= self.budget.described => found.more += 1,
                Answer::No => match self.covering(rule) {
                    Some((covered_by, perhaps_fewer)) => {
                        found.add(Unreachable { rule, covered_by, perhaps_fewer }, &self.budget);
                    }
                    None => found.unknown += 1,
                },
            }
        }
        found
    }

    /// The rules that win nothing anywhere, without what takes their place; those that stayed open are left out.
    pub fn unreachable_rules(&mut self) -> Vec<usize> {
        let answers = self.reached().into_iter().enumerate();
        answers.filter(|(_, answer)| *answer == Answer::No).map(|(rule, _)| rule).collect()
    }

    /// Whether each rule wins something somewhere; floors have nothing to win and count as if they did. Asked once.
    pub(super) fn reached(&mut self) -> Vec<Answer> {
        if self.reached.is_empty() {
            self.reached = self.each_reached();
        }
        self.reached.clone()
    }

    fn each_reached(&mut self) -> Vec<Answer> {
        let nothing_to_win = |rule: usize| {
            let given = self.table.rule(rule);
            given.floor || (given.gives.is_empty() && self.is_possible(rule))
        };
        let all = 0..self.table.rules.len();
        let mut answers: Vec<Answer> =
            all.map(|rule| if nothing_to_win(rule) { Answer::Yes } else { Answer::No }).collect();
        let given = self.table.rules.iter().flat_map(|rule| rule.gives.keys().copied());
        for attribute in given.collect::<BTreeSet<usize>>() {
            let open = |rule: usize| answers.get(rule) != Some(&Answer::Yes);
            let found = match self.ladder(attribute, open) {
                Some(found) => found,
                None => {
                    let candidates = self.table.candidates(attribute).map(|(rule, _)| rule);
                    let open: Vec<usize> = candidates.filter(|rule| open(*rule)).collect();
                    open.into_iter().map(|rule| (rule, self.wins(attribute, rule))).collect()
                }
            };
            for (rule, answer) in found.into_iter().filter(|(_, answer)| *answer != Answer::No) {
                if let Some(known) = answers.get_mut(rule) {
                    *known = answer;
                }
            }
        }
        answers
    }

    // Whether a rule wins an attribute somewhere; a look at its smallest corner often settles it.
    fn wins(&mut self, attribute: usize, rule: usize) -> Answer {
        if !self.is_possible(rule) {
            return Answer::No;
        }
        let corner = self.corner(&[rule]).filter(|corner| self.is_situation(corner));
        if corner.is_some_and(|corner| self.wins_at(attribute, rule, &corner)) {
            return Answer::Yes;
        }
        let question = self.winning(HERE, attribute, rule);
        self.solver.ask(&question)
    }

    // The smallest set of rules that cover a rule: choose the fewest that hit every situation met so far, look for a
    // situation that they miss, and go on until there is none.
    fn covering(&mut self, rule: usize) -> Option<(Vec<usize>, bool)> {
        if !self.is_possible(rule) {
            return Some((Vec::new(), false));
        }
        let attributes: Vec<usize> = self.table.rule(rule).gives.keys().copied().collect();
        let mut met: Vec<BTreeSet<usize>> = Vec::new();
        let mut exact = true;
        for round in 0.. {
            let chosen = match fewest(&met).filter(|_| round < ROUNDS) {
                Some(chosen) if exact => chosen,
                _ => {
                    exact = false;
                    greedy(&met)
                }
            };
            let mut missed = None;
            for attribute in &attributes {
                match self.escape(*attribute, rule, &chosen) {
                    Proof::Found(corner) => {
                        missed = Some(self.overruled_by(*attribute, rule, &corner));
                        break;
                    }
                    Proof::Impossible => {}
                    Proof::Unknown => return None,
                }
            }
            match missed {
                None => return Some((chosen.into_iter().collect(), !exact)),
                Some(hitting) if hitting.is_empty() => return None,
                Some(hitting) => met.push(hitting),
            }
        }
        None
    }

    // A situation in which the rule holds and none of the chosen overrules it.
    fn escape(&mut self, attribute: usize, rule: usize, chosen: &BTreeSet<usize>) -> Proof {
        let mut assumptions: Vec<Lit> = self.conditions(HERE, rule);
        let beaters = self.beaters(attribute, rule);
        for other in chosen {
            if !self.gives(*other, attribute) {
                continue;
            }
            if beaters.contains(other) {
                let literal = self.absent(HERE, *other);
                assumptions.push(literal);
            } else if self.is_strictest(attribute) && self.is_better(attribute, *other, rule) {
                let literal = self.stands_back(HERE, attribute, *other);
                assumptions.push(literal);
            }
        }
        self.prove_literals(&assumptions)
    }

    pub(super) fn is_better(&self, attribute: usize, one: usize, other: usize) -> bool {
        let value = |rule: usize| self.table.rule(rule).gives.get(&attribute).copied();
        value(one)
            .zip(value(other))
            .is_some_and(|(one, other)| self.relation(attribute, one, other) == Relation::Better)
    }

    // The rules that keep a rule from winning at a corner.
    fn overruled_by(&self, attribute: usize, rule: usize, corner: &Corner) -> BTreeSet<usize> {
        let beaters = self.beaters(attribute, rule);
        let mut all: BTreeSet<usize> =
            beaters.into_iter().filter(|other| self.holds_at(*other, corner)).collect();
        if self.is_strictest(attribute) {
            let better = self.better(attribute, rule).into_iter();
            all.extend(better.filter(|other| self.unbeaten_at(attribute, *other, corner)));
        }
        all
    }
}

// A smallest set that hits every one of these; none when it takes too many steps.
fn fewest(sets: &[BTreeSet<usize>]) -> Option<BTreeSet<usize>> {
    let mut steps = STEPS;
    for size in 0..=sets.len() {
        match hit(sets, size, &mut BTreeSet::new(), &mut steps) {
            Some(Some(found)) => return Some(found),
            Some(None) => {}
            None => return None,
        }
    }
    None
}

fn hit(
    sets: &[BTreeSet<usize>],
    size: usize,
    chosen: &mut BTreeSet<usize>,
    steps: &mut usize,
) -> Option<Option<BTreeSet<usize>>> {
    *steps = steps.checked_sub(1)?;
    let Some(missed) = sets.iter().filter(|set| set.is_disjoint(chosen)).min_by_key(|set| set.len()) else {
        return Some(Some(chosen.clone()));
    };
    if size == 0 {
        return Some(None);
    }
    for rule in missed {
        chosen.insert(*rule);
        let found = hit(sets, size - 1, chosen, steps);
        chosen.remove(rule);
        match found {
            Some(None) => {}
            found => return found,
        }
    }
    Some(None)
}

// A set that hits every one of these, taking each time the rule that hits most.
fn greedy(sets: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let mut chosen = BTreeSet::new();
    loop {
        let left: Vec<&BTreeSet<usize>> = sets.iter().filter(|set| set.is_disjoint(&chosen)).collect();
        let rules: BTreeSet<usize> = left.iter().flat_map(|set| set.iter().copied()).collect();
        let hits = |rule: &usize| left.iter().filter(|set| set.contains(rule)).count();
        let Some(best) = rules.into_iter().max_by_key(|rule| (hits(rule), std::cmp::Reverse(*rule))) else {
            return chosen;
        };
        chosen.insert(best);
    }
}
