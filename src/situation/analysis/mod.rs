//! Questions about a table, each answered for all situations at once. Must never guess: what the budget leaves open is
//! counted as unknown.

mod change;
mod circle;
mod conflict;
mod cover;
mod edited;
mod falling;
mod floor;
mod gap;
mod idle;
mod ladder;
mod literals;
mod postings;
mod reach;
mod steady;
mod uniform;
mod within;
mod witness;

use std::collections::BTreeMap;

pub use conflict::Conflict;
pub use falling::Falling;
pub use floor::Undercut;
pub use gap::Gap;
pub use idle::Idle;
pub use reach::Unreachable;
pub use witness::Unsettled;

use super::atoms::{Atoms, Cells};
use super::beating::Beating;
use super::encoding::Encoding;
use super::solver::{Answer, Lit, Solver};
use super::{Point, Table};

/// How much work the answers may cost.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// Dead ends of the search for one question.
    pub each: u64,
    /// Dead ends of the search for one table.
    pub all: u64,
    /// How many findings of a kind are described; the rest is counted.
    pub described: usize,
    /// How many more are counted before counting stops.
    pub counted: usize,
    /// Up to how many rules are compared pair by pair where values must not fall; among more of them, pairs are
    /// searched for until they explain every situation in which one does.
    pub pairs: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { each: 50_000, all: 2_000_000, described: 100, counted: 5_000, pairs: 300 }
    }
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Found<T> {
    /// The findings that are described, the gravest first.
    pub items: Vec<T>,
    /// How many more there are at least.
    pub more: usize,
    /// How many questions stayed open; what is found is all there is only when none did.
    pub unknown: usize,
}

impl<T> Default for Found<T> {
    fn default() -> Self {
        Found { items: Vec::new(), more: 0, unknown: 0 }
    }
}

impl<T> Found<T> {
    /// Whether there is nothing, for certain.
    pub fn is_clean(&self) -> bool {
        self.items.is_empty() && self.more == 0 && self.unknown == 0
    }

    /// Adds what another question found.
    pub(super) fn extend(&mut self, other: Found<T>, budget: &Budget) {
        other.items.into_iter().for_each(|item| self.add(item, budget));
        self.more += other.more;
        self.unknown += other.unknown;
    }

    pub(super) fn add(&mut self, item: T, budget: &Budget) {
        if self.items.len() < budget.described {
            self.items.push(item);
        } else {
            self.more += 1;
        }
    }

    pub(super) fn is_full(&self, budget: &Budget) -> bool {
        self.more > 0 && self.more >= budget.counted
    }
}

/// A table made ready for questions.
pub struct Analysis<'t> {
    table: &'t Table,
    budget: Budget,
    atoms: Atoms,
    cells: Vec<Cells>,
    left_out: Vec<Vec<Cells>>,
    never: Vec<Cells>,
    possible: Vec<bool>,
    beating: Beating,
    reached: Vec<Answer>,
    solver: Solver,
    sides: Vec<Side>,
    beside: BTreeMap<usize, (usize, Lit)>,
}

/// One of the situations that a question speaks of, with what has been said about rules in it.
struct Side {
    situation: Encoding,
    conditions: Vec<Vec<Lit>>,
    absent: BTreeMap<usize, Lit>,
    present: BTreeMap<usize, Lit>,
    beaten: BTreeMap<(usize, usize), Lit>,
}

/// The situation that every question speaks of.
const HERE: usize = 0;

impl Side {
    fn of(
        mut situation: Encoding,
        cells: &[Cells],
        left_out: &[Vec<Cells>],
        never: &[Cells],
        solver: &mut Solver,
    ) -> Side {
        for never in never {
            let conditions = situation.conditions(never, solver);
            solver.clause(conditions.into_iter().map(|condition| !condition));
        }
        let mut conditions: Vec<Vec<Lit>> =
            cells.iter().map(|cells| situation.conditions(cells, solver)).collect();
        for (conditions, left_out) in conditions.iter_mut().zip(left_out) {
            for left_out in left_out {
                let inside = situation.conditions(left_out, solver);
                conditions.push(!Encoding::all_of(&inside, solver));
            }
        }
        let (absent, present, beaten) = Default::default();
        Side { situation, conditions, absent, present, beaten }
    }
}

impl std::fmt::Debug for Analysis<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Analysis").field("table", &self.table.name).finish_non_exhaustive()
    }
}

impl<'t> Analysis<'t> {
    /// Makes a table ready: its positions become atoms, its conditions variables, and it is settled who beats whom.
    pub fn of(table: &'t Table, budget: Budget) -> Self {
        let atoms = Atoms::of(table);
        let cells: Vec<Cells> = table.rules.iter().map(|rule| atoms.cells(&rule.region)).collect();
        let never: Vec<Cells> =
            table.never.iter().map(|never| atoms.cells(never)).filter(|never| !never.empty).collect();
        let left_out: Vec<Vec<Cells>> = table
            .rules
            .iter()
            .map(|rule| rule.never_when.iter().map(|never| atoms.cells(never)).collect())
            .collect();
        let mut analysis = Analysis {
            table,
            budget,
            atoms,
            possible: vec![false; cells.len()],
            cells,
            left_out,
            never,
            beating: Beating::default(),
            reached: Vec::new(),
            solver: Solver::new(budget.each, budget.all),
            sides: Vec::new(),
            beside: BTreeMap::new(),
        };
        analysis.settle();
        analysis
    }

    /// Writes the situation for the solver, once, when the first question needs it.
    fn wake(&mut self) {
        if self.sides.is_empty() {
            let situation = Encoding::new(&self.atoms, &mut self.solver);
            let here = Side::of(situation, &self.cells, &self.left_out, &self.never, &mut self.solver);
            self.sides.push(here);
        }
    }

    /// For each rule the rules that beat it, sorted; none when some question of containment stayed open.
    pub fn beaten_by(&self) -> Option<&[Vec<usize>]> {
        (!self.beating.unknown).then_some(self.beating.beaten_by.as_slice())
    }

    fn settle(&mut self) {
        let possible: Vec<bool> =
            (0..self.cells.len()).map(|rule| self.ask(&[rule], &[]) != Answer::No).collect();
        self.possible = possible;
        if !self.never.is_empty() || self.left_out.iter().any(|left_out| !left_out.is_empty()) {
            self.wake();
        }
        let (table, cells, never) =
            (self.table, std::mem::take(&mut self.cells), std::mem::take(&mut self.never));
        let possible = std::mem::take(&mut self.possible);
        let left_out = std::mem::take(&mut self.left_out);
        let beating = Beating::of(table, &cells, &left_out, &never, &possible, |inner, outer| {
            let mut assumptions = self.conditions(HERE, inner);
            assumptions.push(self.absent(HERE, outer));
            match self.solver.ask(&assumptions) {
                Answer::Yes => Some(false),
                Answer::No => Some(true),
                Answer::Unknown => None,
            }
        });
        (self.cells, self.left_out, self.never) = (cells, left_out, never);
        (self.possible, self.beating) = (possible, beating);
    }

    /// Whether a situation exists in which these rules hold and those do not; a look at one corner often settles it.
    fn ask(&mut self, holding: &[usize], absent: &[usize]) -> Answer {
        if let Some(corner) = self.corner(holding) {
            let holds =
                self.is_situation(&corner) && holding.iter().all(|rule| self.holds_at(*rule, &corner));
            if holds && !absent.iter().any(|rule| self.holds_at(*rule, &corner)) {
                return Answer::Yes;
            }
        } else {
            return Answer::No;
        }
        let mut assumptions: Vec<Lit> = Vec::new();
        for rule in holding {
            assumptions.extend(self.conditions(HERE, *rule));
        }
        for rule in absent {
            assumptions.push(self.absent(HERE, *rule));
        }
        self.solver.ask(&assumptions)
    }

    /// The rules that beat a rule in an attribute.
    fn beaters(&self, attribute: usize, rule: usize) -> Vec<usize> {
        let beaters = self.beating.of_rule(rule).iter().copied();
        beaters.filter(|other| self.gives(*other, attribute) && self.meet(*other, rule)).collect()
    }

    fn gives(&self, rule: usize, attribute: usize) -> bool {
        let rule = self.table.rule(rule);
        !rule.floor && rule.gives.contains_key(&attribute)
    }

    fn meet(&self, one: usize, other: usize) -> bool {
        self.cells.get(one).zip(self.cells.get(other)).is_some_and(|(one, other)| one.meets(other))
    }

    fn is_possible(&self, rule: usize) -> bool {
        self.possible.get(rule).copied().unwrap_or_default()
    }

    fn is_strictest(&self, attribute: usize) -> bool {
        self.table.attributes.get(attribute).is_some_and(|attribute| attribute.strictest)
    }

    fn relation(&self, attribute: usize, one: usize, other: usize) -> super::Relation {
        let kind = self.table.attributes.get(attribute);
        kind.map_or(super::Relation::Same, |kind| kind.relation(one, other))
    }

    fn replay(&self, attribute: usize, point: &Point) -> Vec<usize> {
        super::plain::winners(self.table, attribute, point).unwrap_or_default()
    }
}
