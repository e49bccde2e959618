//! The SAT solver behind three words: new variable, clause, ask. Must never run without a budget.

use std::cell::Cell;

use batsat::callbacks::Callbacks;
use batsat::{Solver as Sat, SolverInterface, lbool};

pub(super) use batsat::Lit;

/// The answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// There is a situation; the solver holds it until the next question.
    Yes,
    /// There is none.
    No,
    /// The budget ended before the answer.
    Unknown,
}

/// Counts conflicts, and stops the search when there were too many.
#[derive(Default)]
struct Limit {
    conflicts: u64,
    most: Cell<u64>,
}

impl Callbacks for Limit {
    fn on_new_clause(&mut self, _: &[Lit], _: batsat::clause::Kind) {
        self.conflicts += 1;
    }

    fn stop(&self) -> bool {
        self.conflicts > self.most.get()
    }
}

/// An incremental solver.
pub(super) struct Solver {
    sat: Sat<Limit>,
    /// Conflicts that one question may cost.
    each: u64,
    /// Conflicts left for all questions.
    left: u64,
}

impl Solver {
    pub(super) fn new(each: u64, all: u64) -> Solver {
        Solver { sat: Sat::new(batsat::SolverOpts::default(), Limit::default()), each, left: all }
    }

    pub(super) fn variable(&mut self) -> Lit {
        Lit::new(self.sat.new_var_default(), true)
    }

    /// A literal that only clauses settle: the search never picks it. It must follow from others wherever it matters.
    pub(super) fn follower(&mut self) -> Lit {
        Lit::new(self.sat.new_var(lbool::UNDEF, false), true)
    }

    pub(super) fn clause(&mut self, literals: impl IntoIterator<Item = Lit>) {
        let mut clause: Vec<Lit> = literals.into_iter().collect();
        self.sat.add_clause_reuse(&mut clause);
    }

    /// Whether everything said so far can be true together with the assumptions.
    pub(super) fn ask(&mut self, assumptions: &[Lit]) -> Answer {
        let before = self.sat.cb().conflicts;
        let most = before.saturating_add(self.each.min(self.left));
        self.sat.cb().most.set(most);
        let answer = self.sat.solve_limited(assumptions);
        self.left = self.left.saturating_sub(self.sat.cb().conflicts - before);
        if answer == lbool::TRUE {
            Answer::Yes
        } else if answer == lbool::FALSE {
            Answer::No
        } else {
            Answer::Unknown
        }
    }

    /// Whether a literal is true in the situation just found.
    pub(super) fn is_true(&self, literal: Lit) -> bool {
        self.sat.value_lit(literal) == lbool::TRUE
    }
}
