//! `etalon coverage`: what a standard treats of what its profiles ask for. Must never count: the check does.

use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::show::{shown, style};
use super::{Outcome, Result, place};
use crate::report::{CoverageFormat, Style, write_coverage};
use crate::source::{World, replace_file};
use crate::{check, resolve};

/// Show what the standard treats of what its profiles ask for: a matrix of topics and channels, a score, the gaps.
///
/// A topic is held in a channel when an entry that treats it (a rule, a script, a procedure) holds there: its `when`
/// names the channel or no channel at all, and has no further condition, or several entries together leave no
/// situation out. It is held in part when situations are left out: such an entry holds for one segment only, or at
/// certain times. It is missing when no entry that treats it holds in the channel. What has come to its end (`until`)
/// treats nothing; what is announced (`from`) counts already. Which kinds of channel a topic belongs to is said by the profile; other topics belong to the standard as
/// a whole, and are held when anything treats them.
///
/// The score is the share of cells that are held, in percent: one cell for each channel that a topic belongs to, or one
/// for the standard as a whole. A cell held in part counts half; a topic that is waived does not count.
#[derive(Debug, Args)]
pub(super) struct Coverage {
    /// The folder of the standard, or a file that holds all of it; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// How the coverage is written.
    #[arg(long, short, value_enum, default_value = "human")]
    format: CoverageFormat,
    /// The file to write; without it, the result goes to the screen.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The lowest score that is good enough; below it, and where nothing is asked for, the exit code is 1.
    #[arg(long, value_name = "SCORE", value_parser = clap::value_parser!(u8).range(0..=100))]
    fail_under: Option<u8>,
    /// Look at the standard as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

impl ValueEnum for CoverageFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &CoverageFormat::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(self.purpose()))
    }
}

impl Coverage {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), self.as_of)?;
        let reading = resolve::read(&place.world, &place.entrance)?;
        let coverage = check::coverage(&reading, place.world.today());
        match &self.output {
            Some(file) => {
                let mut content = Vec::new();
                shown(write_coverage(self.format, &coverage, Style::default(), &mut content))?;
                replace_file(file, &content)?;
            }
            None => shown(write_coverage(self.format, &coverage, style(), out))?,
        }
        let low = self.fail_under.is_some_and(|least| coverage.score.unwrap_or(0) < least);
        Ok(if low { Outcome::Findings } else { Outcome::Clean })
    }
}
