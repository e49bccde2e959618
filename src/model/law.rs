//! What the law leaves no choice about, as far as it concerns service. Must never be taken for legal advice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Text, no_texts, part};
use crate::syntax::decode::{Field, List, Required, Rest};
use crate::time::{Duration, Figure};

/// How a figure of the law was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Read in the act itself or on the page of an authority.
    Seen,
    /// Read where others quote the act.
    Quoted,
}

part! {
    /// A bound that the law sets. It helps to find promises that fall short of the law; it is no legal advice.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct LegalMinimum {
        /// The name that readers see.
        pub title: Required<Text>,
        /// What the bound is about, in one word: `withdrawal`, `refund`, `answer`, `repair`, `replacement`,
        /// `exchange`, `guarantee`, `queue`, `delivery`, `send-back`.
        pub about: Required<String>,
        /// The company may be quicker, never slower.
        pub at_most: Field<Figure>,
        /// The company may give the customer longer, never less.
        pub at_least: Field<Duration>,
        /// Where a standard may hold figures that the bound is about; nothing means that figures are not compared.
        pub bounds: List<Bound>,
        /// Words by which a text is recognised that still names the figure or the act, per language; for rows that are
        /// no longer in force. `*` stands for any ending, `..` for up to four words: `answer* .. complaint* .. 30 days`.
        pub recognised_by: Field<Rest<List<String>>>,
        /// The event from which the time is counted.
        pub starts: Field<Text>,
        /// What it means in law when the company says nothing in time.
        pub on_silence: Field<Text>,
        /// Which sales and which customers it holds for.
        pub applies_to: Field<Text>,
        /// What it does not hold for.
        pub exceptions: List<Text>,
        /// The act and the article.
        pub cite: Required<Text>,
        /// The first day on which it holds, where it is known.
        pub from: Field<Date>,
        /// The last day on which it held; nothing while it is in force.
        pub until: Field<Date>,
        /// The day on which the figure was last held against its source.
        pub checked: Required<Date>,
        /// How it was checked: seen or quoted.
        pub mark: Required<Mark>,
        /// A remark for readers.
        pub note: Field<Text>,
    }
}

part! {
    /// A place of a standard that a bound of the law is about, and what a rule there has to speak of.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Bound {
        /// The figure: `response_times.resolution`, `procedures.promise.resolution`, `returns.refund_within`,
        /// `returns.within`; or `returns.longest` for the longest time after which goods are still taken back.
        pub figure: Required<String>,
        /// What a rule must speak of to be meant: one word of each line, the words of a line divided by `|`. A rule
        /// speaks of the values of its `when`, of its outcome, of the kind of its channel and of the line of business.
        /// What speaks of less is left alone.
        pub speaks_of: List<String>,
    }
}

no_texts!(Mark);
