//! Whether rules together take all of a rule: one situation is looked at, what the widest rule there takes is cut off,
//! and so on with each part that is left. Must never say so where one situation is left.

use super::Analysis;
use super::postings::{Bits, Postings};
use crate::situation::atoms::{Cells, Run};
use crate::time::intervals::{difference, intersection};

/// Of how many rules that take a situation it is counted what they leave.
const LOOKS: usize = 3;

/// What was found about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Covered {
    /// Something takes every situation of it.
    Whole,
    /// Some situation of it is left.
    Partly,
    /// The steps ended first.
    Open,
}

/// The candidates of an attribute, made ready.
pub(super) struct Cover<'c, 't> {
    analysis: &'c Analysis<'t>,
    postings: Postings,
    /// For each rule the candidates that beat it.
    beaters: Vec<Vec<usize>>,
}

/// What takes a part of a rule, but for what it gives back.
struct Taker<'c> {
    cells: &'c Cells,
    back: Vec<&'c Cells>,
}

impl<'c, 't> Cover<'c, 't> {
    /// Makes the candidates of an attribute ready; none where the table is too large.
    pub(super) fn of(analysis: &'c Analysis<'t>, attribute: usize, candidates: &[usize]) -> Option<Self> {
        let postings = Postings::of(analysis, candidates)?;
        let mut beaters = vec![Vec::new(); analysis.cells.len()];
        for rule in candidates {
            if let Some(list) = beaters.get_mut(*rule) {
                *list = analysis.beaters(attribute, *rule);
            }
        }
        Some(Cover { analysis, postings, beaters })
    }

    /// Whether every situation of a rule is taken by a rule that beats it, or by one of `better` that nothing beats.
    pub(super) fn covered(&self, rule: usize, better: &Bits, steps: usize) -> Covered {
        let Some(whole) = self.analysis.cells.get(rule) else { return Covered::Whole };
        let mut takers = better.clone();
        self.beaters_of(rule).iter().for_each(|beater| takers.put(*beater));
        let mut open = vec![whole.clone()];
        for _ in 0..steps {
            let Some(part) = open.pop() else { return Covered::Whole };
            let Some(corner) = self.analysis.corner_of(&part) else { continue };
            let Some(taker) = self.taker(rule, &takers, &part, &corner) else { return Covered::Partly };
            let inside = part.intersect(taker.cells);
            let back = taker.back.iter().filter(|back| back.meets(&inside));
            open.extend(back.map(|back| inside.intersect(back)));
            self.cut_off(&part, taker.cells, &mut open);
        }
        Covered::Open
    }

    // What takes a situation and cuts the part that it is in into the fewest parts.
    fn taker(&self, rule: usize, takers: &Bits, part: &Cells, corner: &[usize]) -> Option<Taker<'c>> {
        let analysis = self.analysis;
        let outside =
            self.left_out(rule).iter().chain(&analysis.never).filter(|cells| cells.contains(corner));
        if let Some(cells) = outside.min_by_key(|cells| sides(cells, part)) {
            return Some(Taker { cells, back: Vec::new() });
        }
        let here = self.postings.at(corner);
        let holds = |other: usize| !self.left_out(other).iter().any(|cells| cells.contains(corner));
        let beaters = self.beaters_of(rule);
        let mut promising: Vec<(usize, usize, usize)> = here
            .shared(takers)
            .filter_map(|other| {
                let beats = beaters.binary_search(&other).is_ok();
                let against = if beats { 0 } else { self.beaters_of(other).len() };
                Some((sides(analysis.cells.get(other)?, part), against, other))
            })
            .collect();
        promising.sort_unstable();
        let standing = promising.into_iter().filter_map(|(sides, against, other)| {
            let beaters = if against == 0 { &[][..] } else { self.beaters_of(other) };
            let beaten = beaters.iter().any(|beater| here.has(*beater) && holds(*beater));
            (!beaten && holds(other)).then_some((sides, other, beaters))
        });
        let mut best: Option<(usize, usize, &[usize])> = None;
        for (sides, other, beaters) in standing.take(LOOKS) {
            let least = best.map_or(usize::MAX, |(least, _, _)| least);
            if least <= sides {
                break;
            }
            let meeting = self.given_back(other, beaters).filter(|cells| cells.meets(part));
            let parts = sides + meeting.take(least - sides).count();
            if parts < least {
                best = Some((parts, other, beaters));
            }
        }
        let (_, other, beaters) = best?;
        Some(Taker { cells: analysis.cells.get(other)?, back: self.given_back(other, beaters).collect() })
    }

    // Where a rule takes nothing although its conditions are met: what it leaves out, and what beats it.
    fn given_back<'b>(&'b self, rule: usize, beaters: &'b [usize]) -> impl Iterator<Item = &'c Cells> + 'b
    where
        'c: 'b,
    {
        let analysis = self.analysis;
        let beaters = beaters.iter().filter_map(|beater| analysis.cells.get(*beater));
        beaters.chain(self.left_out(rule))
    }

    fn left_out(&self, rule: usize) -> &'c [Cells] {
        self.analysis.left_out.get(rule).map(Vec::as_slice).unwrap_or_default()
    }

    fn beaters_of(&self, rule: usize) -> &[usize] {
        self.beaters.get(rule).map(Vec::as_slice).unwrap_or_default()
    }

    // What of a part lies outside of some cells, as parts that do not overlap.
    fn cut_off(&self, part: &Cells, cells: &Cells, open: &mut Vec<Cells>) {
        let mut inside = part.clone();
        for (dimension, runs) in &cells.limits {
            let atoms = self.analysis.atoms.dimensions.get(*dimension).map_or(0, Vec::len);
            let whole: [Run; 1] = [(0, atoms)];
            let own = inside.get(*dimension).unwrap_or(&whole);
            let outside = difference(own, runs);
            if outside.is_empty() {
                continue;
            }
            let common = intersection(own, runs);
            let mut left = inside.clone();
            left.set(*dimension, &outside, atoms);
            open.push(left);
            inside.set(*dimension, &common, atoms);
        }
    }
}

// In how many dimensions a part sticks out of some cells.
fn sides(cells: &Cells, part: &Cells) -> usize {
    cells.limits.iter().filter(|(dimension, runs)| !part.is_inside(*dimension, runs)).count()
}
