//! What a service standard is: one file per part, typed, every value with its place.
//! Must never judge and never look beyond one file.

mod brand;
mod channel;
mod company;
mod conduct;
mod decision;
mod document;
mod law;
mod life;
mod machine;
mod manifest;
mod measure;
mod offer;
mod people;
mod procedure;
mod promise;
mod quality;
mod requirement;
mod rule;
mod scenario;
mod schema;
mod script;
mod text;
mod texts;
mod values;
mod wording;
pub mod words;

pub use brand::{Brand, Colour};
pub use channel::{AfterHours, Audience, Channel, ChannelKind, Menu};
pub use company::{CompanyRule, Expected};
pub use conduct::{Behaviour, Conduct, CustomerType, Hold, Transfers, Upkeep};
pub use decision::{Decision, DecisionRule};
pub use document::{Document, Pack, PackUse};
pub use law::{Bound, LegalMinimum, Mark};
pub use life::{
    CustomerDuty, Deviations, Exclusion, Onboarding, RuleSetting, RuleSeverity, Term, Training,
    TrainingMethod, Waiver,
};
pub use manifest::{Dimension, Holidays, Review, Situation, Standard, WhenRulesMeet};
pub use measure::{KnownMeasure, MEASURES, known_measure};
pub use offer::{FollowUp, Offer};
pub use people::{Link, Location, Package, Role};
pub use procedure::{Escalation, Level, Procedure, Step};
pub use promise::{
    Clock, ClockStart, Measure, Promise, Promises, Remedy, Reopened, Reply, ResponseTime, ShareOf, Staffing,
};
pub use quality::{Assessment, Feedback, Incentive, Method, Metric, Quality, Verification};
pub use requirement::Requirement;
pub use rule::{Condition, Situated, When};
pub use scenario::Scenario;
pub use schema::{language_schema, machine_schema, schema_address, sparse_machine_schema};
pub use script::{Element, Purpose, Script};
pub use text::{Text, Version};
pub use texts::{Texts, Visit};
pub use values::{Currency, Date, TimeZone};
pub use wording::{
    Address, AddressByLanguage, AddressWords, ElementWords, Lacking, Limits, Phrase, Qualities, TimeWords,
    Vague, Wording,
};

pub(crate) use crate::syntax::decode::{Short, shorthand};
pub(crate) use rule::situated;
pub(crate) use texts::{no_texts, part};
