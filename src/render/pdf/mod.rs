//! Handbook -> PDF: tagged, with bookmarks and contents, set in fonts that are inside.
//! Must never let a text of the handbook become code of the type setter.

mod aids;
mod block;
mod flow;
mod hyphens;
mod links;
mod setting;
mod source;
mod world;

use crate::compile::{Block, Chapter, Handbook, Section};
use crate::render::look::{Look, PictureFormat};

pub use aids::{cards, wall_sheet};
use block::{Headings, blocks, content, facts};
use setting::Sheet;
use source::Source;

/// Writes a handbook as a PDF; when it cannot be set, the reason.
pub fn pdf(handbook: &Handbook, look: &Look) -> Result<Vec<u8>, String> {
    let mut source = Source::new(handbook, look);
    setting::preamble(&mut source, handbook, look);
    source.own(include_str!("prelude.typ"));
    cover(&mut source, handbook, look);
    if !handbook.chapters.is_empty() {
        source.own("#contents(");
        source.words(&handbook.furniture.contents);
        source.own(")\n");
    }
    for found in &handbook.chapters {
        let start = source.length();
        chapter(&mut source, found);
        // Long chapters begin a new page, and are set side by side; short ones follow on.
        if source.letters_from(start) > LONG {
            source.insert(start, "#pagebreak(weak: true)\n");
        }
    }
    let (source, links) = source.finish();
    setting::set(&Sheet { source, links, name: &handbook.title, day: handbook.day }, look)
}

// About as much source as makes two pages, in letters.
const LONG: usize = 8_000;

fn cover<'h>(source: &mut Source<'h>, handbook: &'h Handbook, look: &Look) {
    source.own("#cover(");
    source.maybe(handbook.company.as_ref());
    source.own(", [");
    source.whole(&handbook.title);
    source.own("], ");
    source.maybe(handbook.audience.as_ref());
    source.own(", ");
    logo(source, look, handbook.company.as_deref().unwrap_or_default());
    source.own(", ");
    content_of(source, &handbook.cover);
    source.own(", [");
    facts(source, &handbook.imprint);
    source.own("], ");
    match handbook.address.is_empty() {
        true => source.own("none"),
        false => content_of(source, &handbook.address),
    }
    source.own(")\n");
}

fn content_of<'h>(source: &mut Source<'h>, inside: &'h [Block]) {
    content(source, inside, Headings::Bold);
}

/// Writes the logo as a picture that fits into its frame.
fn logo(source: &mut Source<'_>, look: &Look, name: &str) {
    let Some(logo) = &look.logo else { return source.own("none") };
    let format = match logo.format {
        PictureFormat::Png => "png",
        PictureFormat::Svg => "svg",
    };
    let size = if logo.ratio > 3.0 { "width: 66mm" } else { "height: 22mm" };
    source.own(&format!("image(\"{}\", format: \"{format}\", {size}, alt: ", world::LOGO));
    source.string(if name.is_empty() { "Logo" } else { name });
    source.own(")");
}

fn chapter<'h>(source: &mut Source<'h>, chapter: &'h Chapter) {
    heading(source, 1, &chapter.title, &chapter.anchor);
    blocks(source, &chapter.lead, Headings::Level(2));
    chapter.sections.iter().for_each(|found| section(source, found));
}

fn section<'h>(source: &mut Source<'h>, section: &'h Section) {
    heading(source, 2, &section.title, &section.anchor);
    blocks(source, &section.blocks, Headings::Level(3));
}

fn heading<'h>(source: &mut Source<'h>, level: u8, title: &str, anchor: &'h str) {
    source.own(&format!("#heading(level: {level})["));
    source.whole(title);
    source.own("]");
    source.label(anchor);
    source.own("\n");
}
