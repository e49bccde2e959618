//! Who serves: roles, places, the links behind the counter and the packages customers have.
//! Must never hold a promise to the customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::channel::Audience;
use super::{Text, TimeZone, When, part};
use crate::syntax::decode::{Field, List, Rest, Words};
use crate::time::{Amount, Duration, Hours};

part! {
    /// A role that people have in the service.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Role {
        /// The name that readers see.
        pub title: Field<Text>,
        /// Level of support: 1 takes and tracks, 2 is expert, 3 decides and changes the system.
        pub level: Field<u32>,
        /// Whether the role meets customers itself; `no` for the back office.
        pub contact_staff: Field<bool>,
        /// When somebody in this role is on duty, written like opening hours.
        pub on_duty: Field<Hours>,
        /// The role above.
        pub reports_to: Field<String>,
        /// What the role may grant without asking, such as `compensate: 100 PLN` or `discount: 10%`.
        pub may: Field<Rest<Amount>>,
        /// What the role may decide besides amounts.
        pub decides: List<Text>,
        /// What the role has to do.
        pub duties: List<Text>,
        /// What must be at hand so that no customer tells their story twice.
        pub must_see: List<Text>,
        /// The locations where the role works; nothing means all.
        pub locations: Words<String>,
        /// The languages that the role speaks, as codes.
        pub languages: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A place of the company: a shop, an office, a depot.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Location {
        /// The name that readers see.
        pub title: Field<Text>,
        /// The postal address.
        pub address: Field<Text>,
        /// The time zone, where it differs from the standard's.
        pub time_zone: Field<TimeZone>,
        /// Opening hours of the place.
        pub hours: Field<Hours>,
        /// How people with disabilities get in and around: ramp, lift, parking.
        pub accessibility: List<Text>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A link of the service chain behind the counter: a department or partner that contact staff depend on.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Link {
        /// The name that readers see.
        pub title: Field<Text>,
        /// The role that answers for the link; it need not serve customers.
        pub owner: Field<String>,
        /// How soon the link delivers.
        pub target: Field<Duration>,
        /// The procedures that depend on it.
        pub serves: Words<String>,
        /// Whom the link serves; nothing means colleagues.
        pub audience: Field<Audience>,
        /// What is agreed with the link.
        pub agreed: List<Text>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A service package: what a group of customers has bought.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Package {
        /// The name that readers see.
        pub title: Field<Text>,
        /// The situations that belong to the package, such as `plan: premier`.
        pub when: Field<When>,
        /// Whom the package suits.
        pub suits: Field<Text>,
        /// What is included.
        pub includes: List<Text>,
        /// What is not included.
        pub excludes: List<Text>,
        /// What there is only so much of, such as `named users: 5` or `screen shares: 6 a year`.
        pub allowances: Field<Rest<Text>>,
        /// When the package is served, where it differs from the channel.
        pub hours: Field<Hours>,
        /// What the package costs.
        pub price: Field<Text>,
        /// Roles whose handbook shows this; nothing means everybody who serves customers.
        #[serde(rename = "for")]
        pub concerns: Words<String>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}
