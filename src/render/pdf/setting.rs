//! Source -> PDF, and what every source begins with: words, colours, fonts, what stands in the margins.
//! Must never write a date of the machine.

use jiff::civil::Date;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::compile::Handbook;
use crate::render::look::Look;

use super::links::settled;
use super::source::{Links, Source};
use super::world::Desk;

/// Something to be set.
pub(super) struct Sheet<'a> {
    /// The source.
    pub(super) source: String,
    /// The places that it links to.
    pub(super) links: Links,
    /// What it is called: the same for every version of it.
    pub(super) name: &'a str,
    /// The day that the file is to bear.
    pub(super) day: Option<Date>,
}

/// Writes what every source begins with.
pub(super) fn preamble(source: &mut Source<'_>, handbook: &Handbook, look: &Look) {
    source.own("#set document(title: ");
    // What has no title cannot be called accessible.
    source.string(if handbook.title.is_empty() { "Handbook" } else { &handbook.title });
    for (key, words) in
        [("author", &handbook.company), ("description", &handbook.audience), ("keywords", &handbook.edition)]
    {
        if let Some(words) = words {
            source.own(&format!(", {key}: "));
            source.string(words);
        }
    }
    source.own(")\n#let language = ");
    source.string(language(&handbook.language));
    source.own("\n#let accent = rgb(");
    source.string(&format!("#{}", look.accent));
    source.own(")\n#let soft = rgb(");
    source.string(&format!("#{}", look.soft()));
    source.own(")\n");
    let text = look.text_font.as_deref();
    for (name, font) in [("face", text), ("heading-face", look.heading_font.as_deref().or(text))] {
        source.own(&format!("#let {name} = ("));
        if let Some(font) = font {
            source.string(font);
            source.own(", ");
        }
        source.own("\"Libertinus Serif\", \"DejaVu Sans Mono\")\n");
    }
    margins(source, handbook);
}

// What every page but the cover says: what it is, for whom, in which version, whose.
fn margins(source: &mut Source<'_>, handbook: &Handbook) {
    let title = [Some(&handbook.title), handbook.audience.as_ref()];
    let title: Vec<&str> = title.into_iter().flatten().map(String::as_str).collect();
    source.own(
        "#let running(body) = text(8pt, fill: rgb(\"#4d565d\"), hyphenate: false, body)\n#let above = [",
    );
    source.text(&title.join(" \u{b7} "));
    source.own("#h(1fr)");
    source.text(handbook.edition.as_deref().unwrap_or_default());
    source.own("]\n#let below = ");
    source.words(handbook.company.as_deref().unwrap_or_default());
    source.own("\n");
}

// A word that is no language would stop the type setter.
fn language(code: &str) -> &str {
    let primary = code.split(['-', '_']).next().unwrap_or_default();
    let is_code =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|letter| letter.is_ascii_lowercase());
    if is_code { primary } else { "en" }
}

/// Sets a source; when that fails, says why.
pub(super) fn set(sheet: &Sheet<'_>, look: &Look) -> Result<Vec<u8>, String> {
    let mut desk = Desk::new(look);
    desk.lay("sheet", sheet.source.clone());
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(first)?;
    // What the type setter remembers of its work is no longer needed, and takes more room than the pages.
    typst::comemo::evict(0);
    print(settled(document, &sheet.links), sheet.name, sheet.day)
}

/// Writes a document that is set as a file.
pub(super) fn print(document: PagedDocument, name: &str, day: Option<Date>) -> Result<Vec<u8>, String> {
    // What lacks a sign in every font cannot be called accessible, but it can be read.
    let file = printed(&document, name, day, true).or_else(|_| printed(&document, name, day, false));
    typst::comemo::evict(0);
    file
}

fn printed(
    document: &PagedDocument,
    name: &str,
    day: Option<Date>,
    accessible: bool,
) -> Result<Vec<u8>, String> {
    let wanted: &[PdfStandard] = if accessible { &[PdfStandard::Ua_1] } else { &[] };
    let standards = PdfStandards::new(wanted).map_err(|error| error.message().to_string())?;
    let timestamp = day.and_then(|day| {
        let part = |value: i8| u8::try_from(value).ok();
        Datetime::from_ymd(i32::from(day.year()), part(day.month())?, part(day.day())?)
    });
    let options = PdfOptions {
        ident: Smart::Custom(name.to_owned()),
        creator: Smart::Custom(Some("etalon".to_owned())),
        timestamp: timestamp.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(first)
}

/// What the type setter complains about first.
pub(super) fn first<T: AsRef<[typst::diag::SourceDiagnostic]>>(problems: T) -> String {
    problems.as_ref().first().map(|problem| problem.message.to_string()).unwrap_or_default()
}
