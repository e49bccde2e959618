//! The standard's own life: departures from it, training on it, its words, accepted findings.
//! Must never change what a rule says.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Text, When, no_texts, part, shorthand};
use crate::diagnostic::Severity;
use crate::syntax::decode::{Field, List, Required, Words};
use crate::time::{Amount, Duration, Frequency};

part! {
    /// When staff may depart from a rule.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Deviations {
        /// When a departure is allowed.
        pub allowed_if: Field<Text>,
        /// The role that decides it.
        pub decided_by: Field<String>,
        /// Whether it is recorded.
        pub record: Field<bool>,
        /// What is never departed from.
        pub never: List<Text>,
        /// What happens when the company has made a mistake.
        pub mistakes: Field<Text>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// What a new colleague in a role has to read, practise and sign.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Onboarding {
        /// What to read: sections or ids of entries.
        pub read: Words<String>,
        /// What to practise: ids of scripts, procedures, customer types.
        pub practise: Words<String>,
        /// The steps from the first day to the third month.
        pub steps: List<Text>,
        /// Whether the colleague signs that they have read it.
        pub sign_off: Field<bool>,
        /// By when everything is done.
        pub within: Field<Duration>,
        /// The share of right answers that passes the test.
        pub pass_mark: Field<Amount>,
        /// The role that accompanies the colleague.
        pub mentor: Field<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

/// How a training is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TrainingMethod {
    /// Together, with a trainer.
    Workshop,
    /// Practising scripts and cases with each other.
    RolePlay,
    /// A test.
    Test,
    /// Alone, on a screen.
    ELearning,
    /// Beside an experienced colleague.
    Shadowing,
    /// A talk about a colleague's own work.
    Coaching,
}

part! {
    /// Training on the standard.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Training {
        /// The name that readers see.
        pub title: Field<Text>,
        /// How it is held.
        pub method: Field<TrainingMethod>,
        /// How often.
        pub every: Field<Frequency>,
        /// What it is about: ids of entries or sections.
        pub covers: Words<String>,
        /// The role that holds it.
        pub who: Field<String>,
        /// The share of right answers that passes.
        pub pass_mark: Field<Amount>,
        /// The roles that take part.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A word of the company and what it means.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Term {
        /// The word itself, where it differs from the id.
        pub term: Field<Text>,
        /// What it means.
        pub means: Required<Text>,
        /// Words that are not to be used for it.
        pub instead_of: List<Text>,
    }
}

part! {
    /// Something that a promise does not cover.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Exclusion {
        /// The name that readers see.
        pub title: Field<Text>,
        /// The situations it is about; nothing means all.
        pub when: Field<When>,
        /// What is not covered.
        pub what: Required<Text>,
        /// What the customer is told or offered instead.
        pub tell: Field<Text>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// What the company asks of its customers.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct CustomerDuty {
        /// The situations it is about; nothing means all.
        pub when: Field<When>,
        /// What is asked.
        pub what: Required<Text>,
        /// Why.
        pub why: Field<Text>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
    }
}

part! {
    /// A finding that is accepted for a while.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Waiver {
        /// The rule whose finding is accepted, such as `scripts/too-long-to-say`.
        pub rule: Required<String>,
        /// The place, as section and id: `scripts.closing`, or a key below it; `requires.` and the name for a topic that
        /// a profile asks for.
        pub at: Required<String>,
        /// Why it is accepted.
        pub reason: Required<Text>,
        /// The role that answers for it.
        pub owner: Required<String>,
        /// The last day on which it holds.
        pub until: Required<Date>,
    }
}

/// How much the findings of a rule of the check weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RuleSeverity {
    /// Wrong: the check fails.
    Error,
    /// Probably wrong; somebody should look.
    Warning,
    /// Worth knowing.
    Info,
    /// Nothing: findings are counted and listed only where all are.
    Off,
}

impl RuleSeverity {
    /// The weight of the findings; none where they count for nothing.
    pub fn severity(self) -> Option<Severity> {
        match self {
            RuleSeverity::Error => Some(Severity::Error),
            RuleSeverity::Warning => Some(Severity::Warning),
            RuleSeverity::Info => Some(Severity::Info),
            RuleSeverity::Off => None,
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        self.severity().map_or("off", Severity::word)
    }
}

part! {
    /// How much the findings of a rule of the check weigh in this standard.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct RuleSetting {
        /// How much they weigh: error, warning, info, or off.
        pub severity: Required<RuleSeverity>,
        /// Why; needed where they weigh less than usual.
        pub reason: Field<Text>,
    }
}

shorthand!(RuleSetting, "severity");

no_texts!(TrainingMethod, RuleSeverity);
