//! Situations as variables of the solver, in order encoding. Must never decide anything.

use super::atoms::{Atoms, Cells, Run};
use super::solver::{Lit, Solver};
use crate::source::Lookup;

/// One situation in variables: for each dimension, one literal per border between atoms, true when the situation
/// lies behind the border.
pub(super) struct Encoding {
    borders: Vec<Vec<Lit>>,
    known: Lookup<(usize, Vec<Run>), Lit>,
}

impl Encoding {
    /// The dimensions of a situation; those named in `shared` are the same as in another one.
    pub(super) fn new(atoms: &Atoms, solver: &mut Solver) -> Encoding {
        let borders = atoms.dimensions.iter().map(|atoms| line(atoms.len(), solver)).collect();
        Encoding { borders, known: Lookup::default() }
    }

    /// The same situation except for one dimension.
    pub(super) fn beside(&self, dimension: usize, solver: &mut Solver) -> Encoding {
        let mut borders = self.borders.clone();
        if let Some(own) = borders.get_mut(dimension) {
            *own = line(own.len() + 1, solver);
        }
        let known = self.known.iter().filter(|((other, _), _)| *other != dimension);
        Encoding { borders, known: known.map(|(key, literal)| (key.clone(), *literal)).collect() }
    }

    /// The borders of a dimension.
    pub(super) fn borders(&self, dimension: usize) -> &[Lit] {
        self.borders.get(dimension).map(Vec::as_slice).unwrap_or_default()
    }

    /// Literals that are all true exactly in the situations of these cells, which may not be empty.
    pub(super) fn conditions(&mut self, cells: &Cells, solver: &mut Solver) -> Vec<Lit> {
        let mut all = Vec::with_capacity(2 * cells.limits.len());
        for (dimension, runs) in &cells.limits {
            match runs.as_slice() {
                [run] => all.extend(self.run(*dimension, *run)),
                runs => {
                    let literal = self.any_of(*dimension, runs, solver);
                    all.push(literal);
                }
            }
        }
        all
    }

    /// A literal that is true exactly where all of these are.
    pub(super) fn all_of(literals: &[Lit], solver: &mut Solver) -> Lit {
        if let [only] = literals {
            return *only;
        }
        let all = solver.follower();
        for literal in literals {
            solver.clause([!all, *literal]);
        }
        solver.clause(literals.iter().map(|literal| !*literal).chain([all]));
        all
    }

    /// The atom on which a dimension stands in the situation just found.
    pub(super) fn atom(&self, dimension: usize, solver: &Solver) -> usize {
        self.borders(dimension).iter().filter(|border| solver.is_true(**border)).count()
    }

    /// The literals that hold a dimension on a run of atoms.
    pub(super) fn run(&self, dimension: usize, (from, to): Run) -> impl Iterator<Item = Lit> + use<> {
        let borders = self.borders(dimension);
        let behind = from.checked_sub(1).and_then(|at| borders.get(at)).copied();
        let before = to.checked_sub(1).and_then(|at| borders.get(at)).map(|border| !*border);
        [behind, before].into_iter().flatten()
    }

    fn any_of(&mut self, dimension: usize, runs: &[Run], solver: &mut Solver) -> Lit {
        let key = (dimension, runs.to_vec());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let parts: Vec<Lit> = runs.iter().map(|run| self.one_run(dimension, *run, solver)).collect();
        let any = solver.follower();
        for part in &parts {
            solver.clause([!*part, any]);
        }
        solver.clause(parts.into_iter().chain([!any]));
        self.known.insert(key, any);
        any
    }

    // Many sets share their runs: lists are made of the same words.
    fn one_run(&mut self, dimension: usize, run: Run, solver: &mut Solver) -> Lit {
        let key = (dimension, vec![run]);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let literals: Vec<Lit> = self.run(dimension, run).collect();
        let literal = Encoding::all_of(&literals, solver);
        self.known.insert(key, literal);
        literal
    }
}

fn line(atoms: usize, solver: &mut Solver) -> Vec<Lit> {
    let borders: Vec<Lit> = (1..atoms).map(|_| solver.variable()).collect();
    for pair in borders.windows(2) {
        if let [near, far] = pair {
            solver.clause([!*far, *near]);
        }
    }
    borders
}
