//! The formats of handbooks, and the files that a build writes in them.
//! Must never decide what a handbook says.

use clap::ValueEnum;

use super::jobs::Jobs;
use crate::compile::{Audience, Common, Now, Scorecard, charter, kit, now, scorecards, site};
use crate::render::{self, Look, docx, html, markdown};
use crate::resolve::Project;
use crate::source::LoadError;

/// A format in which handbooks are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(super) enum Format {
    /// One page for browsers, with search, for screens and paper.
    Html,
    /// A page for each chapter, with ways by role and by situation; one site for each language.
    Site,
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
    /// What a new colleague gets, for each role: checklist, test with key, cases, sheet to sign, SCORM package.
    Kit,
    /// Scorecards for recordings, visits and other ways of verification: as workbooks that reckon, and on paper.
    Quality,
    /// What customers may expect, as a page for the public with data for search engines, and as text.
    Charter,
}

impl Format {
    /// The formats that are built when none is asked for.
    pub(super) const USUAL: [Format; 5] = [Format::Html, Format::Site, Format::Md, Format::Docx, Format::Pdf];

    /// Whether the program was built with what the format needs.
    pub(super) fn is_there(self) -> bool {
        cfg!(feature = "pdf") || !matches!(self, Format::Pdf | Format::Cards | Format::Wall)
    }

    /// Whether the format is a folder of its own beside the handbooks.
    pub(super) fn is_folder(self) -> bool {
        matches!(self, Format::Site | Format::Kit | Format::Quality | Format::Charter)
    }

    /// The folder of the site for an audience. Roles have none: they are ways into the site of all.
    pub(super) fn site_folder(name: &str, audience: &Audience) -> Option<String> {
        match (&audience.role, &audience.location) {
            (Some(_), _) => None,
            (None, None) => Some("site".to_owned()),
            (None, Some(_)) => Some(format!("site/{name}")),
        }
    }

    /// What stands behind the name of the handbook.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Site => "site",
            Format::Md => "md",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
            Format::Cards => "cards.pdf",
            Format::Wall => "wall.pdf",
            Format::Kit => "kit",
            Format::Quality => "quality",
            Format::Charter => "charter",
        }
    }
}

/// One handbook to be built.
pub(super) struct Job<'a> {
    /// What it is made from.
    pub(super) common: &'a Common<'a>,
    /// The language.
    pub(super) language: &'a str,
    /// All languages that are built.
    pub(super) languages: &'a [&'a str],
    /// The name of its files.
    pub(super) name: &'a str,
    /// Whom it is for.
    pub(super) audience: &'a Audience,
}

impl Job<'_> {
    /// The files of the handbook, each with its path below the folder of the build.
    pub(super) fn files(&self, jobs: &Jobs<'_>) -> Result<Vec<(String, Vec<u8>)>, LoadError> {
        let Jobs { project, formats, look, now_tables, .. } = *jobs;
        let mut book = self.common.handbook(self.audience);
        if formats.iter().any(|format| matches!(format, Format::Html | Format::Site)) {
            book.now = now(self.common, self.audience, &book, now_tables);
        }
        let mut files = Vec::new();
        for format in formats {
            let path = format!("{}/{}.{}", self.language, self.name, format.ending());
            let file = match format {
                Format::Html => Some(html(&book, look).into_bytes()),
                Format::Site => {
                    files.extend(self.site(&book.now, look));
                    None
                }
                Format::Kit => {
                    files.extend(self.kit(project, look));
                    None
                }
                Format::Quality => {
                    files.extend(self.quality(look));
                    None
                }
                Format::Charter => {
                    files.extend(self.charter(look));
                    None
                }
                Format::Md => Some(markdown(&book).into_bytes()),
                Format::Docx => Some(docx(&book, look)),
                Format::Pdf | Format::Cards | Format::Wall => {
                    let printed = printed(*format, &book, self, look);
                    printed.map_err(|reason| unprintable(&path, &reason))?
                }
            };
            files.extend(file.map(|file| (path, file)));
        }
        Ok(files)
    }

    // The kit of a role, for all media that it is used on.
    fn kit(&self, project: &Project, look: &Look) -> Vec<(String, Vec<u8>)> {
        let Some(kit) = kit(self.common, self.audience) else { return Vec::new() };
        let id = project.standard.value().and_then(|standard| standard.id.value()).map_or("", String::as_str);
        let course = format!("{id}.{}.{}", self.name, self.language);
        let mut files = vec![("html", html(&kit.book, look).into_bytes()), ("docx", docx(&kit.book, look))];
        if let Some(key) = &kit.key {
            files.push(("key.docx", docx(key, look)));
            files.push(("quiz.html", render::quiz(&kit.book, &kit.quiz, look).into_bytes()));
            files.push(("scorm.zip", render::scorm(&course, &kit.book, &kit.quiz, look)));
        }
        let path = |ending| format!("kit/{}/{}.{ending}", self.language, self.name);
        files.into_iter().map(|(ending, file)| (path(ending), file)).collect()
    }

    // Observers score all roles.
    fn quality(&self, look: &Look) -> Vec<(String, Vec<u8>)> {
        let everybody = self.audience.role.is_none();
        let made = everybody.then(|| scorecards(self.common, self.audience)).flatten();
        let Some(made) = made else { return Vec::new() };
        let folder = match &self.audience.location {
            None => format!("quality/{}", self.language),
            Some(_) => format!("quality/{}/{}", self.name, self.language),
        };
        let sheet =
            |card: &Scorecard| (format!("{}.xlsx", card.id), render::scorecard(card, &made.words, look));
        let paper = [
            ("scorecards.docx".to_owned(), docx(&made.book, look)),
            ("scorecards.html".to_owned(), html(&made.book, look).into_bytes()),
        ];
        let files = made.cards.iter().map(sheet).chain(paper);
        files.map(|(name, file)| (format!("{folder}/{name}"), file)).collect()
    }

    // Customers are served by all roles.
    fn charter(&self, look: &Look) -> Vec<(String, Vec<u8>)> {
        let everybody = self.audience.role.is_none();
        let made = everybody.then(|| charter(self.common, self.audience)).flatten();
        let Some(made) = made else { return Vec::new() };
        let path = match &self.audience.location {
            None => format!("charter/{}", self.language),
            Some(_) => format!("charter/{}/{}", self.name, self.language),
        };
        let files = [
            ("html", render::charter(&made, look).into_bytes()),
            ("docx", docx(&made.book, look)),
            ("md", markdown(&made.book).into_bytes()),
            ("jsonld", format!("{:#}\n", made.data).into_bytes()),
        ];
        files.into_iter().map(|(ending, file)| (format!("{path}.{ending}"), file)).collect()
    }

    fn site(&self, now: &Option<Now>, look: &Look) -> Vec<(String, Vec<u8>)> {
        let Some(folder) = Format::site_folder(self.name, self.audience) else { return Vec::new() };
        let mut site = site(self.common, self.audience, self.languages);
        site.handbook.now.clone_from(now);
        let pages = render::site(&site, look).into_iter();
        let pages = pages.map(|(path, page)| (format!("{folder}/{}/{path}", self.language), page));
        // What the languages share is the same whichever writes it; its words are those of the first.
        let shared = (self.languages.first() == Some(&self.language))
            .then(|| render::site_around(&site.handbook, &site.languages));
        let shared = shared.into_iter().flatten().map(|(path, file)| (format!("{folder}/{path}"), file));
        pages.chain(shared).collect()
    }
}

#[cfg(feature = "pdf")]
fn printed(
    format: Format,
    book: &crate::compile::Handbook,
    job: &Job<'_>,
    look: &Look,
) -> Result<Option<Vec<u8>>, String> {
    use crate::compile::{pocket_cards, wall};
    use crate::render::{cards, pdf, wall_sheet};
    match format {
        Format::Cards => cards(book, &pocket_cards(book), look),
        // What hangs on the wall is the same for all roles.
        Format::Wall if job.audience.role.is_some() => Ok(None),
        Format::Wall => {
            let wall = wall(job.common, job.audience);
            wall.map(|wall| wall_sheet(book, &wall, look)).transpose()
        }
        _ => pdf(book, look).map(Some),
    }
}

#[cfg(not(feature = "pdf"))]
fn printed(
    _: Format,
    _: &crate::compile::Handbook,
    _: &Job<'_>,
    _: &Look,
) -> Result<Option<Vec<u8>>, String> {
    Ok(None)
}

fn unprintable(path: &str, reason: &str) -> LoadError {
    let help = "build the other formats with `--format html,docx`, and check the files named under `brand`";
    LoadError::new(format!("`{path}` could not be set: {reason}"), help)
}
