//! Situations that prove something, always the same one for the same question: the smallest in the order of the
//! dimensions. Must never hand out one that the plain reading of the table does not confirm.

use super::{Analysis, Answer, HERE};
use crate::situation::atoms::Run;
use crate::situation::solver::Lit;
use crate::situation::{Point, Relation};

/// A situation in atoms, one per dimension.
pub(super) type Corner = Vec<usize>;

/// A question that the budget left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsettled;

/// The answer to whether something can happen, with the smallest situation in which it does.
pub(super) enum Proof {
    Found(Corner),
    Impossible,
    Unknown,
}

impl Analysis<'_> {
    /// Whether all of `winners` can win an attribute in one situation in which `holding` hold as well.
    pub(super) fn prove(&mut self, attribute: usize, winners: &[usize], holding: &[usize]) -> Proof {
        let winners: Vec<(usize, usize)> = winners.iter().map(|rule| (attribute, *rule)).collect();
        self.prove_all(&winners, holding)
    }

    /// Whether rules can each win an attribute of their own in one situation in which `holding` hold as well.
    pub(super) fn prove_all(&mut self, winners: &[(usize, usize)], holding: &[usize]) -> Proof {
        let all: Vec<usize> = winners.iter().map(|(_, rule)| *rule).chain(holding.iter().copied()).collect();
        let Some(corner) = self.corner(&all) else { return Proof::Impossible };
        let holds = self.is_situation(&corner) && holding.iter().all(|rule| self.holds_at(*rule, &corner));
        if holds && winners.iter().all(|(attribute, rule)| self.wins_at(*attribute, *rule, &corner)) {
            return Proof::Found(corner);
        }
        let mut assumptions = Vec::new();
        for (attribute, rule) in winners {
            assumptions.extend(self.winning(HERE, *attribute, *rule));
        }
        for rule in holding {
            assumptions.extend(self.conditions(HERE, *rule));
        }
        self.prove_literals(&assumptions)
    }

    /// A situation in which rules each win an attribute of their own; `Err` when that stayed open.
    pub fn together(&mut self, winners: &[(usize, usize)]) -> Result<Option<Point>, Unsettled> {
        match self.prove_all(winners, &[]) {
            Proof::Found(corner) => {
                let point = self.point(&corner);
                let won = |(attribute, rule): &(usize, usize)| self.replay(*attribute, &point).contains(rule);
                if winners.iter().all(won) { Ok(Some(point)) } else { Err(Unsettled) }
            }
            Proof::Impossible => Ok(None),
            Proof::Unknown => Err(Unsettled),
        }
    }

    /// Whether literals can be true together, with the smallest situation in which they are.
    pub(super) fn prove_literals(&mut self, assumptions: &[Lit]) -> Proof {
        match self.solver.ask(assumptions) {
            Answer::Yes => Proof::Found(self.smallest(assumptions)),
            Answer::No => Proof::Impossible,
            Answer::Unknown => Proof::Unknown,
        }
    }

    /// The smallest atoms at which all of these rules hold, impossibilities aside.
    pub(super) fn corner(&self, rules: &[usize]) -> Option<Corner> {
        let mut common = crate::situation::atoms::Cells::default();
        for rule in rules {
            common = common.intersect(self.cells.get(*rule)?);
        }
        self.corner_of(&common)
    }

    /// The smallest atoms of some cells.
    pub(super) fn corner_of(&self, cells: &crate::situation::atoms::Cells) -> Option<Corner> {
        if cells.empty {
            return None;
        }
        let mut corner = vec![0; self.atoms.dimensions.len()];
        for (dimension, runs) in &cells.limits {
            let first = runs.first().map(|(from, _)| *from);
            if let (Some(at), Some(first)) = (corner.get_mut(*dimension), first) {
                *at = first;
            }
        }
        Some(corner)
    }

    pub(super) fn is_situation(&self, corner: &Corner) -> bool {
        !self.never.iter().any(|never| never.contains(corner))
    }

    pub(super) fn holds_at(&self, rule: usize, corner: &Corner) -> bool {
        self.cells.get(rule).is_some_and(|cells| cells.contains(corner))
            && !self.left_out.get(rule).into_iter().flatten().any(|cells| cells.contains(corner))
    }

    pub(super) fn unbeaten_at(&self, attribute: usize, rule: usize, corner: &Corner) -> bool {
        let beaters = self.beating.of_rule(rule);
        self.holds_at(rule, corner)
            && !beaters.iter().any(|beater| self.gives(*beater, attribute) && self.holds_at(*beater, corner))
    }

    pub(super) fn wins_at(&self, attribute: usize, rule: usize, corner: &Corner) -> bool {
        if !self.unbeaten_at(attribute, rule, corner) {
            return false;
        }
        let Some(value) = self.table.rule(rule).gives.get(&attribute) else { return false };
        !self.is_strictest(attribute)
            || !self.table.candidates(attribute).any(|(other, theirs)| {
                self.relation(attribute, theirs, *value) == Relation::Better
                    && self.unbeaten_at(attribute, other, corner)
            })
    }

    /// The smallest situation in which the assumptions are true; they have just been found to be possible.
    fn smallest(&mut self, assumptions: &[Lit]) -> Corner {
        self.smallest_on(&self.lines(), assumptions)
    }

    /// The lines of the situation that every question speaks of, one for each dimension.
    pub(super) fn lines(&self) -> Vec<(usize, usize)> {
        (0..self.atoms.dimensions.len()).map(|dimension| (HERE, dimension)).collect()
    }

    /// The smallest atoms on lines (side and dimension), one line after the other.
    pub(super) fn smallest_on(&mut self, lines: &[(usize, usize)], assumptions: &[Lit]) -> Vec<usize> {
        let mut fixed = assumptions.to_vec();
        let mut smallest = Vec::with_capacity(lines.len());
        let mut model = self.model(lines);
        for (at, line) in lines.iter().enumerate() {
            let (mut low, mut high) = (0, model.get(at).copied().unwrap_or_default());
            let mut next = 0;
            while low < high {
                let question: Vec<Lit> =
                    fixed.iter().copied().chain(self.run(*line, (low, next + 1))).collect();
                if self.solver.ask(&question) == Answer::Yes {
                    model = self.model(lines);
                    high = model.get(at).copied().unwrap_or_default();
                } else {
                    low = next + 1;
                }
                next = low.midpoint(high);
            }
            fixed.extend(self.run(*line, (low, low + 1)));
            smallest.push(low);
        }
        smallest
    }

    /// The literals that hold a line on a run of atoms.
    pub(super) fn run(&self, (side, dimension): (usize, usize), run: Run) -> Vec<Lit> {
        let side = self.sides.get(side);
        side.into_iter().flat_map(|side| side.situation.run(dimension, run)).collect()
    }

    pub(super) fn model(&self, lines: &[(usize, usize)]) -> Vec<usize> {
        let atom = |(side, dimension): &(usize, usize)| {
            self.sides.get(*side).map_or(0, |side| side.situation.atom(*dimension, &self.solver))
        };
        lines.iter().map(atom).collect()
    }

    /// A situation of atoms in positions.
    pub(super) fn point(&self, corner: &Corner) -> Point {
        self.atoms.point(corner)
    }
}
