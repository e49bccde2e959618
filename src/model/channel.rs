//! Where and when customers reach the company. Must never say how fast they are answered: that is a response time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Text, When, no_texts, part};
use crate::syntax::decode::{Field, List, Required, Rest, Words};
use crate::time::{Duration, Hours};

/// The kind of conversation that a channel carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// Telephone, callback, voice over the internet.
    Voice,
    /// Live typing: web chat, messengers answered at once.
    Chat,
    /// E-mail, letters, forms, messengers answered later.
    Written,
    /// Visible to everybody: reviews, social media posts.
    Public,
    /// Face to face: a shop, an office, a visit.
    InPerson,
    /// Video calls.
    Video,
}

/// Who a channel or a link serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// People outside the company.
    Customers,
    /// Other departments of the company.
    Colleagues,
}

part! {
    /// A way in which customers reach the company.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Channel {
        /// The kind of conversation: voice, chat, written, public, in-person or video.
        pub kind: Required<ChannelKind>,
        /// The name that readers see.
        pub title: Field<Text>,
        /// The number, address or link.
        pub contact: List<Text>,
        /// Where the contact is shown to customers.
        pub shown_at: List<Text>,
        /// Whether using the channel costs the customer nothing.
        pub free_of_charge: Field<bool>,
        /// Opening hours, such as `Mo-Fr 08:00-20:00; Sa 09:00-15:00; PH off`, or `24/7`.
        pub hours: Field<Hours>,
        /// The roles that answer here.
        pub staffed_by: Words<String>,
        /// The location where this channel is, for a counter or a shop.
        pub location: Field<String>,
        /// The only situations in which the channel may be used, such as `plan: premier`; nothing means all.
        pub only_when: Field<When>,
        /// Whom the channel serves; nothing means customers.
        pub serves: Field<Audience>,
        /// The languages spoken here, as codes.
        pub languages: Words<String>,
        /// How a time is booked, and whether one has to be.
        pub booking: Field<Text>,
        /// What is arranged when a customer asks for it, such as `an interpreter` or `large print`.
        pub on_request: List<Text>,
        /// What happens to a request that comes when nobody is on duty.
        pub after_hours: Field<AfterHours>,
        /// The voice menu in front of the channel.
        pub menu: Field<Menu>,
        /// Roles whose handbook shows this besides those that staff it.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// What happens to a request outside opening hours.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct AfterHours {
        /// The scripts that the customer hears or reads.
        pub script: Words<String>,
        /// How soon the customer is called back, counted from the message.
        pub callback: Field<Duration>,
        /// Another channel that takes over.
        pub redirect: Field<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A voice menu.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Menu {
        /// How many choices deep it goes.
        pub depth: Field<u32>,
        /// How many choices it offers at a level.
        pub options: Field<u32>,
        /// Whether a person can be reached from every level.
        pub exit_to_person: Field<bool>,
        /// What is announced.
        pub say: Field<Text>,
        /// What can be chosen, by the key to press: `1: cards`.
        pub choices: Field<Rest<Text>>,
    }
}

no_texts!(ChannelKind, Audience);
