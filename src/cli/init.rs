//! `etalon init`: makes a small standard to start from. Must never overwrite a file.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Result, Subject, say};
use crate::source::{LoadError, MANIFEST, replace_file};

/// Make a small standard to start from, in a new or an empty folder.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder; it is made when it does not exist.
    #[arg(default_value = ".")]
    folder: PathBuf,
}

/// The files of the small standard.
const FILES: [(&str, &str); 4] = [
    (MANIFEST, include_str!("init/etalon.yaml")),
    ("channels.yaml", include_str!("init/channels.yaml")),
    ("conversation.yaml", include_str!("init/conversation.yaml")),
    ("procedures.yaml", include_str!("init/procedures.yaml")),
];

/// Where the schema is kept for editors, so that they help without a network.
const SCHEMA: &str = ".etalon/etalon.schema.json";

impl Init {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let names = || FILES.iter().map(|(name, _)| *name).chain([SCHEMA]);
        if let Some(taken) = names().find(|name| self.folder.join(name).exists()) {
            return Err(LoadError::new(
                format!("there is a `{taken}` in `{}` already", self.folder.display()),
                "name another folder: `etalon init my-standard`",
            ));
        }
        let made = std::fs::create_dir_all(self.folder.join(".etalon"));
        made.map_err(|error| {
            LoadError::new(
                format!("the folder `{}` could not be made: {error}", self.folder.display()),
                "check that you may write there",
            )
        })?;
        let schema = Subject::Language.text();
        let files = FILES.into_iter().chain([(SCHEMA, schema.as_str())]);
        for (name, content) in files {
            replace_file(&self.folder.join(name), content.as_bytes())?;
        }
        let folder = self.folder.display();
        say(
            out,
            &format!("Your standard is in `{folder}`. Open `{MANIFEST}` and make it your own, then:\n\n"),
        )?;
        say(out, &format!("  etalon check {folder}          what is missing or wrong\n"))?;
        say(out, &format!("  etalon build {folder} -o dist  handbooks and the policy for machines\n"))?;
        Ok(Outcome::Clean)
    }
}
