//! Decisions: returns and the company's own tables, with dimensions of their own. Must never decide which rule wins.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Situation, Text, When, part, situated};
use crate::syntax::decode::{Entries, Field, List, Rest, Words};
use crate::time::{Amount, Duration};

part! {
    /// A decision table.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Decision {
        /// The name that readers see.
        pub title: Field<Text>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// Dimensions of this table alone, besides those of the standard.
        pub situation: Field<Situation>,
        /// Combinations that cannot occur.
        pub never_happens: List<When>,
        /// The outcomes that every situation must have.
        pub must_cover: Words<String>,
        /// What the outcomes are called in the handbook.
        pub outcomes: Field<Rest<Text>>,
        /// The rules of the table.
        pub rules: Field<Entries<DecisionRule>>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A rule of a decision table.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct DecisionRule {
        /// What the rule is about, for readers.
        pub title: Field<Text>,
        /// The situations in which this holds: dimension to value. Nothing means always.
        pub when: Field<When>,
        /// Rules of the same table that this one beats wherever both hold.
        pub exception_to: Words<String>,
        /// First day on which this holds, as `2026-12-01`.
        pub from: Field<Date>,
        /// Last day on which this holds, as `2026-12-31`.
        pub until: Field<Date>,
        /// Roles whose handbook shows this, where it is not clear from channels and steps.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
        /// Whether this is a bound that nothing may undercut.
        pub floor: Field<bool>,
        /// Where a floor comes from: the article, the clause.
        pub cite: Field<Text>,
        /// What is decided, as a short word such as `refund` or `refuse`.
        pub outcome: Field<String>,
        /// How soon money is given back.
        pub refund_within: Field<Duration>,
        /// How soon the decision is carried out.
        pub within: Field<Duration>,
        /// The amount that is granted or charged.
        pub amount: Field<Amount>,
        /// The role that may decide so.
        pub authority: Field<String>,
        /// What the customer has to show.
        pub proof: List<Text>,
        /// The condition that the goods have to be in.
        pub condition: List<Text>,
        /// The script that is said: its id or its purpose.
        pub say: Words<String>,
        /// What the customer is told.
        pub tell: Field<Text>,
        /// What is done.
        #[serde(rename = "do")]
        pub act: List<Text>,
        /// The procedure that follows.
        pub procedure: Field<String>,
        /// Further outcomes of the company's own.
        #[serde(rename = "*")]
        pub further: Rest<String>,
    }
}

situated!(DecisionRule);
