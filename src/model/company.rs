//! Rules that a company makes for its own standards, without a program. Must never judge: the check does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Short, Text, no_texts, part, shorthand};
use crate::diagnostic::Severity;
use crate::syntax::decode::{Field, List, Required, Rest};

part! {
    /// A rule of the company: what must be true of every entry of a kind.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct CompanyRule {
        /// What the rule is about: a section such as `scripts`, a part such as `hold`, or a path below a section, where
        /// `*` stands for every entry: `procedures.steps.*`, `quality.metrics.*`. `returns` and `decisions` stand for the rules of the tables.
        pub subject: Required<String>,
        /// Which of them it is about: key to what it says, such as `purpose: greeting` or `when.channel: phone`. All
        /// must be met; nothing means every one.
        #[serde(rename = "where")]
        pub only_where: Field<Rest<Short<Expected>>>,
        /// What must be true: key to what it says.
        #[serde(rename = "assert")]
        pub asserted: Required<Rest<Short<Expected>>>,
        /// What is said when it is not: one line without a full stop; `{id}` stands for the name of the entry.
        pub message: Required<Text>,
        /// What to do then.
        pub help: Field<Text>,
        /// Why the rule exists.
        pub why: Field<Text>,
        /// How much a finding weighs: error, warning or info; nothing means warning.
        pub severity: Field<Severity>,
        /// Lines of a standard in which the rule must find something. Every check tries them.
        pub flagged: List<String>,
        /// Lines of a standard in which the rule must find nothing. Every check tries them.
        pub accepted: List<String>,
    }
}

part! {
    /// What a key is expected to say. What is not written is met by everything except `is` and `written: yes`.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Expected {
        /// One of these values.
        pub is: List<String>,
        /// None of these values.
        pub not: List<String>,
        /// Whether the key says anything at all.
        pub written: Field<bool>,
        /// Words that must be in the text, in every language of it.
        pub contains: List<String>,
        /// Words that must not be in the text, in any language of it.
        pub never_contains: List<String>,
        /// The most that it may be: a number, a time such as `2 h`, an amount such as `50 PLN`; of a list the number of
        /// its entries. What cannot be compared, such as business hours with hours, is left alone.
        pub at_most: Field<String>,
        /// The least that it may be.
        pub at_least: Field<String>,
    }
}

shorthand!(Expected, "is");

no_texts!(Severity);
