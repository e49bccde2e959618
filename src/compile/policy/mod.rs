//! The policy: the whole standard as one ordered, versioned value that machines read.
//! Must never hold anything that the standard does not say, nor a place in a file.

mod ask;
mod decide;
mod format;
mod load;
mod tables;

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

pub use ask::ask_policy;
pub use decide::Decider;
pub use format::{
    Conditions, DecisionTable, Positions, TableAttribute, TableDimension, TableRule, TableScale, TableValue,
};
pub use load::{LoadedPolicy, LoadedTable, load_policy, loaded};
pub use tables::decision_table;

use crate::model::{schema_address, sparse_machine_schema};
use crate::resolve::{Domain, Project, axes};
use crate::syntax::decode::ANY_KEY;

/// The version of the format: it rises when a reader of the version before could misread a policy.
///
/// Within a version keys may be added, and nothing else: readers ignore keys that they do not know.
const FORMAT: u32 = 2;

/// A policy.
#[derive(Debug, Serialize, JsonSchema)]
struct Policy<'a> {
    /// The address of the schema of this file.
    #[serde(rename = "$schema")]
    schema: String,
    /// The version of the format: it rises when a reader of the version before could misread a policy.
    format: u32,
    /// The day as of which the decision tables stand, as `YYYY-MM-DD`: rules that begin later or have ended are not
    /// in them.
    as_of: String,
    /// The language of texts that name no other.
    source_language: &'a str,
    /// The dimensions of the situation with their values: the company's own, and `channel`, `role`, `location`,
    /// `language` and `time`.
    dimensions: BTreeMap<String, PolicyDimension>,
    /// The rules as decisions are made by them, table by table.
    tables: Vec<DecisionTable>,
    /// The standard, section by section, in the order written.
    #[serde(flatten)]
    project: &'a Project,
}

/// A dimension of the situation.
#[derive(Debug, Serialize, JsonSchema)]
struct PolicyDimension {
    /// What values it has: `words`, `yes-no`, `number` or `time`.
    kind: &'static str,
    /// The words, in their order.
    values: Vec<String>,
    /// The smallest number.
    from: Option<f64>,
    /// The largest number.
    to: Option<f64>,
    /// Whether the value may be unknown.
    optional: bool,
    /// Whether later values must never fare worse.
    rising: bool,
}

/// The policy of a standard as it stands on a day, with its decision tables on that day.
pub fn policy(project: &Project, today: Date, tables: &[DecisionTable]) -> Value {
    let dimensions = axes(project).into_iter().map(|(name, axis)| {
        let (kind, values, from, to) = match axis.domain {
            Domain::Words(words) => ("words", words.ordered().to_vec(), None, None),
            Domain::YesNo => ("yes-no", Vec::new(), None, None),
            Domain::Number { from, to } => ("number", Vec::new(), from, to),
            Domain::Time => ("time", Vec::new(), None, None),
        };
        let (optional, rising) = (axis.optional, axis.rising);
        (name, PolicyDimension { kind, values, from, to, optional, rising })
    });
    let policy = Policy {
        schema: schema_address("policy"),
        format: FORMAT,
        as_of: today.to_string(),
        source_language: project.source_language(),
        dimensions: dimensions.collect(),
        tables: Vec::new(),
        project,
    };
    // INVARIANT: every key is a text and every number finite, so the value can always be made.
    let value = serde_json::to_value(&policy).unwrap_or_default();
    let mut policy = tidy(value, project.source_language()).unwrap_or_default();
    if let Value::Object(policy) = &mut policy {
        // In tables every place counts, so nothing is left out of them.
        let tables = serde_json::to_value(tables).unwrap_or_default();
        policy.insert("tables".to_owned(), tables);
    }
    policy
}

/// The decision tables of a standard as they stand on a day.
pub fn decision_tables(project: &Project, today: Date) -> Vec<DecisionTable> {
    tables::decision_tables(project, today)
}

/// The schema of a policy, draft 2020-12.
pub fn policy_schema() -> Value {
    sparse_machine_schema::<Policy<'_>>("policy", "The policy of a service standard")
}

/// Leaves out what is not said, and lifts open-ended keys into the group they were written in.
fn tidy(value: Value, source: &str) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(values) => {
            let values: Vec<Value> = values.into_iter().filter_map(|value| tidy(value, source)).collect();
            (!values.is_empty()).then_some(Value::Array(values))
        }
        Value::Object(object) => tidy_group(object, source),
        other => Some(other),
    }
}

fn tidy_group(object: Map<String, Value>, source: &str) -> Option<Value> {
    let mut group = Map::new();
    for (key, value) in object {
        match (key.as_str(), tidy(value, source)) {
            (_, None) => {}
            (ANY_KEY, Some(Value::Object(further))) => group.extend(further),
            // A text that names no language is in the source language.
            ("", Some(text)) => {
                group.insert(source.to_owned(), text);
            }
            (_, Some(value)) => {
                group.insert(key, value);
            }
        }
    }
    (!group.is_empty()).then_some(Value::Object(group))
}
