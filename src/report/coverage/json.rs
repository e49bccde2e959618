//! Coverage as JSON with a published schema. Must never lose a field: other pictures can be made from this one.

use std::collections::BTreeMap;
use std::io;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::check::{Coverage, Treated};
use crate::diagnostic::Severity;
use crate::model::{machine_schema, schema_address};

/// The JSON Schema of the JSON form, draft 2020-12.
pub fn coverage_schema() -> Value {
    machine_schema::<Document>("coverage", "What a service standard treats of what is asked of it")
}

pub(super) fn write(coverage: &Coverage, out: &mut dyn io::Write) -> io::Result<()> {
    let rows = coverage.rows.iter().map(|found| Row {
        row: found.row.id,
        area: found.row.area,
        title: found.row.title,
        treated: found.treated,
    });
    let topics = coverage.topics.iter().map(|topic| Topic {
        id: &topic.id,
        row: &topic.row,
        title: &topic.title,
        why: &topic.why,
        add: &topic.add,
        answers_to: &topic.answers_to,
        treated: topic.treated,
        channels: &topic.channels,
        waived: topic.waived.as_deref(),
    });
    let weakest = coverage.weakest.iter().map(|spot| Spot {
        name: &spot.name,
        asked: spot.asked,
        held: spot.held,
        lacking: &spot.lacking,
    });
    let document = Document {
        schema: &schema_address("coverage"),
        version: 1,
        standard: &coverage.standard,
        as_of: coverage.today.to_string(),
        errors: coverage.errors,
        weighed_less: coverage
            .reweighed
            .as_ref()
            .map(|rule| WeighedLess { severity: rule.severity, reason: &rule.reason }),
        score: coverage.score,
        channels: coverage.channels.iter().map(|one| Channel { id: &one.id, title: &one.title }).collect(),
        topics: topics.collect(),
        rows: rows.collect(),
        weakest: weakest.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// What a standard says under `check_rules` of topics that are missing.
#[derive(Serialize, JsonSchema)]
struct WeighedLess<'a> {
    /// How much a finding about them weighs; null where there is none.
    severity: Option<Severity>,
    /// Why.
    reason: &'a str,
}

/// What a standard treats of what its profiles ask for.
#[derive(Serialize, JsonSchema)]
struct Document<'a> {
    /// The address of the schema that describes this document.
    schema: &'a str,
    /// The version of this form; it rises when a reader would have to change.
    version: u32,
    /// What the standard is called.
    standard: &'a str,
    /// The day as of which it was looked at, as `YYYY-MM-DD`.
    as_of: String,
    /// How many errors the standard has; what could not be read because of them is not seen.
    errors: usize,
    /// How much less than usual a missing topic weighs in the check; absent where it weighs as usual. Here it counts all
    /// the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    weighed_less: Option<WeighedLess<'a>>,
    /// The share of cells that are held, in percent, rounded down: a topic has one cell for each channel that it
    /// belongs to, or one cell for the standard as a whole; a cell held in part counts half, a waived topic not at
    /// all. Null where no profile asks for anything.
    score: Option<u8>,
    /// The channels.
    channels: Vec<Channel<'a>>,
    /// The topics that the profiles in use ask for.
    topics: Vec<Topic<'a>>,
    /// Every row of what companies regulate.
    rows: Vec<Row<'a>>,
    /// The weakest spots, the weakest first, three at most.
    weakest: Vec<Spot<'a>>,
}

/// A channel.
#[derive(Serialize, JsonSchema)]
struct Channel<'a> {
    /// Its id.
    id: &'a str,
    /// The name that readers see.
    title: &'a str,
}

/// A topic and where it is treated.
#[derive(Serialize, JsonSchema)]
struct Topic<'a> {
    /// Its name under `requires`.
    id: &'a str,
    /// The row it belongs to.
    row: &'a str,
    /// What it is about.
    title: &'a str,
    /// What goes wrong without it.
    why: &'a str,
    /// Lines to start from.
    add: &'a str,
    /// The clauses of frameworks that it answers to.
    answers_to: &'a [String],
    /// How far it is treated in all.
    treated: Treated,
    /// How far it is treated in each channel that it belongs to; empty for a topic of the standard as a whole.
    channels: &'a BTreeMap<String, Treated>,
    /// The reason for which it is left out on purpose; null when it is not.
    waived: Option<&'a str>,
}

/// A row of what companies regulate.
#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// Its number.
    row: &'a str,
    /// The area it belongs to.
    area: &'a str,
    /// What it is about.
    title: &'a str,
    /// How far it is treated; null where no profile in use asks for it.
    treated: Option<Treated>,
}

/// A channel or an area, with what it lacks.
#[derive(Serialize, JsonSchema)]
struct Spot<'a> {
    /// The channel or the area.
    name: &'a str,
    /// How many topics are asked for there.
    asked: usize,
    /// How many of them are held.
    held: usize,
    /// The topics that are missing or held in part.
    lacking: &'a [String],
}
