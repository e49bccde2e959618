//! What customers are offered: selling, recovery after a mistake, loyalty, contact after the purchase.
//! Must never hold a promise of time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Text, When, part, situated};
use crate::syntax::decode::{Field, List, Words};
use crate::time::{Amount, Duration};

part! {
    /// Something that is offered to a customer: to sell more, to put a mistake right, to thank.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Offer {
        /// The name that readers see.
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
        /// What is offered.
        pub offer: Field<Text>,
        /// Situations in which it must never be offered; one or several.
        pub never_when: List<When>,
        /// The script that is said: its id or its purpose.
        pub say: Words<String>,
        /// What is done besides.
        #[serde(rename = "do")]
        pub act: List<Text>,
        /// The role that may grant it.
        pub authority: Field<String>,
        /// The most that it may cost.
        pub up_to: Field<Amount>,
        /// What all such offers together may cost in a period, such as `500 EUR a month`.
        pub budget: Field<Text>,
        /// How soon it reaches the customer.
        pub within: Field<Duration>,
    }
}

part! {
    /// Contact that the company takes up after a purchase or a repair.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct FollowUp {
        /// The name that readers see.
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
        /// How long after the purchase or the end of the request.
        pub after: Field<Duration>,
        /// The channel.
        pub by: Field<String>,
        /// The role that does it.
        pub who: Field<String>,
        /// The script that is said: its id or its purpose.
        pub say: Words<String>,
        /// What the customer is asked.
        pub questions: List<Text>,
        /// What is done with the answer.
        #[serde(rename = "do")]
        pub act: List<Text>,
    }
}

situated!(Offer, FollowUp);
