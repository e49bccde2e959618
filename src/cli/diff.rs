//! `etalon diff`: what changed between two versions of a standard. Must never decide what a change means.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::git::Repository;
use super::place::today;
use super::show::{shown, style};
use super::{Outcome, Result, place};
use crate::changes::{Changes, Kind, changes};
use crate::diagnostic::{Severity, listed, nearest};
use crate::report::{ChangeFormat, Compared, Style, write_changes};
use crate::resolve::{self, Entrance, Reading};
use crate::source::{LoadError, MANIFEST, replace_file};

/// Tell what changed between two versions of a standard: in which situations, for whom, for better or worse.
#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The old version: a folder, a revision of the git repository such as `main`, or a revision with a path, such as
    /// `main:standards/shop`.
    old: String,
    /// The new version, named in the same way; without it, the folder that you are in.
    new: Option<String>,
    /// How the changes are written.
    #[arg(long, short, value_enum, default_value = "human")]
    format: ChangeFormat,
    /// The file to write to instead of the screen.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The kinds of change that end with exit code 1.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    fail_on: Vec<FailOn>,
    /// Only what concerns a role, such as `role=agent`.
    #[arg(long = "for", value_name = "role=NAME")]
    audience: Option<String>,
    /// Compare as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

/// What makes a comparison fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FailOn {
    /// Any change at all.
    Any,
    /// A question that stayed open.
    Unknown,
    /// Changes of a kind.
    Kind(Kind),
}

impl ValueEnum for FailOn {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [FailOn; 10] = [
            FailOn::Kind(Kind::Uncovered),
            FailOn::Kind(Kind::Weakened),
            FailOn::Kind(Kind::Changed),
            FailOn::Kind(Kind::DutyRemoved),
            FailOn::Kind(Kind::DutyAdded),
            FailOn::Kind(Kind::Covered),
            FailOn::Kind(Kind::Strengthened),
            FailOn::Kind(Kind::Wording),
            FailOn::Unknown,
            FailOn::Any,
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            FailOn::Any => PossibleValue::new("any").help("any change"),
            FailOn::Unknown => PossibleValue::new("unknown").help("a question that stayed open"),
            FailOn::Kind(kind) => PossibleValue::new(kind.word()).help(kind.title()),
        })
    }
}

impl ValueEnum for ChangeFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &[ChangeFormat::Human, ChangeFormat::Markdown, ChangeFormat::Json]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            ChangeFormat::Human => PossibleValue::new("human").help("the worst first, each in one sentence"),
            ChangeFormat::Markdown => PossibleValue::new("markdown").help("for a comment on a merge request"),
            ChangeFormat::Json => PossibleValue::new("json").help("everything that is known, for programs"),
        })
    }
}

impl FailOn {
    fn meets(self, changes: &Changes) -> bool {
        match self {
            FailOn::Any => !changes.changes.is_empty() || changes.unknown > 0,
            FailOn::Unknown => changes.unknown > 0,
            FailOn::Kind(kind) => changes.changes.iter().any(|change| change.kind == kind),
        }
    }
}

impl Diff {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let today = self.as_of.unwrap_or_else(today);
        let new = read_version(self.new.as_deref(), None, today)?;
        let old = read_version(Some(&self.old), self.new.as_deref(), today)?;
        let mut found = changes(&old, &new, today);
        let role = self.role(&old, &new)?;
        if let Some(role) = role {
            found = found.concerning(role);
        }
        let day = today.to_string();
        let new_name = self.new.as_deref().unwrap_or("the working folder");
        let compared = Compared { changes: &found, old: &self.old, new: new_name, day: &day, role };
        match &self.output {
            Some(file) => {
                let mut content = Vec::new();
                shown(write_changes(self.format, &compared, Style::default(), &mut content))?;
                replace_file(file, &content)?;
            }
            None => shown(write_changes(self.format, &compared, style(), out))?,
        }
        let failed = self.fail_on.iter().any(|fail_on| fail_on.meets(&found));
        Ok(if failed { Outcome::Findings } else { Outcome::Clean })
    }

    /// The role that the report is limited to.
    fn role<'a>(&'a self, old: &Reading, new: &Reading) -> std::result::Result<Option<&'a str>, LoadError> {
        let Some(wish) = self.audience.as_deref() else { return Ok(None) };
        let Some(("role", role)) = wish.split_once('=') else {
            return Err(LoadError::new(format!("`--for {wish}` names no role"), "write `--for role=agent`"));
        };
        let roles = new.project.roles.iter().chain(old.project.roles.iter());
        let mut known: Vec<&str> = roles.map(|entry| entry.id.as_str()).collect();
        known.sort_unstable();
        known.dedup();
        if known.contains(&role) {
            return Ok(Some(role));
        }
        let help = match nearest(role, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", listed(known.iter().copied(), 20)),
        };
        Err(LoadError::new(format!("there is no role `{role}` in either version"), help))
    }
}

/// Reads a version. One without a path of its own is that of the project that `beside` names, or the one here.
pub(super) fn read_version(
    name: Option<&str>,
    beside: Option<&str>,
    today: Date,
) -> std::result::Result<Reading, LoadError> {
    let named = name.map(Path::new);
    if named.is_none_or(|path| path.exists()) {
        let place = place::find(named, Some(today))?;
        return read(&place.world, &place.entrance, name.unwrap_or("the working folder"));
    }
    let name = name.unwrap_or_default();
    let here = beside.map(Path::new).filter(|path| path.exists());
    let here = here.map(folder_of).unwrap_or_else(project_here);
    let repository = Repository::around(&here)?;
    let (revision, path) = match name.split_once(':') {
        Some((revision, path)) => (revision, repository.path(path)?),
        None => (name, repository.inside().to_owned()),
    };
    let world = repository.world(revision, today)?;
    let file = path.ends_with(".yaml") || path.ends_with(".yml");
    let entrance = match path.rsplit_once('/').unwrap_or(("", path.as_str())) {
        (folder, MANIFEST) => Entrance::Folder(folder.to_owned()),
        _ if file => Entrance::File(path),
        _ => Entrance::Folder(path),
    };
    read(&world, &entrance, name)
}

// Parts that could not be read would look as if they had been taken away.
fn read(
    world: &dyn crate::source::World,
    entrance: &Entrance,
    name: &str,
) -> std::result::Result<Reading, LoadError> {
    let reading = resolve::read(world, entrance)
        .map_err(|error| LoadError::new(format!("{name}: {}", error.message), error.help))?;
    let broken = reading.findings.as_slice().iter().find(|finding| finding.severity == Severity::Error);
    let Some(finding) = broken else { return Ok(reading) };
    let place = finding.span().map(|span| {
        let (start, _) = reading.sources.positions(span);
        format!(" at {}:{}", reading.sources.path(span), start.line)
    });
    let message = format!("`{name}` cannot be compared{}: {}", place.unwrap_or_default(), finding.message);
    Err(LoadError::new(message, "put the errors right that `etalon check` shows, then compare"))
}

fn folder_of(path: &Path) -> PathBuf {
    let folder = if path.is_file() { path.parent() } else { Some(path) };
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_path_buf()
}

// The folder of the project that one is in.
fn project_here() -> PathBuf {
    let start = std::path::absolute(".").unwrap_or_else(|_| PathBuf::from("."));
    let folder = start.ancestors().find(|folder| folder.join(MANIFEST).is_file());
    folder.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
