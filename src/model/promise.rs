//! How fast: promises to the customer, what their clocks measure, who is there to keep them, what is paid when missed.
//! Must never hold what is said or done: scripts and procedures do.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::measure::MEASURES;
use super::{Date, Short, Text, Texts, Visit, When, no_texts, part, shorthand, situated};
use crate::syntax::decode::{Field, List, Required, Rest, Words};
use crate::time::{Amount, Duration, Figure, Hours};

part! {
    /// A rule that promises times.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct ResponseTime {
        /// What the promise is about, for readers.
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
        /// Whether this is a bound that nothing may undercut: a law, a contract, a corporate minimum.
        pub floor: Field<bool>,
        /// Where a floor comes from: the article, the clause.
        pub cite: Field<Text>,
        /// Opening hours that the business clock of this rule runs in, instead of the channel's.
        pub hours: Field<Hours>,
        /// What the clock of this rule measures, where it differs from the standard's.
        pub clock: Field<Clock>,
        /// The promises by measure: `answer: 20 s for 80%`, `first_response: 2 min`.
        #[serde(rename = "*")]
        pub promises: Promises,
    }
}

/// The promises of a rule by measure.
#[derive(Debug, Clone, Default)]
pub struct Promises(Rest<Short<Promise>>);

impl std::ops::Deref for Promises {
    type Target = Rest<Short<Promise>>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Texts for Promises {
    const HOLDS: bool = true;

    fn texts<'a>(&'a self, path: &mut Vec<&'a str>, visit: Visit<'_, 'a>) {
        self.0.texts(path, visit);
    }

    fn texts_mut(&mut self, change: &mut dyn FnMut(&mut Text)) {
        self.0.texts_mut(change);
    }
}

impl Serialize for Promises {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Promises {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Rest::deserialize(deserializer).map(Promises)
    }
}

impl JsonSchema for Promises {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Promises".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let promise = generator.subschema_for::<Short<Promise>>();
        let known = MEASURES.iter().map(|measure| {
            let mut schema = promise.clone();
            schema.insert("description".to_owned(), measure.description.into());
            (measure.id.to_owned(), schema.to_value())
        });
        let known: serde_json::Map<String, serde_json::Value> = known.collect();
        json_schema!({ "type": "object", "properties": known, "additionalProperties": promise })
    }
}

part! {
    /// A promised time.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Promise {
        /// What is acceptable: `4 h`, `2 business days`, `20 s for 80%`; or `best effort` when no figure is promised.
        pub promise: Field<Figure>,
        /// What is desired; between the two lies the zone of tolerance.
        pub aim: Field<Figure>,
        /// A further limit that is never passed, such as 60 s in the queue besides 20 s for 80%.
        pub at_most: Field<Duration>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

shorthand!(Promise, "promise");

part! {
    /// A measure of the company's own, besides the ones the language knows.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Measure {
        /// The name that readers see.
        pub title: Required<Text>,
        /// What exactly is measured: from which event to which.
        pub means: Field<Text>,
        /// Whether more is better for the customer, as for a guarantee period; nothing means that less is better.
        pub longer_is_better: Field<bool>,
    }
}

/// The event that starts a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClockStart {
    /// The customer's first message or call.
    FirstCustomerMessage,
    /// The request is registered.
    TicketCreated,
    /// The next opening of the channel.
    NextOpening,
    /// The monitoring of the company itself notices.
    Detection,
    /// The goods or the proof of their dispatch arrive.
    Receipt,
    /// The contract is concluded or the goods are bought.
    Purchase,
}

/// What counts as a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// Written or spoken by a person.
    Human,
    /// Visible to the customer.
    Public,
    /// Sent by a machine.
    Automatic,
    /// A note among colleagues.
    Internal,
}

/// What happens to the clock when a request is opened again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reopened {
    /// The clock starts from nothing.
    StartsAgain,
    /// The clock goes on from where it stopped.
    GoesOn,
}

/// What a share is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ShareOf {
    /// All contacts that came in.
    Offered,
    /// The contacts that were answered.
    Answered,
}

part! {
    /// What the figures measure.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Clock {
        /// The event that starts the clock.
        pub starts: Field<ClockStart>,
        /// What counts as a reply.
        pub reply: Words<Reply>,
        /// The states in which the clock stands still.
        pub pauses_while: List<Text>,
        /// What happens when a request is opened again.
        pub reopened: Field<Reopened>,
        /// What a share such as `for 80%` is taken of.
        pub share_of: Field<ShareOf>,
        /// Contacts that end sooner than this are not counted.
        pub short_abandon: Field<Duration>,
        /// What is not counted at all.
        pub excludes: List<Text>,
    }
}

part! {
    /// Who is there in a stretch of the week, so that it can be computed whether a promise can be kept.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Staffing {
        /// The channel.
        pub channel: Required<String>,
        /// The stretch of the week, such as `time: Mo-Fr 10:00-12:00`.
        pub when: Field<When>,
        /// Calls that arrive in an hour at the peak.
        pub calls_per_hour: Field<f64>,
        /// How long a contact takes, with the work after it.
        pub handling: Field<Duration>,
        /// How many people answer at the same time.
        pub on_duty: Field<u32>,
        /// The share of paid time in which people do not answer: breaks, training, illness.
        pub shrinkage: Field<Amount>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// What the customer gets when a promise is missed.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Remedy {
        /// What the remedy is about, for readers.
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
        /// The measure that was promised, such as `resolution`.
        pub promise: Field<String>,
        /// The amount that is paid, such as `40 PLN` or `10% of the monthly fee`.
        pub pay: Field<Amount>,
        /// What the customer gets that is not money.
        pub give: Field<Text>,
        /// How soon it is paid.
        pub within: Field<Duration>,
        /// What is paid for each further period that is missed.
        pub then: Field<Amount>,
        /// The most that is paid in all.
        pub at_most: Field<Amount>,
    }
}

situated!(ResponseTime, Remedy);

no_texts!(ClockStart, Reply, Reopened, ShareOf);
