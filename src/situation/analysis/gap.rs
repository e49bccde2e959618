//! Situations in which nothing gives an attribute, as few and as large regions as describe them. Must never stop
//! before it is proved that there is no further one, unless it says so.

use super::witness::{Corner, Proof};
use super::{Analysis, Answer, Found, HERE};
use crate::situation::atoms::{Cells, Run, Runs, runs_meet, within};
use crate::situation::solver::Lit;
use crate::situation::{Point, Region, Set};
use crate::time::intervals::difference;

/// A region in which nothing gives an attribute.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// What is missing.
    pub attribute: usize,
    /// Where; it may hold situations that cannot happen, and overlap with other gaps.
    pub region: Region,
    /// A situation of it that can happen.
    pub witness: Point,
    /// The part of all combinations that the region takes, from 0 to 1; what cannot happen is not taken off.
    pub share: f64,
}

/// How much work the choice of the most readable region may cost, in looks at rules.
const TRIES: usize = 200_000;

/// How many dimensions are opened; nobody describes a situation by so many.
const MOST_DIMENSIONS: usize = 128;

impl Analysis<'_> {
    /// The regions in which no rule gives the attribute. None of them can be made larger, and none is superfluous.
    pub fn gaps(&mut self, attribute: usize) -> Found<Gap> {
        let mut found = Found::default();
        self.wake();
        let giving: Vec<usize> = self.table.candidates(attribute).map(|(rule, _)| rule).collect();
        let uncovered = self.solver.follower();
        for rule in &giving {
            if self.cells.get(*rule).is_some_and(|cells| !cells.empty) {
                let conditions = self.conditions(HERE, *rule);
                self.solver.clause(conditions.into_iter().map(|condition| !condition).chain([!uncovered]));
            }
        }
        let mut boxes: Vec<(Cells, Lit)> = Vec::new();
        let mut question = vec![uncovered];
        loop {
            if boxes.len() >= self.budget.described + self.budget.counted {
                found.more += 1;
                break;
            }
            match self.prove_any(&question) {
                Proof::Impossible => break,
                Proof::Unknown => {
                    found.unknown += 1;
                    break;
                }
                Proof::Found(corner) => {
                    let region = self.widest(&giving, &corner);
                    let outside = self.outside(&region);
                    question.push(outside);
                    boxes.push((region, outside));
                }
            }
        }
        self.drop_superfluous(uncovered, &mut boxes);
        let mut gaps: Vec<Gap> = Vec::new();
        for (region, _) in &boxes {
            match self.gap(attribute, uncovered, region) {
                Some(gap) => gaps.push(gap),
                None => found.unknown += 1,
            }
        }
        gaps.sort_by(|one, other| {
            let width = one.region.width().cmp(&other.region.width());
            width.then(other.share.total_cmp(&one.share)).then_with(|| one.region.cmp(&other.region))
        });
        gaps.into_iter().for_each(|gap| found.add(gap, &self.budget));
        found
    }

    // Some situation in which the assumptions are true; which one does not matter.
    pub(super) fn prove_any(&mut self, assumptions: &[Lit]) -> Proof {
        match self.solver.ask(assumptions) {
            Answer::Yes => Proof::Found(self.model(&self.lines())),
            Answer::No => Proof::Impossible,
            Answer::Unknown => Proof::Unknown,
        }
    }

    // Of the largest regions around a situation that no rule meets, the one with the fewest limits.
    fn widest(&self, giving: &[usize], corner: &Corner) -> Cells {
        let dimensions = self.atoms.dimensions.len().min(MOST_DIMENSIONS);
        let rules = giving.iter().filter_map(|rule| self.cells.get(*rule)).filter(|cells| !cells.empty);
        let apart: Vec<(&Cells, u128)> =
            rules.filter_map(|cells| Some((cells, apart_from(cells, corner)?))).collect();
        let looks = giving.len().max(1) * dimensions.max(1);
        let tries = (TRIES / looks).clamp(1, dimensions.max(1));
        let mut best: Option<(usize, f64, Cells)> = None;
        for first in 0..tries {
            let order = (0..dimensions).map(|at| (at + first) % dimensions);
            let region = self.widened(apart.clone(), corner, order);
            let (width, share) = (region.limits.len(), self.share(&region));
            let better = best
                .as_ref()
                .is_none_or(|(least, largest, _)| width < *least || (width == *least && share > *largest));
            if better {
                best = Some((width, share, region));
            }
        }
        best.map(|(_, _, region)| region).unwrap_or_default()
    }

    // Opens one dimension after the other as far as no rule is met. A rule stands in the way of a dimension when it
    // is apart from the region in no other one.
    fn widened(
        &self,
        mut apart: Vec<(&Cells, u128)>,
        corner: &Corner,
        order: impl Iterator<Item = usize>,
    ) -> Cells {
        let mut region = Cells::at(corner);
        for dimension in order {
            let bit = 1_u128 << dimension;
            let atoms = self.atoms.dimensions.get(dimension).map_or(0, Vec::len);
            let mut free: Vec<Run> = vec![(0, atoms)];
            for (cells, apart) in apart.iter().filter(|(_, apart)| apart & !bit == 0) {
                free = match cells.get(dimension) {
                    Some(runs) if apart & bit != 0 => difference(&free, runs),
                    _ => Vec::new(),
                };
            }
            for (cells, apart) in apart.iter_mut().filter(|(_, apart)| apart & bit != 0) {
                if cells.get(dimension).is_none_or(|runs| runs_meet(runs, &free)) {
                    *apart &= !bit;
                }
            }
            region.set(dimension, &free, atoms);
        }
        region
    }

    // A literal under which the situation lies outside a region.
    pub(super) fn outside(&mut self, region: &Cells) -> Lit {
        let outside = self.solver.follower();
        let inside = self.inside(region);
        self.solver.clause(inside.into_iter().map(|literal| !literal).chain([!outside]));
        outside
    }

    pub(super) fn inside(&mut self, region: &Cells) -> Vec<Lit> {
        self.wake();
        match self.sides.first_mut() {
            Some(here) => here.situation.conditions(region, &mut self.solver),
            None => Vec::new(),
        }
    }

    // Leaves out each region that the others describe, the narrowest first.
    fn drop_superfluous(&mut self, uncovered: Lit, boxes: &mut Vec<(Cells, Lit)>) {
        boxes.sort_by(|(one, _), (other, _)| {
            let share = self.share(one).total_cmp(&self.share(other));
            other.limits.len().cmp(&one.limits.len()).then(share).then_with(|| one.limits.cmp(&other.limits))
        });
        let mut at = 0;
        while let Some((region, _)) = boxes.get(at) {
            let mut question = self.inside(&region.clone());
            question.push(uncovered);
            let others = boxes.iter().enumerate().filter(|(other, _)| *other != at);
            question.extend(others.map(|(_, (_, outside))| *outside));
            if self.solver.ask(&question) == Answer::No {
                boxes.remove(at);
            } else {
                at += 1;
            }
        }
    }

    fn gap(&mut self, attribute: usize, uncovered: Lit, region: &Cells) -> Option<Gap> {
        let corner = self.corner_of(region).filter(|corner| self.is_situation(corner));
        let corner = match corner {
            Some(corner) => corner,
            None => {
                let mut question = self.inside(region);
                question.push(uncovered);
                match self.prove_literals(&question) {
                    Proof::Found(corner) => corner,
                    _ => return None,
                }
            }
        };
        let witness = self.point(&corner);
        if !self.table.can_happen(&witness) || !self.replay(attribute, &witness).is_empty() {
            return None;
        }
        Some(Gap { attribute, region: self.region(region), witness, share: self.share(region) })
    }

    pub(super) fn share(&self, region: &Cells) -> f64 {
        let part = |(dimension, runs): &(usize, Runs)| {
            let atoms = self.atoms.dimensions.get(*dimension).map(Vec::as_slice).unwrap_or_default();
            let size = |atoms: &[(i64, i64)]| atoms.iter().map(|(from, to)| (to - from) as f64).sum::<f64>();
            let inside: f64 = runs.iter().filter_map(|(from, to)| atoms.get(*from..*to)).map(size).sum();
            inside / size(atoms).max(1.0)
        };
        region.limits.iter().map(part).product()
    }

    // Cells in positions.
    pub(super) fn region(&self, cells: &Cells) -> Region {
        let mut region = Region::everywhere();
        for (dimension, runs) in &cells.limits {
            let atoms = self.atoms.dimensions.get(*dimension).map(Vec::as_slice).unwrap_or_default();
            let positions = runs.iter().filter_map(|(from, to)| atoms.get(*from..*to)).flatten().copied();
            region.limit(*dimension, Set::of(positions.collect()));
        }
        region
    }
}

// The dimensions in which a rule is apart from a situation, one bit for each; none when it is so in one that stays
// closed anyway.
fn apart_from(cells: &Cells, corner: &Corner) -> Option<u128> {
    let mut apart = 0;
    for (dimension, runs) in &cells.limits {
        if corner.get(*dimension).is_some_and(|at| !within(&(*at, *at + 1), runs)) {
            apart |= (*dimension < MOST_DIMENSIONS).then_some(1_u128 << (dimension % MOST_DIMENSIONS))?;
        }
    }
    Some(apart)
}
