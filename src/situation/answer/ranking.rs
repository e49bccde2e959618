//! Which rule beats which, settled pair by pair as it is asked. Must never settle a pair that nobody asks about: a
//! single situation concerns few rules of many.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::situation::{Table, plain};

/// Why a rule does not count although it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The other rule says that it is an exception to this one.
    Exception,
    /// All situations of the other rule are situations of this one.
    Inside,
    /// The other rule is better for the customer, which is what counts in this table.
    Stricter,
}

/// A question of containment that is too hard to be settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unsettled;

/// Who beats whom in a table.
#[derive(Debug)]
pub(super) struct Ranking<'t> {
    table: &'t Table,
    known: RefCell<BTreeMap<(usize, usize), Option<bool>>>,
}

impl<'t> Ranking<'t> {
    pub(super) fn of(table: &'t Table) -> Self {
        Ranking { table, known: RefCell::default() }
    }

    /// Whether `one` beats `other` wherever both hold.
    pub(super) fn beats(&self, one: usize, other: usize) -> Result<bool, Unsettled> {
        let mut known = self.known.borrow_mut();
        let answer = known.entry((one, other)).or_insert_with(|| plain::beats(self.table, one, other));
        answer.ok_or(Unsettled)
    }

    /// How `one` beats `other`, if it does.
    pub(super) fn how(&self, one: usize, other: usize) -> Option<How> {
        if self.beats(one, other) != Ok(true) {
            return None;
        }
        let named = self.table.rule(one).exception_to.contains(&other);
        Some(if named { How::Exception } else { How::Inside })
    }
}
