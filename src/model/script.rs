//! What is said: scripts. Must never hold what is done.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Text, When, no_texts, part, situated};
use crate::syntax::decode::{Field, List, Required, Rest, Words};
use crate::time::Duration;

/// What a script is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The opening of a contact.
    Greeting,
    /// Making sure who the customer is.
    Identify,
    /// Finding out what the customer needs.
    DiscoverNeeds,
    /// Presenting the product or the company.
    Present,
    /// Answering an objection.
    Objection,
    /// Answering a question.
    Answer,
    /// Before, during and after a pause in the call.
    Hold,
    /// Passing the customer on.
    Transfer,
    /// Saying sorry.
    Apology,
    /// Saying no.
    Refusal,
    /// Telling where the request stands.
    Update,
    /// Confirming that a message has arrived.
    Acknowledgement,
    /// What callers hear when nobody is on duty.
    Voicemail,
    /// Calling back.
    Callback,
    /// A customer leaves without buying.
    NoPurchase,
    /// Offering something more or something better.
    Upsell,
    /// Summing up what was agreed.
    Summary,
    /// The end of a contact.
    Closing,
    /// Asking for feedback.
    Feedback,
    /// Answering a public review.
    ReviewReply,
    /// Contact after the purchase.
    FollowUp,
    /// When the conversation leaves the script.
    OffScript,
    /// When the customer has to wait in a queue.
    Queue,
    /// Anything else.
    Other,
}

/// Something that a script has to contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Element {
    /// A greeting.
    Greeting,
    /// The name of the company.
    Company,
    /// The name of whoever speaks.
    Name,
    /// The department or service.
    Department,
    /// The offer of help.
    OfferOfHelp,
    /// An apology.
    Apology,
    /// Thanks.
    Thanks,
    /// What happens next.
    NextStep,
    /// By when.
    Deadline,
    /// A summary of what was agreed.
    Summary,
    /// Whether anything else is needed.
    AnythingElse,
    /// A farewell.
    Farewell,
    /// An open question.
    Question,
    /// The customer's consent.
    Consent,
    /// The reason.
    Reason,
    /// Another way for the customer.
    Alternative,
    /// How to reach the company.
    Contact,
}

part! {
    /// Words for a moment of the conversation.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Script {
        /// The name that readers see.
        pub title: Field<Text>,
        /// What the script is for.
        pub purpose: Required<Purpose>,
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
        /// The words, with `{placeholders}`.
        pub say: Field<Text>,
        /// Other wordings of the same, to choose from.
        pub or_say: List<Text>,
        /// Questions to ask, in their order.
        pub questions: List<Text>,
        /// What to do besides speaking.
        #[serde(rename = "do")]
        pub act: List<Text>,
        /// What must not be done or said here.
        pub never: List<Text>,
        /// What the words have to contain.
        pub elements: Words<Element>,
        /// The longest that the words may take to say.
        pub at_most: Field<Duration>,
        /// What fills the placeholders, besides `{company}`, `{agent}` and the other known ones.
        pub placeholders: Field<Rest<Text>>,
    }
}

situated!(Script);

no_texts!(Purpose, Element);

impl Purpose {
    /// The word that stands for the purpose in YAML.
    pub fn word(self) -> &'static str {
        super::words::word(&self)
    }

    /// The purpose that a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        super::words::value(word)
    }
}
