//! The decision tables of a policy as they are written and read back.
//! Must never change its meaning without raising the version of the format.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A table of rules as decisions are made by it: every condition in positions, every question of who beats whom
/// settled.
///
/// A situation has one position for each dimension. A rule holds where the position of every dimension named under
/// `when` is among those listed, unless all of one entry of `never_when` is met. Of the rules that hold, give an
/// attribute and are no floors, those win that no other one of them beats; where the attribute is `strictest`, those
/// winners stand back to which another winner is better.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DecisionTable {
    /// Its name in the standard: a section such as `response_times`, or the id of a decision table.
    pub name: String,
    /// Set when it is too hard to tell which rule beats which: the table then gives no answers.
    #[serde(default, skip_serializing_if = "is_not")]
    pub unsettled: bool,
    /// The dimensions that its rules depend on, in their order.
    #[serde(default)]
    pub dimensions: Vec<TableDimension>,
    /// Situations that never happen.
    #[serde(default)]
    pub never: Vec<Conditions>,
    /// What its rules give.
    #[serde(default)]
    pub attributes: Vec<TableAttribute>,
    /// Its rules, in the order of the standard.
    #[serde(default)]
    pub rules: Vec<TableRule>,
}

/// A dimension as a line of positions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TableDimension {
    /// Its name in the standard.
    pub name: String,
    /// What its positions are.
    pub scale: TableScale,
    /// Whether the value may be unknown, which is then one more position.
    #[serde(default, skip_serializing_if = "is_not")]
    pub optional: bool,
    /// Whether later values must never fare worse.
    #[serde(default, skip_serializing_if = "is_not")]
    pub rising: bool,
}

/// What the positions of a dimension are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TableScale {
    /// The position of a word is its place in this list, from nought.
    Words(Vec<String>),
    /// The position of a number is the number with its decimal point moved to the right.
    Number {
        /// By how many places the decimal point is moved.
        decimals: u32,
        /// The smallest position; there is no limit when it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<i64>,
        /// The largest position; there is no limit when it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<i64>,
    },
    /// The position of a time is its minute of the week, from Monday 00:00.
    Time {
        /// Whether public holidays are told apart: their positions lie a week (10080) behind the normal ones.
        holidays: bool,
    },
}

/// Conditions by dimension, all of which must be met.
pub type Conditions = BTreeMap<String, Positions>;

/// Positions that a condition admits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Positions {
    /// Ranges of positions, each with its first position and the one after its last; an end that is `null` is open.
    #[serde(default)]
    pub ranges: Vec<(Option<i64>, Option<i64>)>,
    /// Whether a value that is not known is admitted too.
    #[serde(default, skip_serializing_if = "is_not")]
    pub not_known: bool,
}

/// Something that rules give.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TableAttribute {
    /// Its name: a measure, a purpose, an outcome.
    pub name: String,
    /// Whether the best of several values counts where rules meet that neither beats.
    #[serde(default, skip_serializing_if = "is_not")]
    pub strictest: bool,
    /// Whether several rules may give it side by side.
    #[serde(default, skip_serializing_if = "is_not")]
    pub several: bool,
    /// The different values that rules give; rules name them by their place in this list, from nought.
    #[serde(default)]
    pub values: Vec<TableValue>,
}

/// A value that rules give.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TableValue {
    /// The value: a word, the id of an entry, a duration, the figure of a promise.
    pub is: String,
    /// What is aimed at besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<String>,
    /// A further limit that is never passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<String>,
    /// The values that it is better than for the customer, by their places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub better_than: Vec<usize>,
    /// The values that say the same in other words, by their places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<usize>,
    /// The values of which the calendar says which is better, by their places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unclear_to: Vec<usize>,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TableRule {
    /// Its id, unique in the table.
    pub id: String,
    /// Where it holds.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub when: Conditions,
    /// Where it does not hold all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never_when: Vec<Conditions>,
    /// Whether it is a bound that winners are held against, and no candidate itself.
    #[serde(default, skip_serializing_if = "is_not")]
    pub floor: bool,
    /// What it gives: attribute to the place of the value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gives: BTreeMap<String, usize>,
    /// The rules to which it is an exception because its author says so, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exception_to: Vec<String>,
    /// All rules that it beats where both hold, by id: exceptions, and rules whose situations include all of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beats: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_not(value: &bool) -> bool {
    !value
}
