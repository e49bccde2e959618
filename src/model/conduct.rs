//! How staff look, work and behave, and how they treat difficult customers. Must never hold a promise of time to customers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Text, When, part, situated};
use crate::syntax::decode::{Field, List, Required, Words};
use crate::time::{Duration, Frequency};

part! {
    /// Something about the premises, the equipment or the appearance of staff that is checked.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Upkeep {
        /// The name that readers see.
        pub title: Field<Text>,
        /// What must be so.
        pub check: Required<Text>,
        /// How often it is checked.
        pub every: Field<Frequency>,
        /// At which times or moments, such as `"01:00"` or `before opening`.
        pub at: List<Text>,
        /// The role that checks it.
        pub who: Field<String>,
        /// The locations it is about; nothing means all.
        pub locations: Words<String>,
        /// What is done when it is not so.
        pub otherwise: Field<Text>,
        /// Roles it applies to; nothing means the role that checks it and everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A behaviour that can be observed.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Behaviour {
        /// The name that readers see.
        pub title: Field<Text>,
        /// What the behaviour is.
        pub means: Field<Text>,
        /// How an observer sees that it was shown.
        pub observed_as: Field<Text>,
        /// How much it counts on a scorecard.
        pub weight: Field<u32>,
        /// Whether missing it fails the whole contact.
        pub fatal: Field<bool>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A kind of customer that needs a special way.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct CustomerType {
        /// The name that readers see.
        pub title: Field<Text>,
        /// How such a customer is recognised.
        pub signs: List<Text>,
        /// What helps.
        #[serde(rename = "do")]
        pub act: List<Text>,
        /// What makes it worse.
        pub never: List<Text>,
        /// The scripts that fit.
        pub say: Words<String>,
        /// The role that may decide to refuse service.
        pub refuse_service: Field<String>,
        /// When service may be refused.
        pub refuse_when: Field<Text>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A rule of conduct that is neither a time, a script nor a procedure: correspondence, the order of answers, courtesy.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Conduct {
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
        /// What is done, in order.
        #[serde(rename = "do")]
        pub act: List<Text>,
        /// What is never done.
        pub never: List<Text>,
        /// How an observer sees that it is kept.
        pub observed_as: Field<Text>,
        /// The scripts that fit.
        pub say: Words<String>,
        /// Why it is so.
        pub why: Field<Text>,
    }
}

part! {
    /// When and how a call is put on hold.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Hold {
        /// The longest that a customer is kept waiting in one go.
        pub at_most: Field<Duration>,
        /// How often the colleague comes back to the customer meanwhile.
        pub come_back_every: Field<Duration>,
        /// Whether the customer is asked first.
        pub ask_first: Field<bool>,
        /// The script that is said: its id or its purpose.
        pub say: Words<String>,
        /// When a customer is put on hold.
        pub allowed_if: Field<Text>,
        /// What is offered when it takes longer.
        pub otherwise: Field<Text>,
    }
}

part! {
    /// When and how a customer is passed on.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Transfers {
        /// How often a customer may be passed on in one request.
        pub at_most: Field<u32>,
        /// Whether the colleague is told the story before the customer is passed on.
        pub warm: Field<bool>,
        /// The script that is said: its id or its purpose.
        pub say: Words<String>,
        /// When a customer is passed on.
        pub allowed_if: Field<Text>,
        /// What is passed on with the customer.
        pub pass_on: List<Text>,
    }
}

situated!(Conduct);
