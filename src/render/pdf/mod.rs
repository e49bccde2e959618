//! Handbook -> PDF: tagged, with bookmarks and contents, set in fonts that are inside.
//! Must never let a text of the handbook become code of the type setter.

mod aids;
mod binding;
mod block;
mod flow;
mod hyphens;
mod links;
mod setting;
mod source;
mod world;

use crate::compile::{Block, Chapter, Handbook};
use crate::render::look::{Look, PictureFormat};

pub use aids::{cards, wall_sheet};
use binding::{Book, Piece};
use block::{Headings, blocks, content, facts};
use source::Source;

/// Writes a handbook as a PDF; when it cannot be set, the reason.
pub fn pdf(handbook: &Handbook, look: &Look) -> Result<Vec<u8>, String> {
    let mut source = Source::new(handbook, look);
    setting::preamble(&mut source, handbook, look);
    source.own(include_str!("prelude.typ"));
    let opening = source.take();
    cover(&mut source, handbook, look);
    let cover = source.take();
    let mut contents = None;
    if !handbook.chapters.is_empty() {
        source.own("#contents(");
        source.words(&handbook.furniture.contents);
        source.own(", entries)\n");
        contents = Some(source.take());
    }
    let mut parts: Vec<Vec<Piece>> = Vec::new();
    for (at, found) in handbook.chapters.iter().enumerate() {
        let pieces = chapter(&mut source, found, at + 1);
        let letters: usize = pieces.iter().map(|piece| piece.source.chars().count()).sum();
        // Long chapters begin a new page; short ones follow on.
        match parts.last_mut() {
            Some(part) if letters <= LONG => part.extend(pieces),
            _ => parts.push(pieces),
        }
    }
    let (_, links) = source.finish();
    let book = Book { opening, cover, contents, parts, links };
    setting::print(binding::bound(&book, look)?, &handbook.title, handbook.day)
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

fn chapter<'h>(source: &mut Source<'h>, chapter: &'h Chapter, number: usize) -> Vec<Piece> {
    let place = heading(source, (1, &number.to_string()), &chapter.title, &chapter.anchor);
    blocks(source, &chapter.lead, Headings::Level(2));
    let mut pieces = vec![Piece { source: source.take(), place }];
    for (at, found) in chapter.sections.iter().enumerate() {
        let place = heading(source, (2, &format!("{number}.{}", at + 1)), &found.title, &found.anchor);
        blocks(source, &found.blocks, Headings::Level(3));
        pieces.push(Piece { source: source.take(), place });
    }
    pieces
}

// The number is said here: the type setter would count, and set every page again once it has counted.
fn heading<'h>(
    source: &mut Source<'h>,
    (level, number): (u8, &str),
    title: &str,
    anchor: &'h str,
) -> Option<(usize, String)> {
    source.own(&format!("#heading(level: {level}, numbering: (..all) => \"{number}\")["));
    source.whole(title);
    source.own("]");
    let place = source.label(anchor);
    source.own("\n");
    place.map(|at| (at, source.address(at, anchor, title)))
}
