//! `etalon schema`: prints the JSON Schemas. Must never write into the project.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::{Outcome, Result, say};
use crate::compile::policy_schema;
use crate::model::language_schema;

/// Print the JSON Schema of the language or of something that is written for machines.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// What the schema is of.
    #[arg(value_enum, default_value_t = Subject::Language)]
    of: Subject,
}

/// What a schema is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Subject {
    /// The files that managers write.
    Language,
    /// What `etalon check --format json` prints.
    Findings,
    /// What `etalon coverage --format json` prints.
    Coverage,
    /// What `etalon diff --format json` prints.
    Changes,
    /// What `etalon changes --format json` prints.
    News,
    /// What `etalon build` writes as `policy.json`.
    Policy,
    /// What `etalon build` writes as `manifest.json`.
    Manifest,
    /// What `etalon ask --format json` prints.
    Answer,
    /// What `etalon test --format json` prints.
    Scenarios,
}

impl Subject {
    /// Every subject with the file it is kept in under `schemas/`.
    pub const FILES: [(Subject, &'static str); 9] = [
        (Subject::Language, "etalon.schema.json"),
        (Subject::Findings, "findings.schema.json"),
        (Subject::Coverage, "coverage.schema.json"),
        (Subject::Changes, "changes.schema.json"),
        (Subject::News, "news.schema.json"),
        (Subject::Policy, "policy.schema.json"),
        (Subject::Manifest, "manifest.schema.json"),
        (Subject::Answer, "answer.schema.json"),
        (Subject::Scenarios, "scenarios.schema.json"),
    ];

    /// The text of the schema file.
    pub fn text(self) -> String {
        let schema = match self {
            Subject::Language => language_schema(),
            Subject::Findings => crate::report::findings_schema(),
            Subject::Coverage => crate::report::coverage_schema(),
            Subject::Changes => crate::report::changes_schema(),
            Subject::News => crate::report::news_schema(),
            Subject::Policy => policy_schema(),
            Subject::Manifest => crate::render::manifest_schema(),
            Subject::Answer => crate::report::answer_schema(),
            Subject::Scenarios => crate::report::scenarios_schema(),
        };
        format!("{schema:#}\n")
    }
}

impl Schema {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        say(out, &self.of.text())?;
        Ok(Outcome::Clean)
    }
}
