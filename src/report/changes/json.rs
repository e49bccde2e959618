//! Changes as JSON with a published schema. Must never lose a field: other reports can be made from this one.

use std::io;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::Compared;
use crate::changes::{Change, Kind, Step};
use crate::model::{machine_schema, schema_address};

/// The schema of the report, draft 2020-12.
pub fn changes_schema() -> Value {
    machine_schema::<Document>("changes", "Changes between two versions of a service standard")
}

pub(super) fn write(compared: &Compared<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let changes = compared.changes;
    let count = |kind: Kind| changes.changes.iter().filter(|change| change.kind == kind).count();
    let document = Document {
        schema: &schema_address("changes"),
        format: 1,
        old: Version { name: compared.old, version: &changes.old_version },
        new: Version { name: compared.new, version: &changes.new_version },
        as_of: compared.day,
        role: compared.role,
        changes: &changes.changes,
        summary: Summary {
            uncovered: count(Kind::Uncovered),
            weakened: count(Kind::Weakened),
            changed: count(Kind::Changed),
            duty_removed: count(Kind::DutyRemoved),
            duty_added: count(Kind::DutyAdded),
            covered: count(Kind::Covered),
            strengthened: count(Kind::Strengthened),
            wording: count(Kind::Wording),
            unknown: changes.unknown,
        },
        step: changes.step,
        version_note: &changes.version_note,
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// Changes between two versions of a standard.
#[derive(Serialize, JsonSchema)]
struct Document<'a> {
    /// The address of the schema of this report.
    #[serde(rename = "$schema")]
    schema: &'a str,
    /// The version of this format: it rises when a reader of the version before could misread a report.
    format: u32,
    /// The old version.
    old: Version<'a>,
    /// The new version.
    new: Version<'a>,
    /// The day as of which both were read.
    as_of: &'a str,
    /// The role that the report is limited to.
    role: Option<&'a str>,
    /// The changes, the worst for customers first.
    changes: &'a [Change],
    /// How many changes there are of each kind.
    summary: Summary,
    /// The step of the version that the changes deserve; of all changes, also where the report is limited to a role.
    step: Step,
    /// What is wrong with the new version number; empty when it was raised as it should be.
    version_note: &'a str,
}

/// A version of the standard.
#[derive(Serialize, JsonSchema)]
struct Version<'a> {
    /// How it was named when the comparison was asked for.
    name: &'a str,
    /// The number that it gives itself.
    version: &'a str,
}

/// How many changes there are of each kind.
#[derive(Serialize, JsonSchema)]
struct Summary {
    /// Situations for which nothing is said any more.
    uncovered: usize,
    /// Promises that became worse.
    weakened: usize,
    /// Changes that may be better or worse.
    changed: usize,
    /// Things that staff no longer have to do.
    duty_removed: usize,
    /// Things that staff have to do now.
    duty_added: usize,
    /// Situations for which something is said now.
    covered: usize,
    /// Promises that became better.
    strengthened: usize,
    /// Changes of words.
    wording: usize,
    /// Questions that stayed open: there may be changes that are not listed.
    unknown: usize,
}
