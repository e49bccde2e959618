//! Scenarios: tests that a manager can write. Must never be run here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Text, part};
use crate::syntax::decode::{Field, Rest};

part! {
    /// A situation and what must hold in it.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Scenario {
        /// What is tested, for readers.
        pub title: Field<Text>,
        /// The situation: dimension to value.
        pub given: Field<Rest<String>>,
        /// What must hold: measure, script purpose, `procedure`, `escalation` or the name of a decision, to its value.
        pub expect: Field<Rest<String>>,
    }
}
