//! Project -> handbook (a tree without markup) and policy (a versioned, ordered value).
//! Must never judge, and never decide how something looks.

mod handbook;
mod policy;

pub use handbook::{
    Block, Branch, Card, Chapter, Fact, Flow, FlowStep, Furniture, Handbook, Inline, Line, NoticeKind, Row,
    Section, Table, Week,
};
pub use policy::{policy, policy_schema};
