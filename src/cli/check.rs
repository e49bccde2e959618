//! `etalon check`: judges a standard and writes down what it found. Must never decide what is a finding.

use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{ArgMatches, Args, ValueEnum};
use jiff::civil::Date;

use super::show::{report, rule_notes, shown, style};
use super::{Outcome, Result, place};
use crate::diagnostic::Severity;
use crate::report::{Format, write};
use crate::source::{World, replace_file};
use crate::{check, resolve};

/// Judge a standard: what is wrong, where, and what to do about it.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The folder of the standard, or a file that holds all of it; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// How the findings are written; may be given several times.
    #[arg(long, short, value_enum, default_value = "human", env = "ETALON_FORMAT", value_delimiter = ',')]
    format: Vec<Format>,
    /// The file for the `--format` before it; without one, the report goes to the screen.
    #[arg(long, short, value_name = "FILE")]
    output: Vec<PathBuf>,
    /// The lightest finding that makes the check fail.
    #[arg(long, value_enum, default_value = "error", env = "ETALON_FAIL_ON")]
    fail_on: FailOn,
    /// Judge as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

/// The lightest finding that makes a check fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Errors only.
    Error,
    /// Errors and warnings.
    Warning,
    /// Every finding.
    Info,
    /// Nothing: always end with 0.
    Never,
}

impl FailOn {
    /// Whether a finding of this weight makes the check fail.
    pub(super) fn meets(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Info => true,
            FailOn::Never => false,
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Format::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(self.purpose()))
    }
}

impl Check {
    pub(super) fn run(&self, matches: Option<&ArgMatches>, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), self.as_of)?;
        let reading = resolve::read(&place.world, &place.entrance)?;
        let verdict = check::check(&reading, place.world.today());
        // No other format describes the rules themselves.
        let described = self.format.contains(&Format::Sarif);
        let rules = if described { rule_notes(&reading.project) } else { Vec::new() };
        let report = report(&reading, &verdict, &rules);
        for (format, file) in self.targets(matches) {
            match file {
                Some(file) => {
                    let mut content = Vec::new();
                    shown(write(format, &report, crate::report::Style::default(), &mut content))?;
                    replace_file(file, &content)?;
                }
                None => shown(write(format, &report, style(), out))?,
            }
        }
        let open = verdict.findings.iter().filter(|finding| finding.waived.is_none());
        let failed = open.map(|finding| finding.severity).any(|severity| self.fail_on.meets(severity));
        // The process ends here; giving the memory back piece by piece would only take time.
        std::mem::forget((reading, verdict));
        Ok(if failed { Outcome::Findings } else { Outcome::Clean })
    }

    /// Each format with its file: an `-o` belongs to the `--format` before it, or to the only one there is.
    fn targets(&self, matches: Option<&ArgMatches>) -> Vec<(Format, Option<&PathBuf>)> {
        let indices = |name: &str| -> Vec<usize> {
            matches.and_then(|matches| matches.indices_of(name)).into_iter().flatten().collect()
        };
        let (formats, outputs) = (indices("format"), indices("output"));
        let mut targets: Vec<(Format, Option<&PathBuf>)> =
            self.format.iter().map(|format| (*format, None)).collect();
        for (file, at) in self.output.iter().zip(outputs) {
            let before = formats.iter().filter(|format| **format < at).count();
            let which = if targets.len() == 1 { 0 } else { before.saturating_sub(1) };
            if let Some(target) = targets.get_mut(which) {
                target.1 = Some(file);
            }
        }
        targets
    }
}
