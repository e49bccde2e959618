//! `etalon ask`: what the standard says about a situation, and why. Must never answer a question that it understood
//! in part.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::asked::unknown;
use super::show::{reading_errors, say, shown, style};
use super::{Outcome, Result, place};
use crate::compile::{ask_policy, load_policy};
use crate::report::Telling;
use crate::resolve::{self, Reading};
use crate::situation::answer::{Asked, Objection, Ready};
use crate::source::{LARGEST_FILE, LoadError, World, read_bytes};

/// Ask what holds in a situation: promises, scripts, procedure, escalation, decisions, who is on duty, and why.
///
/// What is not given stays open, and the answer lists the cases.
#[derive(Debug, Args)]
#[command(after_help = "Example: etalon ask channel=chat segment=gold 'time=Sa 23:30'")]
pub(super) struct Ask {
    /// The situation as `dimension=value`; an argument without `=` is the folder or file of the standard.
    #[arg(value_name = "PATH | DIMENSION=VALUE")]
    given: Vec<String>,
    /// The folder or file of the standard.
    #[arg(long, value_name = "PATH")]
    project: Option<PathBuf>,
    /// Answer from this policy alone, as `etalon build` writes it, instead of from a standard; the answer is JSON.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["project", "at", "file", "language"])]
    policy: Option<PathBuf>,
    /// The situation as JSON, such as the `witness` of a finding.
    #[arg(long, value_name = "JSON")]
    situation: Option<String>,
    /// A file with one situation in JSON per line, `-` for the standard input; each is answered by a line of JSON.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["situation", "at"])]
    file: Option<PathBuf>,
    /// The moment at which the customer comes, in the standard's time zone: gives every deadline as date and time.
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM")]
    at: Option<String>,
    /// How the answer is written.
    #[arg(long, short, value_enum, default_value = "human")]
    format: AskFormat,
    /// The language of texts; without it, the first language of the standard.
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// The day as of which the standard is read; without it the day of `--at`, or today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AskFormat {
    /// For reading.
    Human,
    /// Everything, for programs.
    Json,
}

impl Ask {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let (path, asked) = self.asked()?;
        if let Some(policy) = &self.policy {
            return by_policy(policy, path.as_deref(), &asked, out);
        }
        let as_of = self.as_of.or(asked.at.map(|at| at.date()));
        let place = place::find(path.as_deref(), as_of)?;
        let reading = resolve::read(&place.world, &place.entrance)?;
        let language = self.language(&reading)?;
        let telling = Telling {
            project: &reading.project,
            sources: &reading.sources,
            language,
            as_of: place.world.today(),
            errors: reading_errors(&reading),
        };
        if let Some(file) = &self.file {
            return self.answer_lines(file, &asked, &telling, out);
        }
        let answer = Ready::new(&reading.project, telling.as_of).ask(&asked).map_err(refused)?;
        match self.format {
            AskFormat::Human => shown(telling.human(&answer, style(), out))?,
            AskFormat::Json => say(out, &format!("{:#}\n", telling.json(&answer)))?,
        }
        Ok(Outcome::Clean)
    }

    // The path among the arguments, and the situation.
    fn asked(&self) -> std::result::Result<(Option<PathBuf>, Asked), LoadError> {
        let mut asked = Asked::default();
        let mut path = self.project.clone();
        for written in &self.given {
            if written.contains('=') {
                asked.add(written).map_err(refused)?;
            } else if path.is_none() {
                path = Some(PathBuf::from(written));
            } else {
                let message = format!("`{written}` says nothing about the situation");
                return Err(LoadError::new(message, "write a dimension and its value: `channel=chat`"));
            }
        }
        if let Some(situation) = &self.situation {
            asked.add_json(situation).map_err(refused)?;
        }
        if let Some(at) = &self.at {
            asked.set_at(at).map_err(refused)?;
        }
        Ok((path, asked))
    }

    fn language<'r>(&'r self, reading: &'r Reading) -> std::result::Result<&'r str, LoadError> {
        let all = reading.project.language_codes();
        match &self.language {
            None => Ok(reading.project.source_language()),
            Some(code) if all.contains(&code.as_str()) => Ok(code),
            Some(code) => Err(unknown("language", code, &all)),
        }
    }

    // A line that is not understood is answered too, and makes the program end with 2.
    fn answer_lines(
        &self,
        file: &Path,
        common: &Asked,
        telling: &Telling<'_>,
        out: &mut dyn Write,
    ) -> Result {
        let text = lines_of(file)?;
        let mut ready: BTreeMap<Date, Ready<'_>> = BTreeMap::new();
        let mut refusals = 0;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let mut asked = common.clone();
            let read = asked.add_json(line);
            let day = self.as_of.or(asked.at.map(|at| at.date())).unwrap_or(telling.as_of);
            let telling = Telling { as_of: day, ..*telling };
            let prepared = ready.entry(day).or_insert_with(|| Ready::new(telling.project, day));
            let answer = match read.and_then(|()| prepared.ask(&asked)) {
                Ok(answer) => telling.json(&answer),
                Err(objection) => {
                    refusals += 1;
                    telling.refusal(&objection)
                }
            };
            say(out, &format!("{answer}\n"))?;
        }
        if refusals > 0 {
            let help = "their lines of the answer say what to change, under `refusal`";
            return Err(LoadError::new(format!("{refusals} situations were not understood"), help));
        }
        Ok(Outcome::Clean)
    }
}

fn by_policy(policy: &Path, other: Option<&Path>, asked: &Asked, out: &mut dyn Write) -> Result {
    let shown = policy.display();
    if let Some(other) = other {
        let message = format!("both `{shown}` and `{}` are asked", other.display());
        return Err(LoadError::new(message, "name a policy or a standard, not both"));
    }
    if asked.at.is_some() {
        let help = "give the `time`, such as `time=Sa 23:30`, or ask the standard";
        return Err(LoadError::new(
            "a policy by itself does not work out when a moment's promises are due",
            help,
        ));
    }
    let text = read_bytes(policy)?;
    let loaded = load_policy(&String::from_utf8_lossy(&text)).map_err(|reason| {
        LoadError::new(
            format!("`{shown}` is refused: {reason}"),
            "build the policy again with `etalon build`",
        )
    })?;
    let answer = ask_policy(&loaded, &asked.given).map_err(refused)?;
    say(out, &format!("{answer:#}\n"))?;
    Ok(Outcome::Clean)
}

fn refused(objection: Objection) -> LoadError {
    LoadError::new(objection.message, objection.help)
}

fn lines_of(file: &Path) -> std::result::Result<String, LoadError> {
    let shown = file.display();
    let unreadable = |error: std::io::Error| {
        LoadError::new(format!("`{shown}` could not be read: {error}"), "check the spelling of the path")
    };
    let mut text = String::new();
    let most = LARGEST_FILE as u64;
    if file == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_string(&mut text).map_err(unreadable)?;
    } else {
        let opened = std::fs::File::open(file).map_err(unreadable)?;
        opened.take(most).read_to_string(&mut text).map_err(unreadable)?;
    }
    Ok(text)
}
