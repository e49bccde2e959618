//! `etalon init`: makes a standard to start from. Must never overwrite a file.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::place::today;
use super::{Outcome, Result, Subject, say};
use crate::resolve::starters::{Home, LANGUAGES, STARTERS, Wishes, home, starter, write};
use crate::source::{LoadError, MANIFEST, replace_file};

/// Make a standard to start from, in a new or an empty folder.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder; it is made when it does not exist.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// The line of business whose starter is written.
    #[arg(long, value_name = "NAME", default_value = "small", value_parser = templates())]
    template: String,
    /// The language that it is written in.
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = LANGUAGES)]
    language: String,
    /// The country it is for, such as `PL`: time zone, public holidays, currency and law; usually the language's own.
    #[arg(long, value_name = "COUNTRY")]
    country: Option<String>,
}

/// Where the schema is kept for editors, so that they help without a network.
const SCHEMA: &str = ".etalon/etalon.schema.json";

impl Init {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let Some(starter) = starter(&self.template) else {
            return Err(LoadError::new(
                format!("there is no template `{}`", self.template),
                "see `etalon init --help`",
            ));
        };
        let today = today();
        let mut files = write(starter, &Wishes { language: &self.language, home: self.home()?, today });
        files.push((SCHEMA.to_owned(), Subject::Language.text()));
        self.refuse_taken(&files)?;
        let made = std::fs::create_dir_all(self.folder.join(".etalon"));
        made.map_err(|error| {
            LoadError::new(
                format!("the folder `{}` could not be made: {error}", self.folder.display()),
                "check that you may write there",
            )
        })?;
        for (name, content) in files {
            replace_file(&self.folder.join(name), content.as_bytes())?;
        }
        self.tell(out)
    }

    fn home(&self) -> std::result::Result<&'static Home, LoadError> {
        home(self.country.as_deref(), &self.language).ok_or_else(|| {
            LoadError::new(
                format!("no starter knows the country `{}`", self.country.as_deref().unwrap_or_default()),
                "leave `--country` out, then change `time_zone`, `holidays` and `currency` in the manifest",
            )
        })
    }

    fn refuse_taken(&self, files: &[(String, String)]) -> std::result::Result<(), LoadError> {
        match files.iter().find(|(name, _)| self.folder.join(name).exists()) {
            None => Ok(()),
            Some((taken, _)) => Err(LoadError::new(
                format!("there is a `{taken}` in `{}` already", self.folder.display()),
                "name another folder: `etalon init my-standard`",
            )),
        }
    }

    fn tell(&self, out: &mut dyn Write) -> Result {
        let folder = self.folder.display();
        say(
            out,
            &format!("Your standard is in `{folder}`. Open `{MANIFEST}` and make it your own, then:\n\n"),
        )?;
        say(
            out,
            &format!(
                "  etalon check {folder}          what is missing or wrong, and what is still the starter's\n"
            ),
        )?;
        say(out, &format!("  etalon build {folder} -o dist  handbooks and the policy for machines\n"))?;
        Ok(Outcome::Clean)
    }
}

/// The names of the templates, each with what it is for.
fn templates() -> PossibleValuesParser {
    PossibleValuesParser::new(
        STARTERS.iter().map(|starter| PossibleValue::new(starter.name).help(starter.about)),
    )
}
