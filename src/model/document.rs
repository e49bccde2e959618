//! One file as it was read: any sections, in any combination. Must never look at other files: `resolve` joins them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Behaviour, Brand, Channel, Clock, CompanyRule, Conduct, Currency, CustomerDuty, CustomerType, Decision,
    Deviations, Escalation, Exclusion, Feedback, FollowUp, Hold, Holidays, Incentive, LegalMinimum, Link,
    Location, Measure, Offer, Onboarding, Package, Procedure, Quality, Remedy, Requirement, ResponseTime,
    Review, Role, RuleSetting, Scenario, Script, Situation, Staffing, Standard, Term, Text, TimeZone,
    Training, Transfers, Upkeep, Waiver, When, WhenRulesMeet, Wording, part, shorthand,
};
use crate::syntax::decode::{Entries, Field, List, Required, Rest, Short, Words, with_underscores};
use crate::time::Duration;

part! {
    /// A file of a service standard. A project is any number of such files; one of them, `etalon.yaml`, says what the
    /// standard is called. Sections are groups of named entries and add up across files.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Document {
        /// The edition of the language that the project is written in: 1.
        pub etalon: Field<u32>,
        /// What the standard is called, whose it is, and its dates.
        pub standard: Field<Standard>,
        /// For a folder that other standards use: what it is called.
        pub pack: Field<Pack>,
        /// The languages of the standard as codes; the first is the source, the others must be complete.
        pub languages: Words<String>,
        /// The time zone of the opening hours, such as `Europe/Warsaw`.
        pub time_zone: Field<TimeZone>,
        /// Public holidays and further closed days.
        pub holidays: Field<Holidays>,
        /// The currency of amounts, such as `PLN`.
        pub currency: Field<Currency>,
        /// How long one ring of the telephone counts; 5 s where nothing is written.
        pub ring: Field<Duration>,
        /// Packs that the standard builds on: built-in ones such as `wording/pl`, or folders such as `../corporate`;
        /// with `{ pack: ../corporate, sha256: … }` one that must not have changed.
        #[serde(rename = "use")]
        pub packs: Words<Short<PackUse>>,
        /// The dimensions that rules may speak of, besides `channel` and `time`.
        pub situation: Field<Situation>,
        /// Combinations that cannot occur; they are left out of every judgement.
        pub never_happens: List<When>,
        /// Which measures or outcomes every situation must have, by table.
        pub must_cover: Field<Rest<Words<String>>>,
        /// How rules of a table are reconciled where they meet, by table.
        pub when_rules_meet: Field<Rest<WhenRulesMeet>>,
        /// How the standard is kept up.
        pub review: Field<Review>,
        /// How handbooks look.
        pub brand: Field<Brand>,
        /// For each text and language, the fingerprints of the source text and of the translation when both were last
        /// found to say the same. `etalon translations` writes this.
        pub translations: Field<Rest<Rest<String>>>,

        /// The ways in which customers reach the company.
        pub channels: Field<Entries<Channel>>,
        /// The roles of the people who serve.
        pub roles: Field<Entries<Role>>,
        /// The places of the company.
        pub locations: Field<Entries<Location>>,
        /// The service chain behind the counter.
        pub links: Field<Entries<Link>>,
        /// The service packages that customers have.
        pub packages: Field<Entries<Package>>,
        /// How fast customers are served.
        pub response_times: Field<Entries<ResponseTime>>,
        /// Measures of the company's own, for `response_times`.
        #[schemars(transform = with_underscores)]
        pub measures: Field<Entries<Measure>>,
        /// What the times measure.
        pub clock: Field<Clock>,
        /// Who is there at the peak, so that it can be computed whether promises can be kept.
        pub staffing: Field<Entries<Staffing>>,
        /// What customers get when a promise is missed.
        pub if_missed: Field<Entries<Remedy>>,
        /// What the promises do not cover.
        pub exclusions: Field<Entries<Exclusion>>,
        /// What the company asks of its customers.
        pub customer_duties: Field<Entries<CustomerDuty>>,
        /// What is said.
        pub scripts: Field<Entries<Script>>,
        /// The company's choice of words.
        pub wording: Field<Wording>,
        /// When and how a call is put on hold.
        pub hold: Field<Hold>,
        /// When and how a customer is passed on.
        pub transfers: Field<Transfers>,
        /// Rules of conduct in writing: e-mail, chat, social media, reviews.
        pub correspondence: Field<Entries<Conduct>>,
        /// Rules of conduct in conversation and at work.
        pub conduct: Field<Entries<Conduct>>,
        /// What is done, step by step.
        pub procedures: Field<Entries<Procedure>>,
        /// Who is told, and when, while a request stays open.
        pub escalations: Field<Entries<Escalation>>,
        /// What customers may bring back, until when and with what outcome.
        pub returns: Field<Decision>,
        /// Decision tables of the company's own.
        pub decisions: Field<Entries<Decision>>,
        /// What is offered beside what the customer came for.
        pub selling: Field<Entries<Offer>>,
        /// What is offered when something went wrong.
        pub recovery: Field<Entries<Offer>>,
        /// What goes beyond the promise, and how loyal customers are thanked.
        pub loyalty: Field<Entries<Offer>>,
        /// Contact after the purchase or the repair.
        pub follow_up: Field<Entries<FollowUp>>,
        /// The state of the premises and the equipment.
        pub premises: Field<Entries<Upkeep>>,
        /// How staff look.
        pub appearance: Field<Entries<Upkeep>>,
        /// How staff behave, in a way that can be observed.
        pub behaviours: Field<Entries<Behaviour>>,
        /// Difficult customers and how to treat them.
        pub customer_types: Field<Entries<CustomerType>>,
        /// Metrics and how quality is verified.
        pub quality: Field<Quality>,
        /// How customers are asked what they think.
        pub feedback: Field<Entries<Feedback>>,
        /// Bonuses and what they depend on.
        pub incentives: Field<Entries<Incentive>>,
        /// When staff may depart from a rule.
        pub deviations: Field<Deviations>,
        /// What new colleagues read, practise and sign, by role.
        pub onboarding: Field<Entries<Onboarding>>,
        /// Training on the standard.
        pub training: Field<Entries<Training>>,
        /// The company's words and what they mean.
        pub glossary: Field<Entries<Term>>,
        /// Tests: situations and what must hold in them.
        pub scenarios: Field<Entries<Scenario>>,
        /// For profiles: the topics that a standard of this kind has to treat.
        pub requires: Field<Entries<Requirement>>,
        /// What the law leaves no choice about.
        pub legal_minimums: Field<Entries<LegalMinimum>>,
        /// Rules of the company's own, which every check applies.
        pub company_rules: Field<Entries<CompanyRule>>,
        /// Rules of the check whose findings weigh more or less than usual, each with its severity: error, warning, info
        /// or off. Where it is less, the reason is said.
        pub check_rules: Field<Rest<Short<RuleSetting>>>,
        /// Findings that are accepted for a while.
        pub waive: Field<Entries<Waiver>>,
    }
}

part! {
    /// A pack that a standard builds on.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
    pub struct PackUse {
        /// Its name, such as `wording/pl`, or its folder, such as `../corporate`.
        pub pack: Required<String>,
        /// The fingerprint of its files. A pack that has another one is an error, so that nobody changes what a
        /// standard builds on unseen; the finding tells the fingerprint that the pack has.
        pub sha256: Field<String>,
    }
}

shorthand!(PackUse, "pack");

part! {
    /// What a pack is called; a pack is a folder of files that standards name under `use`.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Pack {
        /// The name that readers see.
        pub title: Field<Text>,
        /// What it brings.
        pub about: Field<Text>,
        /// The version of the pack.
        pub version: Field<String>,
    }
}
