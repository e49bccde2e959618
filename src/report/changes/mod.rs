//! What changed between two versions of a standard, as text for people and machines. Must never weigh a change: it is
//! written down as it was found.

mod human;
mod json;
mod markdown;

use std::io;

pub use json::changes_schema;

use super::Style;
use crate::changes::{Change, Changes, Kind};

/// Which versions were compared, as readers know them.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// The changes.
    pub changes: &'a Changes,
    /// How the old version was named.
    pub old: &'a str,
    /// How the new version was named.
    pub new: &'a str,
    /// The day as of which both were read.
    pub day: &'a str,
    /// The role that the report is limited to.
    pub role: Option<&'a str>,
}

/// How changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeFormat {
    /// For people, in a terminal.
    Human,
    /// For a comment on a merge request.
    Markdown,
    /// For programs.
    Json,
}

/// Writes the changes.
pub fn write_changes(
    format: ChangeFormat,
    compared: &Compared<'_>,
    style: Style,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match format {
        ChangeFormat::Human => human::write(compared, style, out),
        ChangeFormat::Markdown => markdown::write(compared, out),
        ChangeFormat::Json => json::write(compared, out),
    }
}

/// The changes of each kind, the worst kind first.
fn by_kind<'a>(compared: &Compared<'a>) -> Vec<(Kind, Vec<&'a Change>)> {
    let of = |kind: Kind| {
        let all = &compared.changes.changes;
        (kind, all.iter().filter(|change| change.kind == kind).collect::<Vec<_>>())
    };
    Kind::ALL.into_iter().map(of).filter(|(_, changes)| !changes.is_empty()).collect()
}

/// Where a change stands: the rules and places before and now.
fn places(change: &Change) -> String {
    let side = |said: &crate::changes::Said| -> String {
        let mut words: Vec<String> = Vec::new();
        let mut places = said.places.iter();
        for rule in &said.rules {
            match places.next() {
                Some(place) => words.push(format!("{rule} {}:{}", place.path, place.line)),
                None => words.push(rule.clone()),
            }
        }
        words.extend(places.map(|place| format!("{}:{}", place.path, place.line)));
        words.join(", ")
    };
    let (old, new) = (side(&change.old), side(&change.new));
    match (old.is_empty(), new.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("was {old}"),
        (true, false) => new,
        (false, false) if old == new => new,
        (false, false) => format!("{old} -> {new}"),
    }
}

/// The further situations of a change, behind the one that its sentence names.
fn also(change: &Change) -> impl Iterator<Item = &str> {
    change.situations.iter().skip(1).map(|situations| situations.words.as_str())
}

/// What the changes mean in one line.
fn verdict(compared: &Compared<'_>) -> String {
    let changes = compared.changes;
    let mut verdict = match changes.step.word() {
        "none" => "no new version is needed".to_owned(),
        step => format!("these changes deserve a {step} version"),
    };
    if !changes.version_note.is_empty() {
        verdict.push_str(&format!(" ({})", changes.version_note));
    }
    verdict
}
