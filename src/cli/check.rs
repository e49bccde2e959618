//! `etalon check`: judges a standard. Must never decide what is a finding.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::{Outcome, Result, place};
use crate::diagnostic::Severity;
use crate::source::World;
use crate::{check, resolve};

/// Judge a standard: is it complete, free of contradictions, possible, clearly said?
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The folder of the standard, or a file that holds all of it; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// Judge as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
}

impl Check {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), self.as_of)?;
        let reading = resolve::read(&place.world, &place.entrance)?;
        let verdict = check::check(&reading, place.world.today());
        for finding in &verdict.findings {
            let Some(span) = finding.span() else { continue };
            let (start, _) = reading.sources.positions(span);
            let path = reading.sources.path(span);
            let word = finding.severity.word();
            let _ = writeln!(
                out,
                "{path}:{}:{}: {word}: {} [{}]\n    {}",
                start.line, start.column, finding.message, finding.rule, finding.help
            );
        }
        let failed = verdict.findings.iter().any(|finding| finding.severity >= Severity::Error);
        Ok(if failed { Outcome::Findings } else { Outcome::Clean })
    }
}
