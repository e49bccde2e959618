//! `etalon changes`: what is new for each role since a version of a standard. Must never decide what a change means.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::asked::{languages, unknown};
use super::diff::read_version;
use super::place::today;
use super::show::shown;
use super::{Outcome, Result, say};
use crate::changes::{News, changes, news};
use crate::render;
use crate::report::{NewsFormat, NewsOf, write_news};
use crate::resolve::Project;
use crate::source::{LoadError, OUTPUT_MANIFEST, replace_folder, side_by_side, sums};

/// Write what is new for each role since a version: before and after, in which situations, from when, and whether it must
/// sign again.
#[derive(Debug, Args)]
#[command(after_help = "Example: etalon changes --since v1.2 --for role=agent")]
pub(super) struct Since {
    /// The standard as it is now: its folder or file; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// The version to compare with: a folder, a revision of the git repository such as `main`, or a revision with a
    /// path, such as `main:standards/shop`.
    #[arg(long, value_name = "VERSION")]
    since: String,
    /// Only for this role, such as `role=agent`; without it, for every role.
    #[arg(long = "for", value_name = "role=NAME")]
    audience: Option<String>,
    /// Only in these languages; without it, on the screen the first of the standard, in files all of them.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    language: Vec<String>,
    /// How the news are written; in files in every way, where nothing is said.
    #[arg(long, short, value_enum, value_delimiter = ',', value_name = "FORMAT")]
    format: Vec<NewsFormat>,
    /// The folder for one file for each role and language; earlier results in it are replaced.
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Compare as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
}

impl ValueEnum for NewsFormat {
    fn value_variants<'a>() -> &'a [Self] {
        &NewsFormat::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(self.purpose()))
    }
}

impl Since {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let today = self.as_of.unwrap_or_else(today);
        let path = self.path.as_ref().map(|path| path.display().to_string());
        let new = read_version(path.as_deref(), None, today)?;
        let old = read_version(Some(&self.since), path.as_deref(), today)?;
        let found = changes(&old, &new, today);
        let roles = self.roles(&new.project)?;
        let mut languages = languages(&self.language, &new.project)?;
        if self.language.is_empty() && self.output.is_none() {
            languages.truncate(1);
        }
        let jobs: Vec<(&str, &str)> =
            languages.iter().flat_map(|language| roles.iter().map(|role| (*language, *role))).collect();
        let told =
            side_by_side(&jobs, 1, |(language, role)| news((&old, &new), &found, role, language, today));
        let told: Vec<News> = told.into_iter().flatten().collect();
        let day = today.to_string();
        let of = |news| NewsOf {
            old: &self.since,
            old_version: &found.old_version,
            new_version: &found.new_version,
            day: &day,
            unknown: found.unknown,
            news,
        };
        match &self.output {
            Some(folder) => {
                let mut files = self.files(&told, &of)?;
                let id = new.project.standard.value().and_then(|standard| standard.id.value());
                let id = id.map_or("", String::as_str);
                let manifest = render::manifest(id, &found.new_version, &day, &sums(&files));
                files.insert(OUTPUT_MANIFEST.to_owned(), manifest.into_bytes());
                replace_folder(folder, &files)?;
                self.tell(&told, &files, &folder.display().to_string(), out)?;
            }
            None => {
                let format = self.format.first().copied().unwrap_or(NewsFormat::Markdown);
                shown(write_news(format, &of(&told), out))?;
            }
        }
        Ok(Outcome::Clean)
    }

    fn files<'a>(
        &self,
        told: &'a [News],
        of: &dyn Fn(&'a [News]) -> NewsOf<'a>,
    ) -> std::result::Result<BTreeMap<String, Vec<u8>>, LoadError> {
        let formats = if self.format.is_empty() { NewsFormat::ALL.to_vec() } else { self.format.clone() };
        let mut files = BTreeMap::new();
        for news in told.chunks(1) {
            let Some(first) = news.first() else { continue };
            for format in &formats {
                let mut content = Vec::new();
                shown(write_news(*format, &of(news), &mut content))?;
                files.insert(format!("{}/{}.{}", first.language, first.role, format.ending()), content);
            }
        }
        Ok(files)
    }

    fn tell(
        &self,
        told: &[News],
        files: &BTreeMap<String, Vec<u8>>,
        folder: &str,
        out: &mut dyn Write,
    ) -> std::result::Result<(), LoadError> {
        say(out, &format!("Wrote {} files in `{folder}`:\n", files.len()))?;
        for news in told {
            let again = if news.sign_again { ", must sign again" } else { "" };
            let items = news.items.len();
            say(out, &format!("  {}/{}: {items} changed{again}\n", news.language, news.role))?;
        }
        Ok(())
    }

    fn roles<'a>(&'a self, project: &'a Project) -> std::result::Result<Vec<&'a str>, LoadError> {
        let known: Vec<&str> = project.roles.iter().map(|role| role.id.as_str()).collect();
        let Some(wish) = self.audience.as_deref() else {
            return match known.is_empty() {
                true => Err(LoadError::new("the standard has no roles", "name them under `roles:`")),
                false => Ok(known),
            };
        };
        let Some(("role", role)) = wish.split_once('=') else {
            return Err(LoadError::new(format!("`--for {wish}` names no role"), "write `--for role=agent`"));
        };
        if known.contains(&role) { Ok(vec![role]) } else { Err(unknown("role", role, &known)) }
    }
}
