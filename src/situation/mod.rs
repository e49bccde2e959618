//! The situation engine: where rules hold, which one wins, what contradicts, what is missing.
//! Must never read YAML or words of people beyond conditions, and never sample: what it says is proved, or it says
//! that it does not know.
//!
//! # The meaning
//!
//! **Situation.** A table has dimensions, each an ordered, finite line of positions: the values of an enumeration in
//! their order; yes, no; whole numbers between two bounds (tenths or hundredths where some condition of the table is
//! written so finely); the minutes of a week, first of a normal one, then of one whose days are public holidays when
//! some condition speaks of them. A dimension that is `optional` has "not known" as one more position behind all
//! others. A *situation* is one position for every dimension. What `never_happens` describes is no situation, and
//! neither is a channel outside its `only_when`.
//!
//! **Rule.** Each condition names a set of positions of one dimension: the union of the values listed under `is` (all
//! positions when none is listed) without those listed under `not`. A rule *holds* in the situations that meet all of
//! its conditions; one without conditions holds in all. A rule outside its `from` and `until` on the day of judgement
//! is not part of the table.
//!
//! **Attribute.** A rule *gives* attributes: a promise by measure, a script for its purpose, an outcome. Each is
//! settled by itself, as follows.
//!
//! **Beating.** Rule *a* beats rule *b* when *a* names *b* under `exception_to`, or when every situation of *a* is one
//! of *b* and not the other way round. A rule that holds in no situation beats nothing by being inside. Beating is not
//! passed on: *a* beats *b* and *b* beats *c* says nothing of *a* and *c*. When a chain of beating leads back to its
//! start, that is a circle, and a fault.
//!
//! **Winner.** In a situation the winners of an attribute are the rules that hold there, give the attribute, are no
//! floors, and are beaten by no rule that also holds there, gives it and is no floor. Where the table says
//! `strictest`, those winners stand back to which another winner is better for the customer. Winners that give
//! different values are a *conflict*; a situation without a winner is *uncovered*.
//!
//! **Floor.** A rule with `floor: true` is a bound: where it holds, each winner must be at least as good for the
//! customer.
//!
//! **Better.** Of two durations on the same clock the shorter one is better, the longer one where the measure says
//! `longer_is_better`. Durations on different clocks are neither better nor worse here. Of two shares of cases within
//! the same time the larger is better. Other values only are the same or differ.
//!
//! # How it is decided
//!
//! Positions that no condition tells apart are one *atom*. Each dimension is written in order encoding: one variable
//! for each border between atoms, true when the situation lies behind it. A condition is then two literals, a rule
//! that does not hold is one clause, and every question is put to one incremental SAT solver under assumptions: can
//! these two rules win together, does this rule ever win, is there a situation without a winner? Pairs that can be
//! told apart by looking at their conditions never reach the solver, and neither does a rule of which the rules that
//! cover it can be cut off one after the other. `plain` says the same a second time without any
//! of this, and every witness is replayed there.

mod analysis;
pub mod answer;
mod atoms;
mod beating;
mod compare;
mod decisions;
mod encoding;
mod few;
mod judgement;
mod parts;
pub mod plain;
mod region;
mod set;
mod solver;
mod space;
pub mod standard;
mod table;
pub mod trial;
mod word_list;

pub use analysis::{Analysis, Budget, Conflict, Falling, Found, Gap, Idle, Undercut, Unreachable, Unsettled};
pub use compare::{Change, compare};
pub use decisions::{Decisions, Known, Room};
pub use few::Few;
pub use judgement::{Judged, Order, judge};
pub use region::{Point, Region, covered};
pub use set::Set;
pub use space::{Dimension, Scale, Space};
pub use table::{Attribute, Relation, Rule, Table};
pub use word_list::WordList;
