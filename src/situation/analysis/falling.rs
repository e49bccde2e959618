//! Promises that get worse for a higher value of a dimension that rises. Must never compare situations that differ in
//! anything else.

use super::witness::{Corner, Proof};
use super::{Analysis, Found, HERE, Side};
use crate::situation::atoms::{Cells, Run};
use crate::situation::solver::Lit;
use crate::situation::{Point, Relation};
use crate::time::intervals::intersection;

/// A rule that fares worse than another one for a higher value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Falling {
    /// In what.
    pub attribute: usize,
    /// The dimension that rises.
    pub dimension: usize,
    /// The rule that wins for the lower value.
    pub better: usize,
    /// The rule that wins for the higher value, with less.
    pub worse: usize,
    /// A situation with the lower value.
    pub lower: Point,
    /// The same situation with the higher value.
    pub higher: Point,
}

/// How many pairs are counted beyond those that are described: each is proved, and nobody reads so many.
const MOST_COUNTED: usize = 100;

impl Analysis<'_> {
    /// Every pair of rules of which the second wins for a higher value of the dimension than the first, all else
    /// equal, and gives something worse. Among very many candidates only so many pairs that every situation in which
    /// something falls is one of theirs.
    pub fn falling(&mut self, attribute: usize, dimension: usize) -> Found<Falling> {
        let mut found = Found::default();
        let candidates: Vec<(usize, usize)> =
            self.table.candidates(attribute).filter(|(rule, _)| self.is_possible(*rule)).collect();
        if candidates.len() > self.budget.pairs
            && let Some(questions) = self.questions_of_falling(attribute, dimension)
        {
            return self.falling_in(attribute, dimension, &questions);
        }
        let falls = |this: &Self, (better, value): (usize, usize), (worse, other): (usize, usize)| {
            this.relation(attribute, other, value) == Relation::Worse
                && this.could_rise(attribute, dimension, better, worse)
        };
        let nothing_falls = |this: &Self| {
            candidates.iter().all(|better| !candidates.iter().any(|worse| falls(this, *better, *worse)))
        };
        if nothing_falls(self) || self.is_steady(attribute, dimension) {
            return found;
        }
        for better in &candidates {
            for worse in &candidates {
                if !falls(self, *better, *worse) {
                    continue;
                }
                if found.is_full(&self.budget) || found.more >= MOST_COUNTED {
                    return found;
                }
                let (better, worse) = (better.0, worse.0);
                match self.rise(attribute, dimension, better, worse) {
                    Proof::Found(pair) => {
                        match self.confirmed(attribute, dimension, (better, worse), &pair) {
                            Some(falling) => found.add(falling, &self.budget),
                            None => found.unknown += 1,
                        }
                    }
                    Proof::Impossible => {}
                    Proof::Unknown => found.unknown += 1,
                }
            }
        }
        found
    }

    // Pairs of rules as the solver finds them, until all situations in which something falls are told.
    fn falling_in(&mut self, attribute: usize, dimension: usize, questions: &[Vec<Lit>]) -> Found<Falling> {
        let mut found = Found::default();
        let (side, _) = self.beside(dimension);
        let lines = self.lines_of_pair(side, dimension);
        // Under this literal no pair falls that was told.
        let untold = self.solver.follower();
        for question in questions {
            let question: Vec<Lit> = question.iter().copied().chain([untold]).collect();
            loop {
                if found.is_full(&self.budget) || found.more >= MOST_COUNTED {
                    return found;
                }
                match self.solver.ask(&question) {
                    super::Answer::Yes => {}
                    super::Answer::No => break,
                    super::Answer::Unknown => {
                        found.unknown += 1;
                        break;
                    }
                }
                let pair = self.model(&lines);
                let Some(falling) = self.pair_at(attribute, dimension, &pair) else {
                    found.unknown += 1;
                    break;
                };
                let mut told = self.unless_unbeaten(HERE, attribute, falling.better);
                told.extend(self.unless_unbeaten(side, attribute, falling.worse));
                self.solver.clause(told.into_iter().chain([!untold]));
                found.add(falling, &self.budget);
            }
        }
        found
    }

    // The first rules that win in a situation and in one with a higher value, the second with less.
    fn pair_at(&self, attribute: usize, dimension: usize, pair: &[usize]) -> Option<Falling> {
        let (lower, upper) = corners_of(pair, dimension)?;
        let winners = |corner: &Corner| -> Vec<usize> {
            let candidates = self.table.candidates(attribute).map(|(rule, _)| rule);
            candidates.filter(|rule| self.wins_at(attribute, *rule, corner)).collect()
        };
        let worse = winners(&upper);
        let falls = winners(&lower).into_iter().find_map(|better| {
            let worse = worse.iter().find(|worse| self.is_better(attribute, better, **worse))?;
            Some((better, *worse))
        });
        self.confirmed(attribute, dimension, falls?, pair)
    }

    // Whether the second rule admits a higher value than the smallest one of the first, in a shared situation, and no
    // single rule beats one of the two wherever that is so.
    fn could_rise(&self, attribute: usize, dimension: usize, better: usize, worse: usize) -> bool {
        let (Some(one), Some(other)) = (self.cells.get(better), self.cells.get(worse)) else { return false };
        let lowest = one.get(dimension).and_then(|runs| runs.first()).map_or(0, |(from, _)| *from);
        if !one.meets_but(other, Some(dimension)) {
            return false;
        }
        let Some(next) = self.next_value(worse, dimension, lowest) else { return false };
        let lower = one.intersect(&other.without(dimension));
        let mut higher = other.intersect(&one.without(dimension));
        let above: Run = (next, self.known(dimension));
        let runs = higher.get(dimension).map_or_else(|| vec![above], |runs| intersection(runs, &[above]));
        higher.set(dimension, &runs, self.atoms.dimensions.get(dimension).map_or(0, Vec::len));
        let hides = |rule: usize, part: &Cells| {
            self.beating.of_rule(rule).iter().any(|beater| {
                self.gives(*beater, attribute)
                    && self.left_out.get(*beater).is_none_or(Vec::is_empty)
                    && self.cells.get(*beater).is_some_and(|cells| cells.covers(part))
            })
        };
        !hides(better, &lower) && !hides(worse, &higher)
    }

    // The smallest known value of a rule above an atom.
    fn next_value(&self, rule: usize, dimension: usize, above: usize) -> Option<usize> {
        let known = self.known(dimension);
        let whole: [Run; 1] = [(0, known)];
        let runs = self.cells.get(rule)?.get(dimension).unwrap_or(&whole);
        let next = runs.iter().map(|(from, to)| ((above + 1).max(*from), *to)).find(|(from, to)| from < to);
        next.map(|(from, _)| from).filter(|at| *at < known)
    }

    // How many atoms of a dimension stand for known values.
    fn known(&self, dimension: usize) -> usize {
        let atoms = self.atoms.dimensions.get(dimension).map_or(0, Vec::len);
        let optional = self.table.space.dimensions.get(dimension).is_some_and(|dimension| dimension.optional);
        atoms - usize::from(optional).min(atoms)
    }

    // The lines of a situation, and behind them the one on which its higher value lies.
    fn lines_of_pair(&self, side: usize, dimension: usize) -> Vec<(usize, usize)> {
        let mut lines = self.lines();
        lines.push((side, dimension));
        lines
    }

    // The atoms of the lower situation, and behind them the higher value.
    fn rise(&mut self, attribute: usize, dimension: usize, better: usize, worse: usize) -> Proof {
        if let Some(pair) = self.corner_pair(attribute, dimension, better, worse) {
            return Proof::Found(pair);
        }
        let (side, higher) = self.beside(dimension);
        let mut assumptions = self.winning(HERE, attribute, better);
        assumptions.extend(self.winning(side, attribute, worse));
        assumptions.push(higher);
        match self.solver.ask(&assumptions) {
            super::Answer::Yes => {
                let lines = self.lines_of_pair(side, dimension);
                Proof::Found(self.smallest_on(&lines, &assumptions))
            }
            super::Answer::No => Proof::Impossible,
            super::Answer::Unknown => Proof::Unknown,
        }
    }

    fn corner_pair(
        &self,
        attribute: usize,
        dimension: usize,
        better: usize,
        worse: usize,
    ) -> Option<Vec<usize>> {
        let (one, other) = (self.cells.get(better)?, self.cells.get(worse)?);
        let mut lower = self.corner_of(&one.intersect(&other.without(dimension)))?;
        let least = lower.get(dimension).copied()?;
        let next = self.next_value(worse, dimension, least)?;
        let mut higher = lower.clone();
        *higher.get_mut(dimension)? = next;
        let sound = self.is_situation(&lower)
            && self.is_situation(&higher)
            && self.wins_at(attribute, better, &lower)
            && self.wins_at(attribute, worse, &higher);
        lower.push(next);
        sound.then_some(lower)
    }

    // The same situation with another value of the dimension, and a literal under which that value is higher.
    pub(super) fn beside(&mut self, dimension: usize) -> (usize, Lit) {
        if let Some((side, higher)) = self.beside.get(&dimension) {
            return (*side, *higher);
        }
        self.wake();
        let Some(here) = self.sides.get(HERE) else { return (HERE, self.solver.follower()) };
        let situation = here.situation.beside(dimension, &mut self.solver);
        let (low, high) = (here.situation.borders(dimension).to_vec(), situation.borders(dimension).to_vec());
        let higher = self.solver.follower();
        let mut somewhere = vec![!higher];
        for (low, high) in low.iter().zip(&high) {
            self.solver.clause([!higher, !*low, *high]);
            let between = self.solver.follower();
            self.solver.clause([!between, !*low]);
            self.solver.clause([!between, *high]);
            self.solver.clause([between, *low, !*high]);
            somewhere.push(between);
        }
        self.solver.clause(somewhere);
        // What is not known is neither higher nor lower.
        let unknown = self.known(dimension).checked_sub(1);
        for line in [&low, &high] {
            if let Some(border) = unknown.and_then(|at| line.get(at)) {
                self.solver.clause([!higher, !*border]);
            }
        }
        let side = Side::of(situation, &self.cells, &self.left_out, &self.never, &mut self.solver);
        self.sides.push(side);
        let side = self.sides.len() - 1;
        self.beside.insert(dimension, (side, higher));
        (side, higher)
    }

    fn confirmed(
        &self,
        attribute: usize,
        dimension: usize,
        (better, worse): (usize, usize),
        pair: &[usize],
    ) -> Option<Falling> {
        let (lower, upper) = corners_of(pair, dimension)?;
        let (lower, higher) = (self.point(&lower), self.point(&upper));
        let proved = self.replay(attribute, &lower).contains(&better)
            && self.replay(attribute, &higher).contains(&worse)
            && lower.get(dimension) < higher.get(dimension);
        proved.then_some(Falling { attribute, dimension, better, worse, lower, higher })
    }
}

// The lower and the higher situation of a pair: the atoms of the one, and behind them the value of the other.
fn corners_of(pair: &[usize], dimension: usize) -> Option<(Corner, Corner)> {
    let (higher, lower) = pair.split_last()?;
    let mut upper = lower.to_vec();
    *upper.get_mut(dimension)? = *higher;
    Some((lower.to_vec(), upper))
}
