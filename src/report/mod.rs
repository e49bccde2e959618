//! Findings as text: frames for people, and the formats that pipelines read.
//! Must never change, drop or judge a finding: it writes down what the checks found.

mod answer;
mod changes;
mod concise;
mod coverage;
mod fingerprint;
mod format;
mod frame;
mod github;
mod gitlab;
mod human;
mod input;
mod json;
mod junit;
mod line;
mod news;
mod sarif;
mod summary;
mod text;
mod trial;

use std::io;

pub use answer::{Telling, answer_schema};
pub use changes::{ChangeFormat, Compared, changes_schema, write_changes};
pub use coverage::{CoverageFormat, coverage_schema, write_coverage};
pub use format::Format;
pub use input::{Report, RuleNote, Style};
pub use json::findings_schema;
pub use news::{NewsFormat, NewsOf, news_schema, write_news};
pub use trial::{TrialFormat, scenarios_schema};

/// Writes the report in the given format; every format is complete and valid also when nothing was found.
pub fn write(format: Format, report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Human => human::write(report, style, out),
        Format::Concise => concise::write(report, out),
        Format::Json => json::write(report, out),
        Format::Sarif => sarif::write(report, out),
        Format::Github => github::write(report, out),
        Format::Gitlab => gitlab::write(report, out),
        Format::Junit => junit::write(report, out),
    }
}
