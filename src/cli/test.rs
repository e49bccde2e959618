//! `etalon test`: runs the scenarios of a standard. Must never decide what a scenario may expect.

use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::show::{reading_errors, shown, style};
use super::{Outcome, Result, place};
use crate::report::{Style, Telling, TrialFormat};
use crate::resolve;
use crate::situation::answer::Ready;
use crate::situation::trial;
use crate::source::{World, replace_file};

/// Run the scenarios of a standard: situations and what must hold in them.
#[derive(Debug, Args)]
pub(super) struct Test {
    /// The folder of the standard, or a file that holds all of it; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// How the outcome is written.
    #[arg(long, short, value_enum, default_value = "human")]
    format: TrialFormat,
    /// The file for the outcome; without one, it goes to the screen.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// List the rules that no scenario touches.
    #[arg(long)]
    coverage: bool,
    /// Judge as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

impl ValueEnum for TrialFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[TrialFormat::Human, TrialFormat::Json, TrialFormat::Junit]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            TrialFormat::Human => PossibleValue::new("human").help("what fails, and which rule is behind it"),
            TrialFormat::Json => PossibleValue::new("json").help("everything, for programs"),
            TrialFormat::Junit => PossibleValue::new("junit").help("JUnit XML, for test reports"),
        })
    }
}

impl Test {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), self.as_of)?;
        let reading = resolve::read(&place.world, &place.entrance)?;
        let telling = Telling {
            project: &reading.project,
            sources: &reading.sources,
            language: reading.project.source_language(),
            as_of: place.world.today(),
            errors: reading_errors(&reading),
        };
        let trial = trial::run(&Ready::new(&reading.project, telling.as_of));
        match &self.output {
            Some(file) => {
                let mut content = Vec::new();
                shown(telling.trial(&trial, self.format, self.coverage, Style::default(), &mut content))?;
                replace_file(file, &content)?;
            }
            None => shown(telling.trial(&trial, self.format, self.coverage, style(), out))?,
        }
        let failed = trial.passed() < trial.runs.len();
        Ok(if failed { Outcome::Findings } else { Outcome::Clean })
    }
}
