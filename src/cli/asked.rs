//! What a command was asked for: languages, roles, locations. Must never guess: what the standard does not know is an
//! error that names what is near.

use std::collections::BTreeSet;

use crate::compile::Audience;
use crate::diagnostic::{listed, nearest};
use crate::resolve::Project;
use crate::source::LoadError;
use crate::syntax::decode::Entries;

/// The languages to write in: those asked for, each once, or all of the standard.
pub(super) fn languages<'a>(asked: &'a [String], project: &'a Project) -> Result<Vec<&'a str>, LoadError> {
    let all = project.language_codes();
    if asked.is_empty() {
        return Ok(all);
    }
    if let Some(code) = asked.iter().find(|code| !all.contains(&code.as_str())) {
        return Err(unknown("language", code, &all));
    }
    let mut seen = BTreeSet::new();
    Ok(asked.iter().map(String::as_str).filter(|code| seen.insert(*code)).collect())
}

/// The audience that wishes such as `role=agent` and `location=riga` name together.
pub(super) fn audience(wishes: &[String], project: &Project) -> Result<Audience, LoadError> {
    let mut asked = Audience::default();
    for wish in wishes {
        let (key, name) = wish.split_once('=').unwrap_or((wish, ""));
        let (slot, known) = match key {
            "role" => (&mut asked.role, ids(&project.roles)),
            "location" => (&mut asked.location, ids(&project.locations)),
            _ => {
                let help = "write `--for role=agent` or `--for location=riga`";
                return Err(LoadError::new(
                    format!("`--for {wish}` names neither a role nor a location"),
                    help,
                ));
            }
        };
        if !known.contains(&name) {
            return Err(unknown(key, name, &known));
        }
        *slot = Some(name.to_owned());
    }
    Ok(asked)
}

/// The ids of some entries.
pub(super) fn ids<T>(entries: &Entries<T>) -> Vec<&str> {
    entries.iter().map(|entry| entry.id.as_str()).collect()
}

/// What is said about a name that the standard does not know.
pub(super) fn unknown(kind: &str, name: &str, known: &[&str]) -> LoadError {
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => format!("the standard names no {kind}"),
        None => format!("there are {}", listed(known.iter().copied(), 20)),
    };
    LoadError::new(format!("there is no {kind} `{name}` in this standard"), help)
}
