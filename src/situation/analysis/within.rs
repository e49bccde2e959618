//! Whether a rule can win in a part of the situations, and at which positions of one dimension. Must never widen the
//! part that it is asked about.

use super::witness::Proof;
use super::{Analysis, HERE, Unsettled};
use crate::situation::{Point, Region, Set};

impl Analysis<'_> {
    /// A situation of `part` in which rules each win an attribute of their own; `Err` when that stayed open.
    pub fn within(&mut self, winners: &[(usize, usize)], part: &Region) -> Result<Option<Point>, Unsettled> {
        self.wake();
        let mut assumptions = Vec::new();
        for (attribute, rule) in winners {
            assumptions.extend(self.winning(HERE, *attribute, *rule));
        }
        let cells = self.atoms.touching(part);
        if let Some(here) = self.sides.first_mut() {
            assumptions.extend(here.situation.conditions(&cells, &mut self.solver));
        }
        match self.prove_literals(&assumptions) {
            Proof::Found(corner) => Ok(Some(self.point_in(&corner, part))),
            Proof::Impossible => Ok(None),
            Proof::Unknown => Err(Unsettled),
        }
    }

    /// The positions of a dimension at which the same can happen; all of them when the table does not know the
    /// dimension.
    pub fn positions(
        &mut self,
        winners: &[(usize, usize)],
        part: &Region,
        dimension: usize,
    ) -> Result<Set, Unsettled> {
        let atoms = self.atoms.dimensions.get(dimension).cloned().unwrap_or_default();
        let mut positions = Vec::new();
        for (from, to) in atoms {
            let mut narrowed = part.clone();
            narrowed.limit(dimension, Set::of(vec![(from, to)]));
            if !narrowed.is_empty() && self.within(winners, &narrowed)?.is_some() {
                positions.push((from, to));
            }
        }
        Ok(part.get(dimension).map_or(Set::of(positions.clone()), |set| set.intersect(&Set::of(positions))))
    }

    // The atoms as positions that lie in the part.
    fn point_in(&self, corner: &[usize], part: &Region) -> Point {
        let mut point = self.point(&corner.to_vec());
        for (dimension, set) in part.limits() {
            let atom = corner.get(dimension).and_then(|at| self.atoms.dimensions.get(dimension)?.get(*at));
            let first = atom.and_then(|atom| set.intersect(&Set::of(vec![*atom])).first());
            if let (Some(position), Some(first)) = (point.get_mut(dimension), first) {
                *position = first;
            }
        }
        point
    }
}
