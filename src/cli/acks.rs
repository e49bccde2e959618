//! `etalon acks`: who has signed what is still in force, and who must sign again.
//! Must never keep a signature: it reads a list that somebody else keeps.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::csv::{read as read_csv, row};
use super::{Outcome, Result, place, say};
use crate::compile::{Audience, fingerprint};
use crate::resolve::{self, Project};
use crate::source::{LoadError, World};

/// Hold signatures against the standard: a change of wording alone asks nobody to sign again.
#[derive(Debug, Args)]
pub(super) struct Acks {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, Subcommand)]
enum Asked {
    /// List who must sign again. The file is a table (CSV) with the columns `employee_id`, `role`, `doc_version`,
    /// `content_hash`, `acknowledged_at`, and `location` where there are several.
    Check(Check),
    /// List the fingerprint of what matters to each role, as a table (CSV).
    List(List),
}

#[derive(Debug, Args)]
struct Check {
    /// The list of signatures.
    file: PathBuf,
    /// The folder of the standard; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// Write the list as a table (CSV).
    #[arg(long)]
    csv: bool,
    /// Judge as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

#[derive(Debug, Args)]
struct List {
    /// The folder of the standard; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// Judge as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

/// A signature.
#[derive(Debug, Clone, Default)]
struct Signature {
    employee: String,
    role: String,
    location: String,
    version: String,
    fingerprint: String,
    day: String,
}

impl Acks {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        match &self.asked {
            Asked::Check(check) => check.run(out),
            Asked::List(list) => list.run(out),
        }
    }
}

impl List {
    fn run(&self, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), self.as_of)?;
        let project = resolve::read(&place.world, &place.entrance)?.project;
        say(out, &row(["role", "content_hash"]))?;
        for role in &project.roles {
            let audience = Audience { role: Some(role.id.clone()), location: None };
            say(out, &row([role.id.as_str(), &fingerprint(&project, &audience, place.world.today())]))?;
        }
        Ok(Outcome::Clean)
    }
}

impl Check {
    fn run(&self, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), self.as_of)?;
        let project = resolve::read(&place.world, &place.entrance)?.project;
        let shown = self.file.display().to_string();
        let text = std::fs::read(&self.file).map_err(|error| LoadError::unreadable(&shown, &error))?;
        let signatures = latest(signatures(&String::from_utf8_lossy(&text), &shown)?);
        let mut known: BTreeMap<(String, String), Option<String>> = BTreeMap::new();
        let mut again: Vec<(Signature, Option<String>)> = Vec::new();
        let all = signatures.len();
        for signature in signatures {
            let key = (signature.role.clone(), signature.location.clone());
            let current =
                known.entry(key).or_insert_with(|| current(&project, &signature, place.world.today()));
            if current.as_deref() != Some(signature.fingerprint.as_str()) {
                again.push((signature, current.clone()));
            }
        }
        self.tell(&again, all, out)?;
        Ok(if again.is_empty() { Outcome::Clean } else { Outcome::Findings })
    }

    fn tell(
        &self,
        again: &[(Signature, Option<String>)],
        all: usize,
        out: &mut dyn Write,
    ) -> std::result::Result<(), LoadError> {
        let why = |current: &Option<String>| match current {
            Some(_) => "what matters has changed",
            None => "the standard has no such role or location any more",
        };
        if self.csv {
            say(out, &row(["employee_id", "role", "location", "signed_hash", "content_hash", "reason"]))?;
            for (signature, current) in again {
                let Signature { employee, role, location, fingerprint, .. } = signature;
                let now = current.as_deref().unwrap_or_default();
                say(out, &row([employee.as_str(), role, location, fingerprint, now, why(current)]))?;
            }
            return Ok(());
        }
        for (Signature { employee, role, location, version, day, .. }, current) in again {
            let place = if location.is_empty() { String::new() } else { format!(" at {location}") };
            let signed = match (version.is_empty(), day.is_empty()) {
                (true, true) => String::new(),
                (false, true) => format!(" (signed version {version})"),
                (true, false) => format!(" (signed on {day})"),
                (false, false) => format!(" (signed version {version} on {day})"),
            };
            let line = format!("{employee}, {role}{place}{signed}: {}\n", why(current));
            // What comes from a list must not steer a terminal.
            say(out, &line.replace(|letter: char| letter.is_control() && letter != '\n', " "))?;
        }
        say(out, &format!("{} of {all} must sign again.\n", again.len()))
    }
}

fn current(project: &Project, signature: &Signature, today: Date) -> Option<String> {
    project.roles.find(&signature.role)?;
    let location = (!signature.location.is_empty()).then(|| signature.location.clone());
    if let Some(location) = &location {
        project.locations.find(location)?;
    }
    let audience = Audience { role: Some(signature.role.clone()), location };
    Some(fingerprint(project, &audience, today))
}

// Of several signatures of one colleague for one role, the last one counts.
fn latest(signatures: Vec<Signature>) -> Vec<Signature> {
    let mut last: BTreeMap<(String, String, String), Signature> = BTreeMap::new();
    for signature in signatures {
        let Signature { employee, role, location, day, .. } = &signature;
        let key = (employee.clone(), role.clone(), location.clone());
        if last.get(&key).is_none_or(|before| before.day <= *day) {
            last.insert(key, signature);
        }
    }
    last.into_values().collect()
}

fn signatures(text: &str, shown: &str) -> std::result::Result<Vec<Signature>, LoadError> {
    let mut rows = read_csv(text).into_iter();
    let head = rows.next().unwrap_or_default();
    let column = |name: &str| head.iter().position(|title| title.trim().eq_ignore_ascii_case(name));
    let needed = |name: &str| {
        let help =
            "the first line names the columns: employee_id,role,doc_version,content_hash,acknowledged_at";
        column(name).ok_or_else(|| LoadError::new(format!("`{shown}` has no column `{name}`"), help))
    };
    let (employee, role, hash) = (needed("employee_id")?, needed("role")?, needed("content_hash")?);
    let (location, version, day) = (column("location"), column("doc_version"), column("acknowledged_at"));
    let signature = |row: Vec<String>| {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map(|cell| cell.trim().to_owned());
        let cell = |at: Option<usize>| cell(at).unwrap_or_default();
        Signature {
            employee: cell(Some(employee)),
            role: cell(Some(role)),
            location: cell(location),
            version: cell(version),
            fingerprint: cell(Some(hash)),
            day: cell(day),
        }
    };
    Ok(rows.map(signature).filter(|signature| !signature.employee.is_empty()).collect())
}
