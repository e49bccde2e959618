//! `etalon translations`: texts out to translators and in again, and the record of what was made from what.
//! Must never write a file of a standard that could not be read afterwards as it is meant.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::asked::unknown;
use super::place::Place;
use super::{Outcome, Result, place, say};
use crate::render::{Exchange, Unit, UnitState, read_units, write_units};
use crate::resolve::{self, Entrance, NamedText, Project, Reading, translate};
use crate::source::{LoadError, World, replace_file};

/// Give texts to translators, take translations in, and keep what each was made from.
#[derive(Debug, Args)]
pub(super) struct Translations {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, Subcommand)]
enum Asked {
    /// Write the texts of the standard into a file for translators.
    Export(Export),
    /// Take translations from such a file into the files of the standard.
    Import(Import),
    /// Keep in `translations.yaml` that every translation says what its source says today.
    Record(Record),
}

#[derive(Debug, Args)]
struct Export {
    /// The language to translate into.
    #[arg(long, value_name = "CODE")]
    language: String,
    /// The file; its ending says the format: `.xlf` or `.xlsx`.
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// The format, where the ending does not say it.
    #[arg(long, value_enum)]
    format: Option<ExchangeName>,
    /// Only texts that are missing or stale in the language.
    #[arg(long)]
    open: bool,
    /// The folder of the standard; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Import {
    /// The file that came back.
    file: PathBuf,
    /// The folder of the standard; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Record {
    /// The folder of the standard; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
}

/// A format in which texts go to translators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExchangeName {
    /// XLIFF 1.2, which every tool for translators reads.
    Xliff,
    /// XLIFF 2.0.
    Xliff2,
    /// A workbook.
    Xlsx,
}

/// The file in which the record is kept.
const RECORD: &str = "translations.yaml";

impl Translations {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        match &self.asked {
            Asked::Export(export) => export.run(out),
            Asked::Import(import) => import.run(out),
            Asked::Record(record) => {
                let place = place::find(record.path.as_deref(), None::<Date>)?;
                let reading = resolve::read(&place.world, &place.entrance)?;
                keep(&place, &reading, &|_, _| false)?;
                say(out, &format!("Kept in `{RECORD}` what each translation was made from.\n"))?;
                Ok(Outcome::Clean)
            }
        }
    }
}

impl Export {
    fn run(&self, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), None::<Date>)?;
        let project = resolve::read(&place.world, &place.entrance)?.project;
        let (source, all) = (project.source_language(), project.language_codes());
        if self.language == source || !all.contains(&self.language.as_str()) {
            let others: Vec<&str> = all.into_iter().filter(|code| *code != source).collect();
            return Err(unknown("language", &self.language, &others));
        }
        let ending = self.output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let format = match (self.format, ending.as_deref()) {
            (Some(ExchangeName::Xlsx), _) | (None, Some("xlsx")) => Exchange::Workbook,
            (Some(ExchangeName::Xliff2), _) => Exchange::Xliff20,
            _ => Exchange::Xliff12,
        };
        let mut units = units(&project, &self.language);
        units.retain(|unit| !self.open || unit.state != UnitState::Translated);
        let id = project.standard.value().and_then(|standard| standard.id.value());
        let id = id.map_or("standard", String::as_str);
        replace_file(&self.output, &write_units(format, id, (source, &self.language), &units))?;
        let open = units.iter().filter(|unit| unit.state != UnitState::Translated).count();
        let file = self.output.display();
        say(out, &format!("Wrote {} texts to `{file}`, {open} of them to be translated.\n", units.len()))?;
        Ok(Outcome::Clean)
    }
}

fn units(project: &Project, language: &str) -> Vec<Unit> {
    let source = project.source_language();
    let stale = project.stale_places();
    let unit = |NamedText { key, text }: NamedText<'_>| {
        let original = text.exactly(source, source)?;
        if project.pack_of(original.span.file).is_some() {
            return None;
        }
        let target = text.exactly(language, source);
        let state = match target {
            None => UnitState::New,
            Some(target) if stale.contains(&target.span) => UnitState::Stale,
            Some(_) => UnitState::Translated,
        };
        Some(Unit {
            key,
            source: original.value.clone(),
            target: target.map(|text| text.value.clone()),
            state,
        })
    };
    project.named_texts().into_iter().filter_map(unit).collect()
}

impl Import {
    fn run(&self, out: &mut dyn Write) -> Result {
        let place = place::find(self.path.as_deref(), None::<Date>)?;
        let reading = resolve::read(&place.world, &place.entrance)?;
        let shown = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).map_err(|error| LoadError::unreadable(&shown, &error))?;
        let (language, units) = read_units(&bytes).ok_or_else(|| {
            let help = "XLIFF 1.2, XLIFF 2.0 and workbooks that `etalon translations export` wrote are read";
            LoadError::new(format!("`{shown}` is no file of translations"), help)
        })?;
        let source = reading.project.source_language();
        if language == source || !reading.project.language_codes().contains(&language.as_str()) {
            return Err(unknown("language", &language, &reading.project.language_codes()));
        }
        let stale: BTreeSet<(String, String)> = reading
            .project
            .stale_translations()
            .into_iter()
            .map(|stale| (stale.key, stale.language))
            .collect();
        let given = units
            .iter()
            .filter_map(|unit| Some((unit.key.as_str(), unit.source.as_str(), unit.target.as_deref()?)));
        let given: Vec<(&str, &str, &str)> = given.collect();
        let done = translate(&reading, &language, &given);
        let after = After { place: &place, files: &done.files };
        let read = resolve::read(&after, &place.entrance)?;
        self.prove(&read, (&language, source), &given, &done.taken)?;
        for (path, content) in &done.files {
            replace_file(&place.world.place(path), content.as_bytes())?;
        }
        let taken: BTreeSet<&str> = done.taken.iter().map(String::as_str).collect();
        // A translation that was stale and is as it was stays stale.
        keep(&place, &read, &|key, code| {
            code != language || !taken.contains(key) || stale.contains(&(key.to_owned(), code.to_owned()))
        })?;
        let files = done.files.len();
        say(out, &format!("Took over {} texts in `{language}`; {files} files changed.\n", taken.len()))?;
        for key in &done.outdated {
            say(out, &format!("  left out: the source of `{key}` is another one now\n"))?;
        }
        Ok(if done.outdated.is_empty() { Outcome::Clean } else { Outcome::Findings })
    }

    // What is written must be read as it was meant, before any file changes.
    fn prove(
        &self,
        read: &Reading,
        (language, source): (&str, &str),
        given: &[(&str, &str, &str)],
        taken: &[String],
    ) -> std::result::Result<(), LoadError> {
        let texts = read.project.named_texts();
        let texts: std::collections::BTreeMap<&str, _> =
            texts.iter().map(|named| (named.key.as_str(), named.text)).collect();
        let lost = given.iter().filter(|(key, ..)| taken.iter().any(|taken| taken == key)).find(
            |(key, _, target)| {
                let now = texts.get(key).and_then(|text| text.exactly(language, source));
                !now.is_some_and(|now| now.split_whitespace().eq(target.split_whitespace()))
            },
        );
        match lost {
            None => Ok(()),
            Some((key, ..)) => Err(LoadError::new(
                format!("`{key}` could not be written where it stands, so nothing was changed"),
                "write this translation by hand, and take over the others again",
            )),
        }
    }
}

/// The project as it will be.
struct After<'a> {
    place: &'a Place,
    files: &'a std::collections::BTreeMap<String, String>,
}

impl World for After<'_> {
    fn read(&self, path: &str) -> std::result::Result<Vec<u8>, LoadError> {
        match self.files.get(path) {
            Some(content) => Ok(content.clone().into_bytes()),
            None => self.place.world.read(path),
        }
    }

    fn list(&self, folder: &str) -> std::result::Result<Vec<String>, LoadError> {
        self.place.world.list(folder)
    }

    fn today(&self) -> Date {
        self.place.world.today()
    }
}

fn keep(
    place: &Place,
    reading: &Reading,
    stays: &dyn Fn(&str, &str) -> bool,
) -> std::result::Result<(), LoadError> {
    let help = format!("move `translations` into a file `{RECORD}` of its own beside `etalon.yaml`");
    let before = reading.project.translations.span().and_then(|span| reading.sources.file(span.file));
    let elsewhere = before.is_some_and(|file| Path::new(file.path()) != Path::new(RECORD));
    if elsewhere || matches!(place.entrance, Entrance::File(_)) {
        return Err(LoadError::new("the record of translations needs a file of its own", help));
    }
    let record = reading.project.record_of_translations(stays);
    replace_file(&place.world.place(RECORD), record.as_bytes())
}
