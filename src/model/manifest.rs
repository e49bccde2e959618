//! The manifest: what the standard is called, whose it is, which languages, clock and packs it uses.
//! Must never hold rules; those live in their sections.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Short, Text, no_texts, part, shorthand};
use crate::syntax::decode::{Field, List, Required, Rest, Words};
use crate::time::{ClosedDay, Country, Frequency};

part! {
    /// The standard itself: its name, version, owner and dates.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Standard {
        /// Short name of the standard, used in file names: small letters, digits and hyphens.
        pub id: Required<String>,
        /// The name of the company that the standard speaks for; fills `{company}` in scripts.
        pub company: Field<Text>,
        /// The title on the cover of the handbook.
        pub title: Required<Text>,
        /// The version, such as `1.4.0`; put a text such as `"1.10"` in quotes.
        pub version: Required<String>,
        /// The role that answers for the standard.
        pub owner: Field<String>,
        /// The day on which the standard takes effect.
        pub effective: Field<Date>,
        /// The day by which the standard is to be reviewed.
        pub review_by: Field<Date>,
        /// What the standard is for, in the company's own words.
        pub purpose: Field<Text>,
        /// The line of business, such as `pharmacy` or `appliance repair`.
        pub line_of_business: Field<Text>,
        /// The values that the service stands on.
        pub values: List<Text>,
        /// Where the public part of the standard is shown to customers.
        pub published_at: List<Text>,
    }
}

part! {
    /// Public holidays and the days on which the company is closed besides.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Holidays {
        /// The country whose public holidays count, as a two-letter code such as `PL`.
        pub country: Field<Country>,
        /// Further closed days: `2026-12-24`, or `12-24` for every year.
        pub closed: Words<ClosedDay>,
        /// Days that are public holidays elsewhere but working days here.
        pub open: Words<ClosedDay>,
    }
}

part! {
    /// A dimension of the situation: something that rules may depend on.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Dimension {
        /// What the dimension is, for readers.
        pub title: Field<Text>,
        /// The possible values, in their order; or the word `yes/no`.
        pub values: Words<String>,
        /// What the values are called in the handbook.
        pub titles: Field<Rest<Text>>,
        /// For a number: what is counted, such as `people` or `days`.
        pub number: Field<String>,
        /// The smallest number that can occur.
        pub from: Field<f64>,
        /// The largest number that can occur.
        pub to: Field<f64>,
        /// Whether later values must never fare worse than earlier ones.
        pub rising: Field<bool>,
        /// Whether the value may be unknown: "not known" is then a value of its own.
        pub optional: Field<bool>,
    }
}

shorthand!(Dimension, "values");

/// The dimensions by name; a bare list of values or `yes/no` is short for `{ values: … }`.
pub type Situation = Rest<Short<Dimension>>;

/// How rules of a table are reconciled where they meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WhenRulesMeet {
    /// The rule that is best for the customer wins.
    Strictest,
}

part! {
    /// How the standard is meant to be kept up.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Review {
        /// How often the standard is reviewed.
        pub every: Field<Frequency>,
        /// The role that reviews it.
        pub by: Field<String>,
        /// Where proposals for changes go.
        pub proposals: Field<Text>,
    }
}

no_texts!(WhenRulesMeet);
