//! `etalon build`: handbooks for people and the policy for machines, in one folder. Must never build from a standard
//! with errors unless it is asked for a draft.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::show::{rule_notes, shown, style};
use super::{Outcome, Result, place, say};
use crate::check::Verdict;
use crate::diagnostic::Severity;
use crate::report::{Format, Report, write};
use crate::resolve::Reading;
use crate::source::{LoadError, World, replace_folder};
use crate::{check, compile, render, resolve};

/// Build handbooks, one per language and role, and the policy for machines.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// The folder of the standard, or a file that holds all of it; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// The folder for the results; earlier results in it are replaced.
    #[arg(long, short, default_value = "dist", value_name = "FOLDER")]
    output: PathBuf,
    /// Only the handbooks in these languages.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    language: Vec<String>,
    /// Only the handbook for this audience, such as `role=agent`; with `location=…` too, for that place alone.
    #[arg(long = "for", value_name = "role=NAME")]
    audience: Vec<String>,
    /// Build even though the standard has errors; every cover says so.
    #[arg(long)]
    draft: bool,
    /// Build as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

impl Build {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), self.as_of)?;
        let reading = resolve::read(&place.world, &place.entrance)?;
        let today = place.world.today();
        let verdict = check::check(&reading, today);
        let sound = |finding: &crate::diagnostic::Finding| {
            finding.severity < Severity::Error || finding.waived.is_some()
        };
        if !self.draft && !verdict.findings.iter().all(sound) {
            return self.refuse(&reading, &verdict, out);
        }
        let mut files = BTreeMap::new();
        files.insert(
            "policy.json".to_owned(),
            format!("{:#}\n", compile::policy(&reading.project)).into_bytes(),
        );
        let standard = reading.project.standard.value();
        let word = |field: Option<&String>| field.cloned().unwrap_or_default();
        let id = word(standard.and_then(|standard| standard.id.value()));
        let version = word(standard.and_then(|standard| standard.version.value()));
        let manifest = render::manifest(&id, &version, &today.to_string(), &files);
        files.insert(crate::source::OUTPUT_MANIFEST.to_owned(), manifest.into_bytes());
        replace_folder(&self.output, &files)?;
        say(out, &format!("{} files in `{}`\n", files.len(), self.output.display()))?;
        Ok(Outcome::Clean)
    }

    fn refuse(&self, reading: &Reading, verdict: &Verdict, out: &mut dyn Write) -> Result {
        let rules = rule_notes();
        let report = Report {
            findings: &verdict.findings,
            left_out: verdict.left_out,
            sources: &reading.sources,
            rules: &rules,
            checked_files: reading.own_files,
        };
        shown(write(Format::Human, &report, style(), out))?;
        let advice = "Nothing was built: put the errors right first, or build a draft with `--draft`.";
        say(out, &format!("\n{advice}\n"))?;
        Ok(Outcome::Findings)
    }
}

#[allow(dead_code, reason = "used once handbooks are built")]
fn unknown(kind: &str, name: &str, help: String) -> LoadError {
    LoadError::new(format!("there is no {kind} `{name}` in this standard"), help)
}
