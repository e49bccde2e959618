//! What a profile asks of the standards that use it: topics that must not be missing.
//! Must never judge how well a topic is treated: presence is all that is asked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::channel::ChannelKind;
use super::{Text, part};
use crate::syntax::decode::{Field, List, Required, Words};

part! {
    /// A topic that every standard of a kind has to treat. Profiles are made of these.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Requirement {
        /// The row in the list of everything that service standards say, such as `R07`.
        pub row: Field<String>,
        /// The topic, fit to follow "nothing is said about".
        pub topic: Required<Text>,
        /// Where the topic may be treated; one place is enough. `hold`: the section says something.
        /// `response_times.answer`: some entry of the section says this key. `scripts.purpose=greeting`: some entry
        /// gives this key this value. Longer paths go on in the same way: `procedures.steps.hand_over`; `*` stands for
        /// any key: `response_times.*.aim`.
        pub any_of: Required<Words<String>>,
        /// The kinds of channel in which the topic has to be treated: what holds only elsewhere does not treat it.
        /// Nothing means the standard as a whole.
        pub channel_kinds: Words<ChannelKind>,
        /// What goes wrong without it.
        pub why: Required<Text>,
        /// Lines to start from, to be pasted into a file of the standard.
        pub add: Field<String>,
        /// The clauses of published frameworks that the topic answers to, such as
        /// `ISO 18295-1:2017, 4.4 complaints handling`.
        pub answers_to: List<Text>,
    }
}
