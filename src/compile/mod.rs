//! Project -> handbook (a tree without markup) and policy (a versioned, ordered value).
//! Must never judge, and never decide how something looks.

mod aids;
mod assemble;
mod body;
mod chapters;
mod charter;
mod common;
mod concerns;
mod context;
mod forest;
mod grid;
mod handbook;
mod kit;
mod markup;
mod now;
pub mod open_hours;
mod policy;
mod public;
mod purposes;
mod reader;
mod relevance;
mod scorecard;
mod site;
mod substance;
mod titles;
mod values;
mod words;

pub use aids::{PocketCard, Wall, WallChannel, pocket_cards, wall};
pub use assemble::{Audience, handbook};
pub use charter::{Charter, charter};
pub use common::Common;
pub use concerns::concerned;
pub use handbook::{
    Block, Branch, Card, Chapter, Fact, Flow, FlowStep, Furniture, Handbook, Inline, Line, NoticeKind, Row,
    Section, Table, Week,
};
pub use kit::{Kit, Question, Quiz, kit};
pub use now::{Now, NowEntry, NowTables, now, now_table};
pub use policy::{
    Conditions, Decider, DecisionTable, LoadedPolicy, LoadedTable, Positions, TableAttribute, TableDimension,
    TableRule, TableScale, TableValue, ask_policy, decision_table, decision_tables, load_policy, loaded,
    policy, policy_schema,
};
pub use public::{LeftOut, Offer, PublicData, offer_to_everybody, public_data};
pub use reader::{Reader, Told};
pub use scorecard::{ScoreItem, ScoreWords, Scorecard, Scorecards, scorecards};
pub use site::{Site, SiteWords, site};
pub use substance::fingerprint;
pub use words::yes_and_no;
