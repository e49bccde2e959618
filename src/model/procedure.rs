//! What is done: procedures as graphs of steps, and escalations. Must never hold the words that are spoken.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Text, When, part, situated};
use crate::syntax::decode::{Entries, Field, List, Required, Rest, Words};
use crate::time::{Duration, Hours};

part! {
    /// A procedure: the steps from the customer's request to its end.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Procedure {
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
        /// The role that stays the customer's one point of contact throughout.
        pub owner: Field<String>,
        /// What the customer is promised as a whole, by measure.
        pub promise: Field<Rest<Duration>>,
        /// Opening hours that the business clock of its steps runs in, instead of the channel's.
        pub hours: Field<Hours>,
        /// How often the customer may be passed on.
        pub transfers: Field<u32>,
        /// The steps; the first one written is the start.
        pub steps: Field<Entries<Step>>,
    }
}

part! {
    /// A step of a procedure.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Step {
        /// The role that does it; of several roles any one, such as whoever answered.
        pub who: Words<String>,
        /// What is done.
        #[serde(rename = "do")]
        pub act: Field<Text>,
        /// A question with branches: `yes:` and `no:`, or `answers:`.
        pub question: Field<Text>,
        /// The step that follows the answer yes.
        pub yes: Field<String>,
        /// The step that follows the answer no.
        pub no: Field<String>,
        /// The step that follows each other answer, by its words.
        pub answers: Field<Rest<String>>,
        /// The script that is said: its id or its purpose.
        pub say: Words<String>,
        /// What the customer is asked for.
        pub ask_for: List<Text>,
        /// What the customer is told.
        pub tell: Field<Text>,
        /// What is written down, and where.
        pub record: Field<Text>,
        /// The role that the customer is passed on to.
        pub hand_over: Field<String>,
        /// The link of the chain that the step waits for.
        pub uses: Words<String>,
        /// How long the step may take.
        pub within: Field<Duration>,
        /// Steps that are done at the same time; `next` follows when all are done.
        pub at_once: Words<String>,
        /// The step that follows.
        pub next: Field<String>,
        /// How the procedure ends here, such as `resolved` or `refused`.
        pub end: Field<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// An escalation: who is told, and when, while a request stays open.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Escalation {
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
        /// Opening hours that the business clock of its levels runs in, instead of the channel's.
        pub hours: Field<Hours>,
        /// The levels in their order.
        pub levels: List<Level>,
    }
}

part! {
    /// A level of an escalation.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Level {
        /// How long after the start.
        pub after: Required<Duration>,
        /// The role that takes over or is told.
        pub to: Required<String>,
        /// How they are told.
        pub by: Field<Text>,
        /// What they have to do.
        #[serde(rename = "do")]
        pub act: Field<Text>,
        /// What the customer is told.
        pub tell: Field<Text>,
    }
}

situated!(Procedure, Escalation);
