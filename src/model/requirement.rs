//! What a profile asks of the standards that use it: topics that must not be missing.
//! Must never judge how well a topic is treated: presence is all that is asked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Text, part};
use crate::syntax::decode::{Field, Required, Words};

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
        /// gives this key this value. Longer paths go on in the same way: `procedures.steps.hand_over`.
        pub any_of: Required<Words<String>>,
        /// What goes wrong without it.
        pub why: Required<Text>,
        /// Lines to start from, to be pasted into a file of the standard.
        pub add: Field<String>,
    }
}
