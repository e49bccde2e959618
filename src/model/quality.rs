//! How quality is seen: metrics, verification, feedback, incentives. Must never hold a promise to a customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Text, no_texts, part};
use crate::syntax::decode::{Entries, Field, List, Required, Words};
use crate::time::{Duration, Frequency, Threshold};

part! {
    /// The quality section. Sections of several files add up.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Quality {
        /// What is measured.
        pub metrics: Field<Entries<Metric>>,
        /// How it is verified that the standard is kept.
        pub verification: Field<Entries<Verification>>,
        /// How performance is assessed: what is rewarded and what is sanctioned.
        pub assessment: Field<Entries<Assessment>>,
    }
}

part! {
    /// A figure that is watched.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Metric {
        /// The name that readers see.
        pub title: Field<Text>,
        /// What exactly is measured, and how it is counted.
        pub means: Field<Text>,
        /// The value to reach, such as `>= 80%`.
        pub target: Field<Threshold>,
        /// The value at which something must be done, such as `< 65%`.
        pub alarm: Field<Threshold>,
        /// What is done then: the id of a procedure, or words.
        pub on_alarm: Field<Text>,
        /// The system or survey that the figure comes from.
        pub measured_by: Field<Text>,
        /// How often it is looked at.
        pub every: Field<Frequency>,
        /// The role that looks at it.
        pub who: Field<String>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

/// How a verification is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Figures of the systems.
    Statistics,
    /// Asking customers.
    Survey,
    /// A visitor who is not recognised.
    MysteryShopping,
    /// Tests of what staff know.
    StaffTest,
    /// Listening to recordings.
    Recordings,
    /// Reading chats and letters.
    ChatLogs,
    /// Watching at work.
    Observation,
    /// A checklist on the spot.
    Inspection,
}

part! {
    /// A way of verifying that the standard is kept.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Verification {
        /// The name that readers see.
        pub title: Field<Text>,
        /// The method.
        pub method: Required<Method>,
        /// How often.
        pub every: Field<Frequency>,
        /// The role that does it.
        pub who: Field<String>,
        /// How many contacts or visits each time.
        pub sample: Field<Text>,
        /// What is scored: ids of scripts, behaviours and other entries.
        pub scorecard: Words<String>,
        /// The score to reach.
        pub pass: Field<Threshold>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// How performance is assessed.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Assessment {
        /// The name that readers see.
        pub title: Field<Text>,
        /// How often.
        pub every: Field<Frequency>,
        /// The role that assesses.
        pub who: Field<String>,
        /// What is rewarded.
        pub rewarded: List<Text>,
        /// What is sanctioned.
        pub sanctioned: List<Text>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// Asking customers what they think.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Feedback {
        /// The name that readers see.
        pub title: Field<Text>,
        /// How they are asked: text message, e-mail, call, terminal.
        pub ask_by: Field<Text>,
        /// How soon after the contact.
        pub within: Field<Duration>,
        /// The questions.
        pub questions: List<Text>,
        /// The script that is said: its id or its purpose.
        pub say: Words<String>,
        /// The procedure that follows a low score.
        pub low_score: Field<String>,
        /// What is done with the answers, by whom.
        pub answers: Field<Text>,
        /// The role that reads the answers.
        pub who: Field<String>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A bonus.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Incentive {
        /// The name that readers see.
        pub title: Field<Text>,
        /// The role that gets it.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// The metrics it is computed from.
        #[serde(rename = "from")]
        pub metrics: Words<String>,
        /// How it is computed.
        pub pays: Field<Text>,
        /// How often it is paid.
        pub every: Field<Frequency>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

no_texts!(Method);
