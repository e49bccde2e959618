//! The formats of handbooks, and the files that a build writes in them.
//! Must never decide what a handbook says.

use clap::ValueEnum;
use jiff::civil::Date;

use crate::compile::{Audience, handbook};
use crate::render::{Look, docx, html, markdown};
use crate::resolve::Project;
use crate::source::LoadError;

/// A format in which handbooks are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(super) enum Format {
    /// One page for browsers, with search, for screens and paper.
    Html,
    /// Text for version control and wikis.
    Md,
    /// A document for Word and other word processors.
    Docx,
    /// A document to be read and printed, tagged for screen readers.
    Pdf,
    /// The scripts as cards to be cut out, as PDF.
    Cards,
    /// Hours and contacts as a sheet for the wall, as PDF; one for each language.
    Wall,
}

impl Format {
    /// The formats that are built when none is asked for.
    pub(super) const USUAL: [Format; 4] = [Format::Html, Format::Md, Format::Docx, Format::Pdf];

    /// Whether the program was built with what the format needs.
    pub(super) fn is_there(self) -> bool {
        cfg!(feature = "pdf") || !matches!(self, Format::Pdf | Format::Cards | Format::Wall)
    }

    /// What stands behind the name of the handbook.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Md => "md",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
            Format::Cards => "cards.pdf",
            Format::Wall => "wall.pdf",
        }
    }
}

/// One handbook to be built.
pub(super) struct Job<'a> {
    /// The language.
    pub(super) language: &'a str,
    /// The name of its files.
    pub(super) name: &'a str,
    /// Whom it is for.
    pub(super) audience: &'a Audience,
}

impl Job<'_> {
    /// The files of the handbook, each with its path below the folder of the build.
    pub(super) fn files(
        &self,
        project: &Project,
        formats: &[Format],
        look: &Look,
        today: Date,
    ) -> Result<Vec<(String, Vec<u8>)>, LoadError> {
        let book = handbook(project, self.audience, self.language, today);
        let mut files = Vec::new();
        for format in formats {
            let path = format!("{}/{}.{}", self.language, self.name, format.ending());
            let file = match format {
                Format::Html => Some(html(&book, look).into_bytes()),
                Format::Md => Some(markdown(&book).into_bytes()),
                Format::Docx => Some(docx(&book, look)),
                Format::Pdf | Format::Cards | Format::Wall => {
                    let printed = printed(*format, &book, project, self, (look, today));
                    printed.map_err(|reason| unprintable(&path, &reason))?
                }
            };
            files.extend(file.map(|file| (path, file)));
        }
        Ok(files)
    }
}

#[cfg(feature = "pdf")]
fn printed(
    format: Format,
    book: &crate::compile::Handbook,
    project: &Project,
    job: &Job<'_>,
    (look, today): (&Look, Date),
) -> Result<Option<Vec<u8>>, String> {
    use crate::compile::{pocket_cards, wall};
    use crate::render::{cards, pdf, wall_sheet};
    match format {
        Format::Cards => cards(book, &pocket_cards(book), look),
        // What hangs on the wall is the same for all roles.
        Format::Wall if job.audience.role.is_some() => Ok(None),
        Format::Wall => {
            let wall = wall(project, job.audience, job.language, today);
            wall.map(|wall| wall_sheet(book, &wall, look)).transpose()
        }
        _ => pdf(book, look).map(Some),
    }
}

#[cfg(not(feature = "pdf"))]
fn printed(
    _: Format,
    _: &crate::compile::Handbook,
    _: &Project,
    _: &Job<'_>,
    _: (&Look, Date),
) -> Result<Option<Vec<u8>>, String> {
    Ok(None)
}

fn unprintable(path: &str, reason: &str) -> LoadError {
    let help = "build the other formats with `--format html,docx`, and check the files named under `brand`";
    LoadError::new(format!("`{path}` could not be set: {reason}"), help)
}
