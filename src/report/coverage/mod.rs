//! Coverage as text: for a terminal, for a meeting, for programs. Must never count: the check did.

mod html;
mod human;
mod json;

use std::io;

use super::Style;
use crate::check::{Coverage, Treated};
use crate::diagnostic::Severity;

pub use json::coverage_schema;

/// How coverage is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CoverageFormat {
    /// A picture of characters, for the terminal.
    Human,
    /// A page that needs nothing but itself, for a meeting.
    Html,
    /// Everything, for programs.
    Json,
}

impl CoverageFormat {
    /// Every format, in the order in which they are offered.
    pub const ALL: [CoverageFormat; 3] = [CoverageFormat::Human, CoverageFormat::Html, CoverageFormat::Json];

    /// The word used in options.
    pub fn word(self) -> &'static str {
        match self {
            CoverageFormat::Human => "human",
            CoverageFormat::Html => "html",
            CoverageFormat::Json => "json",
        }
    }

    /// What the format is for, for the help of the command line.
    pub fn purpose(self) -> &'static str {
        match self {
            CoverageFormat::Human => "the matrix for the terminal, with what to do next",
            CoverageFormat::Html => "a page to take into a meeting; it needs nothing but itself",
            CoverageFormat::Json => "everything, for programs",
        }
    }
}

/// Writes coverage in the given format.
pub fn write_coverage(
    format: CoverageFormat,
    coverage: &Coverage,
    style: Style,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match format {
        CoverageFormat::Human => human::write(coverage, style, out),
        CoverageFormat::Html => out.write_all(html::page(coverage).as_bytes()),
        CoverageFormat::Json => json::write(coverage, out),
    }
}

/// What is said where no profile asks for anything.
const NOTHING_ASKED: &str = "Nothing is asked for: name the profiles that suit the company under `use:`, such as \
                             `profile/every`, `profile/phone` or `profile/store`.";

/// What is said where missing topics weigh less than usual in the check, which would otherwise stay unseen.
fn weaker(coverage: &Coverage) -> Option<String> {
    let rule = coverage.reweighed.as_ref()?;
    let weight = rule.severity.map_or("off", Severity::word);
    Some(format!("In the check missing topics count as `{weight}`, here they count in full: {}", rule.reason))
}

fn word(treated: Option<Treated>) -> &'static str {
    match treated {
        Some(Treated::Held) => "held",
        Some(Treated::Partly) => "in part",
        Some(Treated::Missing) => "missing",
        None => "not asked for",
    }
}

/// `4 of 9 topics held`.
fn tally(spot: &crate::check::Spot) -> String {
    let topics = if spot.asked == 1 { "topic" } else { "topics" };
    format!("{} of {} {topics} held", spot.held, spot.asked)
}
