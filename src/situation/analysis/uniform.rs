//! How far a situation can be widened while the same values win. Must never leave the region of one outcome.

use std::collections::BTreeSet;

use super::Analysis;
use super::witness::Corner;
use crate::situation::atoms::{Cells, Run};
use crate::situation::compare::VERSION;
use crate::time::intervals::{difference, intersection};

/// What must stay as it is around a situation for the same values to win: it is enough, though more than is needed.
#[derive(Debug, Default)]
pub(super) struct Uniform {
    /// The values that win.
    pub(super) values: BTreeSet<usize>,
    /// Cells that must not be left.
    kept: Vec<Cells>,
    /// Cells that must not be entered.
    avoided: Vec<Cells>,
}

/// How much work the choice of the most readable region may cost, in looks at rules.
const TRIES: usize = 200_000;

impl Uniform {
    /// What keeps the outcome of an attribute at a corner.
    pub(super) fn around(analysis: &Analysis<'_>, attribute: usize, corner: &Corner) -> Uniform {
        let all: Vec<(usize, usize)> =
            analysis.table.candidates(attribute).filter(|(rule, _)| analysis.is_possible(*rule)).collect();
        let holding: Vec<(usize, usize)> =
            all.iter().copied().filter(|(rule, _)| analysis.holds_at(*rule, corner)).collect();
        let mut pillars = Pillars::of(analysis, attribute, corner, &holding);
        pillars.overrule(analysis, attribute, corner, &holding);
        let mut uniform = Uniform { values: pillars.values.clone(), ..Uniform::default() };
        for (rule, value) in all {
            if analysis.holds_at(rule, corner) || !pillars.fear(analysis, attribute, rule, value) {
                continue;
            }
            let left_out = analysis.left_out.get(rule).into_iter().flatten();
            match analysis.cells.get(rule) {
                // The rule would hold here but for what it leaves out, so the region stays within that.
                Some(cells) if cells.contains(corner) => {
                    uniform.kept.extend(left_out.filter(|cells| cells.contains(corner)).take(1).cloned());
                }
                Some(cells) => uniform.avoided.push(cells.clone()),
                None => {}
            }
        }
        for rule in &pillars.kept {
            uniform.kept.extend(analysis.cells.get(*rule).cloned());
            uniform.avoided.extend(analysis.left_out.get(*rule).into_iter().flatten().cloned());
        }
        uniform
    }
}

/// The rules that an outcome rests on.
struct Pillars {
    values: BTreeSet<usize>,
    /// Rules that must hold throughout.
    kept: Vec<usize>,
    /// Those of them that nothing may beat.
    firm: Vec<usize>,
}

impl Pillars {
    // For each value that wins the widest of its winners.
    fn of(analysis: &Analysis<'_>, attribute: usize, corner: &Corner, holding: &[(usize, usize)]) -> Pillars {
        let winners: Vec<(usize, usize)> =
            holding.iter().copied().filter(|(rule, _)| analysis.wins_at(attribute, *rule, corner)).collect();
        let values: BTreeSet<usize> = winners.iter().map(|(_, value)| *value).collect();
        let width = |rule: usize| analysis.cells.get(rule).map_or(0, |cells| cells.limits.len());
        let widest = |value: &usize| {
            let same = winners.iter().filter(|(_, theirs)| theirs == value);
            same.map(|(rule, _)| *rule).min_by_key(|rule| (width(*rule), *rule))
        };
        let kept: Vec<usize> = values.iter().filter_map(widest).collect();
        Pillars { values, firm: kept.clone(), kept }
    }

    // For each rule that holds and does not win, something that keeps it from winning.
    fn overrule(
        &mut self,
        analysis: &Analysis<'_>,
        attribute: usize,
        corner: &Corner,
        holding: &[(usize, usize)],
    ) {
        for (rule, value) in holding {
            if self.values.contains(value) || self.silences(analysis, attribute, *rule) {
                continue;
            }
            let beaters = analysis.beating.of_rule(*rule);
            if let Some((beater, _)) = holding.iter().find(|(other, _)| beaters.binary_search(other).is_ok())
            {
                self.kept.push(*beater);
            } else if let Some((better, _)) = holding.iter().find(|(other, _)| {
                analysis.is_better(attribute, *other, *rule)
                    && analysis.unbeaten_at(attribute, *other, corner)
            }) {
                self.kept.push(*better);
                self.firm.push(*better);
            }
        }
    }

    fn beat(&self, analysis: &Analysis<'_>, rule: usize) -> bool {
        let beaters = analysis.beating.of_rule(rule);
        self.kept.iter().any(|kept| beaters.binary_search(kept).is_ok())
    }

    fn silences(&self, analysis: &Analysis<'_>, attribute: usize, rule: usize) -> bool {
        let outbid = || self.firm.iter().any(|firm| analysis.is_better(attribute, *firm, rule));
        self.beat(analysis, rule) || (analysis.is_strictest(attribute) && outbid())
    }

    // Whether a rule could change the outcome where it holds.
    fn fear(&self, analysis: &Analysis<'_>, attribute: usize, rule: usize, value: usize) -> bool {
        let topples = |firm: &usize| analysis.beating.of_rule(*firm).binary_search(&rule).is_ok();
        if self.firm.iter().any(topples) {
            return true;
        }
        if self.beat(analysis, rule) {
            return false;
        }
        let outbids = |firm: &usize| analysis.is_better(attribute, rule, *firm);
        if analysis.is_strictest(attribute) && self.firm.iter().any(outbids) {
            return true;
        }
        !self.values.contains(&value) && !self.silences(analysis, attribute, rule)
    }
}

impl Analysis<'_> {
    /// Of the largest regions around a situation in which everything stays as it is, the one with the fewest limits.
    pub(super) fn widest_with(&self, uniform: &[Uniform], corner: &Corner) -> Cells {
        let dimensions = self.atoms.dimensions.len();
        let cells: usize = uniform.iter().map(|one| one.kept.len() + one.avoided.len()).sum();
        let tries = (TRIES / (cells.max(1) * dimensions.max(1))).clamp(1, dimensions.max(1));
        let mut best: Option<(usize, f64, Cells)> = None;
        for first in 0..tries {
            let order = (0..dimensions).map(|at| (at + first) % dimensions);
            let region = self.widened_with(uniform, corner, order);
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

    fn widened_with(
        &self,
        uniform: &[Uniform],
        corner: &Corner,
        order: impl Iterator<Item = usize>,
    ) -> Cells {
        let atoms = |dimension: usize| self.atoms.dimensions.get(dimension).map_or(0, Vec::len);
        let mut region = Cells::at(corner);
        // Which version a situation belongs to is no limit: both are looked at.
        region.set(VERSION, &[(0, atoms(VERSION))], atoms(VERSION));
        for dimension in order.filter(|dimension| *dimension != VERSION) {
            let mut free: Vec<Run> = vec![(0, atoms(dimension))];
            for kept in uniform.iter().flat_map(|one| &one.kept) {
                if let Some(runs) = kept.get(dimension) {
                    free = intersection(&free, runs);
                }
            }
            for avoided in uniform.iter().flat_map(|one| &one.avoided) {
                if let Some(runs) = avoided.get(dimension)
                    && avoided.meets_but(&region, Some(dimension))
                {
                    free = difference(&free, runs);
                }
            }
            region.set(dimension, &free, atoms(dimension));
        }
        region
    }
}
