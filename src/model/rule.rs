//! What all rules share: the situations they hold in, their exceptions, their life.
//! Must never decide which rule wins: that is the situation engine's work.

use serde::{Deserialize, Serialize};

use super::{Date, Text, part};

use crate::syntax::decode::{Field, List, Rest, Short, Words, shorthand};

/// The situations in which a rule holds: one condition per dimension, all of which must be met.
pub type When = Rest<Short<Condition>>;

part! {
    /// What a dimension must be: one value or several, a range (`0..14`, `>= 5`), a time (`Mo-Fr 10:00-12:00`),
    /// or everything except some values (`not: …`).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize, schemars::JsonSchema)]
    pub struct Condition {
        /// The values for which the condition is met.
        pub is: List<String>,
        /// The values for which it is not met.
        pub not: List<String>,
    }
}

shorthand!(Condition, "is");

/// Access to what every rule with a `when` has in common.
pub trait Situated {
    /// What the rule is called.
    fn title(&self) -> &Field<Text>;
    /// The situations in which the rule holds; nothing written means always.
    fn when(&self) -> Option<&When>;
    /// The rules that this one beats wherever both hold.
    fn exception_to(&self) -> &[crate::source::Spanned<String>];
    /// The first day on which the rule holds.
    fn from(&self) -> &Field<Date>;
    /// The last day on which the rule holds.
    fn until(&self) -> &Field<Date>;
    /// The roles that the rule is meant for, where it says so.
    fn concerns(&self) -> &Words<String>;
}

/// Implements `Situated` for a struct that has the common fields.
macro_rules! situated {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::model::Situated for $type {
            fn title(&self) -> &$crate::syntax::decode::Field<$crate::model::Text> {
                &self.title
            }
            fn when(&self) -> Option<&$crate::model::When> {
                self.when.value()
            }
            fn exception_to(&self) -> &[$crate::source::Spanned<String>] {
                &self.exception_to
            }
            fn from(&self) -> &$crate::syntax::decode::Field<$crate::model::Date> {
                &self.from
            }
            fn until(&self) -> &$crate::syntax::decode::Field<$crate::model::Date> {
                &self.until
            }
            fn concerns(&self) -> &$crate::syntax::decode::Words<String> {
                &self.concerns
            }
        }
    )+};
}
pub(crate) use situated;
