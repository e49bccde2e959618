//! News as JSON with a published schema. Must never lose a field: other reports can be made from this one.

use std::io;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::NewsOf;
use crate::changes::News;
use crate::model::{machine_schema, schema_address};

/// The schema of the report, draft 2020-12.
pub fn news_schema() -> Value {
    machine_schema::<Document>("news", "What is new for each role between two versions of a service standard")
}

pub(super) fn write(of: &NewsOf<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let document = Document {
        schema: &schema_address("news"),
        format: 1,
        since: of.old,
        old_version: of.old_version,
        new_version: of.new_version,
        as_of: of.day,
        unknown: of.unknown,
        news: of.news,
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// What is new for each role between two versions of a standard.
#[derive(Serialize, JsonSchema)]
struct Document<'a> {
    /// The address of the schema of this report.
    #[serde(rename = "$schema")]
    schema: &'a str,
    /// The version of this format: it rises when a reader of the version before could misread a report.
    format: u32,
    /// How the old version was named.
    since: &'a str,
    /// The number that the old version gives itself.
    old_version: &'a str,
    /// The number that the new version gives itself.
    new_version: &'a str,
    /// The day as of which both were read.
    as_of: &'a str,
    /// How many questions stayed open: there may be changes that are not listed.
    unknown: usize,
    /// The news of each role, in each language that was asked for.
    news: &'a [News],
}
