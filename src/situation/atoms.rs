//! Positions that no condition of a table tells apart, taken together. Must never lose a border.

use smallvec::SmallVec;

use super::{Point, Region, Table};
use crate::time::intervals::intersection;

/// A run of atoms of one dimension: the first and the one after the last.
pub(super) type Run = (usize, usize);

/// The runs of a condition, nearly always one: it stands beside the others of its rule, where looking is quick.
pub(super) type Runs = SmallVec<[Run; 1]>;

/// A rule or an impossibility in atoms: per dimension that limits it, the runs it admits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cells {
    /// Sorted by dimension; a dimension that admits every atom is left out.
    pub(super) limits: Vec<(usize, Runs)>,
    /// Whether some dimension admits no atom.
    pub(super) empty: bool,
}

/// The atoms of every dimension as ranges of positions, each with its end left out.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    pub(super) dimensions: Vec<Vec<(i64, i64)>>,
}

impl Atoms {
    pub(super) fn of(table: &Table) -> Atoms {
        let mut borders: Vec<Vec<i64>> = vec![Vec::new(); table.space.dimensions.len()];
        let regions =
            table.rules.iter().flat_map(|rule| std::iter::once(&rule.region).chain(&rule.never_when));
        for (dimension, set) in regions.chain(&table.never).flat_map(Region::limits) {
            if let Some(borders) = borders.get_mut(dimension) {
                borders.extend(set.ranges().iter().flat_map(|(from, to)| [*from, *to]));
            }
        }
        let cut = |(dimension, mut borders): (&super::Dimension, Vec<i64>)| {
            let extent = dimension.extent();
            if dimension.rising && matches!(dimension.scale, super::Scale::Words(_)) {
                // Where values are compared with one another, each stands for itself.
                borders.extend(extent.ranges().iter().flat_map(|(from, to)| *from..*to));
            }
            borders.sort_unstable();
            borders.dedup();
            let ranges = extent.ranges().iter();
            ranges.flat_map(|(from, to)| split(*from, *to, &borders)).collect::<Vec<_>>()
        };
        Atoms { dimensions: table.space.dimensions.iter().zip(borders).map(cut).collect() }
    }

    /// A region in atoms.
    pub(super) fn cells(&self, region: &Region) -> Cells {
        let mut cells = Cells::default();
        for (dimension, set) in region.limits() {
            let Some(atoms) = self.dimensions.get(dimension) else { continue };
            let run = |(from, to): &(i64, i64)| {
                let first = atoms.partition_point(|(start, _)| start < from);
                let end = atoms.partition_point(|(start, _)| start < to);
                (first < end).then_some((first, end))
            };
            let runs: Vec<Run> = joined(set.ranges().iter().filter_map(run));
            cells.empty |= runs.is_empty();
            if runs != [(0, atoms.len())] {
                cells.limits.push((dimension, Runs::from_slice(&runs)));
            }
        }
        cells
    }

    /// The atoms that share a position with a region.
    pub(super) fn touching(&self, region: &Region) -> Cells {
        let mut widened = Region::everywhere();
        for (dimension, set) in region.limits() {
            let atoms = self.dimensions.get(dimension).map(Vec::as_slice).unwrap_or_default();
            let touched = atoms.iter().filter(|atom| set.meets(&super::Set::of(vec![**atom]))).copied();
            widened.limit(dimension, super::Set::of(touched.collect()));
        }
        self.cells(&widened)
    }

    /// The situation with the first position of each atom that is written plainly.
    pub(super) fn point(&self, at: &[usize]) -> Point {
        let position = |(atoms, at): (&Vec<(i64, i64)>, &usize)| {
            let (from, to) = atoms.get(*at).copied().unwrap_or_default();
            // An atom that reaches down without end is best shown by its number nearest to nought.
            if from < -i64::MAX / 8 { (to - 1).min(0) } else { from }
        };
        self.dimensions.iter().zip(at).map(position).collect()
    }
}

fn split(from: i64, to: i64, borders: &[i64]) -> Vec<(i64, i64)> {
    let first = borders.partition_point(|border| *border <= from);
    let inside = borders.get(first..).unwrap_or_default().iter().copied().take_while(|border| *border < to);
    let mut atoms = Vec::new();
    let mut start = from;
    for border in inside.chain([to]) {
        atoms.push((start, border));
        start = border;
    }
    atoms
}

// The two parts of an extent touch in atoms though not in positions.
fn joined(runs: impl Iterator<Item = Run>) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    for (from, to) in runs {
        match all.last_mut() {
            Some((_, end)) if *end == from => *end = to,
            _ => all.push((from, to)),
        }
    }
    all
}

/// Whether two lists of runs share an atom.
pub(super) fn runs_meet(one: &[Run], other: &[Run]) -> bool {
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    while let (Some((a, b)), Some((c, d))) = (left.peek(), right.peek()) {
        if a.max(c) < b.min(d) {
            return true;
        }
        if b <= d {
            left.next();
        } else {
            right.next();
        }
    }
    false
}

impl Cells {
    pub(super) fn get(&self, dimension: usize) -> Option<&[Run]> {
        let at = self.limits.binary_search_by_key(&dimension, |(dimension, _)| *dimension).ok()?;
        self.limits.get(at).map(|(_, runs)| runs.as_slice())
    }

    /// The situation itself.
    pub(super) fn at(corner: &[usize]) -> Cells {
        let limits =
            corner.iter().enumerate().map(|(dimension, at)| (dimension, Runs::from([(*at, *at + 1)])));
        Cells { limits: limits.collect(), empty: false }
    }

    /// Limits a dimension of so many atoms to these runs, whatever it was limited to before.
    pub(super) fn set(&mut self, dimension: usize, runs: &[Run], atoms: usize) {
        self.limits.retain(|(other, _)| *other != dimension);
        self.empty |= runs.is_empty();
        if runs != [(0, atoms)] {
            let at = self.limits.partition_point(|(other, _)| *other < dimension);
            self.limits.insert(at, (dimension, Runs::from_slice(runs)));
        }
    }

    /// The same with one dimension left free.
    pub(super) fn without(&self, dimension: usize) -> Cells {
        let limits = self.limits.iter().filter(|(other, _)| *other != dimension);
        Cells { limits: limits.cloned().collect(), empty: self.empty }
    }

    /// Whether both hold somewhere, impossibilities aside.
    pub(super) fn meets(&self, other: &Cells) -> bool {
        self.meets_but(other, None)
    }

    /// Whether both hold somewhere when one dimension is left out of account.
    pub(super) fn meets_but(&self, other: &Cells, except: Option<usize>) -> bool {
        if self.empty || other.empty {
            return false;
        }
        let (mut left, mut right) = (self.limits.iter().peekable(), other.limits.iter().peekable());
        while let (Some((mine, runs)), Some((theirs, others))) = (left.peek(), right.peek()) {
            if mine == theirs {
                if Some(*mine) != except && !runs_meet(runs, others) {
                    return false;
                }
                left.next();
                right.next();
            } else if mine < theirs {
                left.next();
            } else {
                right.next();
            }
        }
        true
    }

    /// Where both hold, impossibilities aside.
    pub(super) fn intersect(&self, other: &Cells) -> Cells {
        let mut both = Cells { limits: Vec::new(), empty: self.empty || other.empty };
        for (dimension, runs) in &self.limits {
            let runs = match other.get(*dimension) {
                Some(theirs) => Runs::from_slice(&intersection(runs, theirs)),
                None => runs.clone(),
            };
            both.empty |= runs.is_empty();
            both.limits.push((*dimension, runs));
        }
        let further = other.limits.iter().filter(|(dimension, _)| self.get(*dimension).is_none());
        both.limits.extend(further.cloned());
        both.limits.sort_by_key(|(dimension, _)| *dimension);
        both
    }

    /// Whether a situation in atoms lies in it.
    pub(super) fn contains(&self, corner: &[usize]) -> bool {
        !self.empty
            && self.limits.iter().all(|(dimension, runs)| {
                corner.get(*dimension).is_some_and(|at| within(&(*at, *at + 1), runs))
            })
    }

    /// Whether every atom of the other lies in this one, impossibilities aside.
    pub(super) fn covers(&self, other: &Cells) -> bool {
        other.empty || self.limits.iter().all(|(dimension, runs)| other.is_inside(*dimension, runs))
    }

    /// Whether every atom of a dimension that it admits lies in these runs, which are not all atoms.
    pub(super) fn is_inside(&self, dimension: usize, runs: &[Run]) -> bool {
        self.get(dimension).is_some_and(|own| own.iter().all(|run| within(run, runs)))
    }
}

/// Whether a run lies in one of these.
pub(super) fn within((from, to): &Run, runs: &[Run]) -> bool {
    if let [(start, end)] = runs {
        return start <= from && to <= end;
    }
    let after = runs.partition_point(|(start, _)| start <= from);
    let run = after.checked_sub(1).and_then(|at| runs.get(at));
    run.is_some_and(|(_, end)| to <= end)
}
