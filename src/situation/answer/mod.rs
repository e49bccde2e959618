//! What holds in a situation, and why: every table answered, what is open laid out in cases. Must never guess: what
//! cannot be settled or computed is said with its reason.

mod asked;
mod cases;
mod clockwork;
mod duty;
mod merge;
mod notes;
mod ranking;
mod ready;
mod sole;
mod table;

use std::collections::BTreeMap;

use jiff::Zoned;

use super::standard::Value;
use crate::model::Text;
use crate::source::Span;

pub use asked::{Asked, Objection};
pub use cases::{Group, TooHard, groups, winning};
pub use duty::{ChannelNow, Duty, Presence, RoleNow};
pub use ranking::How;
pub use ready::Ready;
pub use sole::{Sole, sole};

/// What a standard says about a situation.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// The situation as it was understood: dimension to the values that it may have.
    pub situation: BTreeMap<String, Vec<String>>,
    /// The moment that was asked about.
    pub at: Option<Zoned>,
    /// Where it is said that the situation never happens; nothing is answered then.
    pub never_happens: Vec<Span>,
    /// The tables in the order of the standard.
    pub tables: Vec<TableAnswer<'a>>,
    /// Who is there, where the time is known.
    pub duty: Option<Duty<'a>>,
}

/// What a table says.
#[derive(Debug, Clone)]
pub struct TableAnswer<'a> {
    /// The name of the table.
    pub name: String,
    /// Whether the table has dimensions of its own, and the situation names none of them.
    pub unasked: bool,
    /// Why the table cannot be answered, or that the situation never happens there.
    pub silent: Option<String>,
    /// What it gives, by attribute.
    pub attributes: Vec<AttributeAnswer<'a>>,
    /// Rules that are left out: their conditions ask for a date, or could not be read.
    pub left_out: Vec<RuleAt<'a>>,
}

/// What a table says about one attribute.
#[derive(Debug, Clone)]
pub struct AttributeAnswer<'a> {
    /// The attribute: a measure, a purpose, an outcome.
    pub name: String,
    /// Whether rules hold side by side; each is then a case of its own, and the cases may overlap.
    pub side_by_side: bool,
    /// The cases; together they are all situations that the question leaves open.
    pub cases: Vec<Case<'a>>,
    /// Why the cases could not be told.
    pub unsettled: Option<&'static str>,
}

/// Situations in which the same rules win.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// In which of the open situations, as alternatives; every one of them when there is none.
    pub conditions: Vec<Conditions>,
    /// How it ends.
    pub outcome: Outcome,
    /// The rules that win.
    pub winners: Vec<Winner<'a>>,
    /// The rules that hold too and do not count.
    pub beaten: Vec<Beaten<'a>>,
    /// The floors that bind.
    pub floors: Vec<Floor<'a>>,
}

/// Conditions, all of which must be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conditions {
    /// In words, on one line.
    pub words: String,
    /// Dimension to values.
    pub values: BTreeMap<String, Vec<String>>,
}

/// How a case ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The winners say the same, or hold side by side.
    Settled,
    /// The winners contradict each other.
    Conflict,
    /// No rule gives the attribute.
    Nothing,
    /// Rules hold, but each is beaten by another one in a circle.
    Circle,
}

/// A rule and where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleAt<'a> {
    /// Its id.
    pub id: &'a str,
    /// Where the id stands.
    pub span: Span,
}

/// A rule that wins.
#[derive(Debug, Clone)]
pub struct Winner<'a> {
    /// The rule.
    pub rule: RuleAt<'a>,
    /// What it gives.
    pub value: Value,
    /// What it says besides.
    pub notes: Vec<Note<'a>>,
    /// The times that it sets, and when they are over.
    pub times: Vec<Timed>,
}

/// Something that a rule says besides its value.
#[derive(Debug, Clone)]
pub struct Note<'a> {
    /// What it is: `say`, `owner`, `never`.
    pub label: &'static str,
    /// What is said.
    pub said: Vec<Said<'a>>,
}

/// A word of the standard, or a text that readers see in their language.
#[derive(Debug, Clone)]
pub enum Said<'a> {
    /// A word, a figure, an id.
    Word(String),
    /// A text.
    Text(&'a Text),
}

/// A time that a rule sets.
#[derive(Debug, Clone)]
pub struct Timed {
    /// What it is the time of: `promise`, `aim`, `at most`, a measure, a level.
    pub of: String,
    /// The time in words.
    pub within: String,
    /// Who is concerned, where it is somebody other than the one who serves.
    pub who: Option<String>,
    /// When it is over; nothing where no moment was asked about.
    pub due: Option<Due>,
}

/// When a time is over.
#[derive(Debug, Clone, PartialEq)]
pub enum Due {
    /// At this instant; the clock starts at the other one where that is not the moment asked about.
    At(Zoned, Option<Zoned>),
    /// It cannot be told, and why.
    Unknown(String),
}

/// A rule that holds and does not count.
#[derive(Debug, Clone)]
pub struct Beaten<'a> {
    /// The rule.
    pub rule: RuleAt<'a>,
    /// What it would give.
    pub value: Value,
    /// The rules that beat it, and how.
    pub by: Vec<(RuleAt<'a>, How)>,
}

/// A bound that winners are held against.
#[derive(Debug, Clone)]
pub struct Floor<'a> {
    /// The rule.
    pub rule: RuleAt<'a>,
    /// What it asks for.
    pub value: Value,
    /// Where it comes from.
    pub cite: Option<&'a Text>,
    /// Whether the winners give at least that; none where it depends on the calendar, or nothing wins.
    pub kept: Option<bool>,
    /// Whether it binds in a part of the case only.
    pub in_part: bool,
}
