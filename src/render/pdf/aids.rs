//! Cards for the pocket and the sheet for the wall, as PDF. Must never leave out a word to make room.

use crate::compile::{Block, Handbook, Inline, Line, PocketCard, Wall, WallChannel, Week};
use crate::render::clock::hours;
use crate::render::look::Look;

use super::block::{Headings, content};
use super::setting::{Sheet, preamble, set};
use super::source::Source;

/// Writes the scripts as cards to be cut out, ten to a sheet; nothing where there are none. When they cannot be
/// set, the reason.
pub fn cards(handbook: &Handbook, cards: &[PocketCard], look: &Look) -> Result<Option<Vec<u8>>, String> {
    if cards.is_empty() {
        return Ok(None);
    }
    let mut source = begun(handbook, look);
    source.own("#let cards = (\n");
    for card in cards {
        source.own("([");
        source.whole(&card.title);
        source.own("], ");
        match &card.when {
            Some(when) => source.line(when),
            None => source.own("none"),
        }
        source.own(", ");
        content(&mut source, &card.wording, Headings::Bold);
        source.own(&format!(", {}),\n", letters(&card.wording)));
    }
    source.own(")\n#pocket-cards(cards, above-right)\n");
    let (source, links) = source.finish();
    let sheet = Sheet { source, links, name: &handbook.title, day: handbook.day };
    set(&sheet, look).map(Some)
}

/// Writes the sheet for the wall, A4 across; printed on A3 it is twice as large. When it cannot be set, the reason.
pub fn wall_sheet(handbook: &Handbook, wall: &Wall, look: &Look) -> Result<Vec<u8>, String> {
    let mut source = begun(handbook, look);
    source.own("#wall-sheet(");
    source.words(&wall.title);
    source.own(", ");
    super::logo(&mut source, look, handbook.company.as_deref().unwrap_or_default());
    source.own(", ");
    source.maybe(handbook.company.as_ref());
    source.own(", above-right, (\n");
    for found in &wall.channels {
        channel(&mut source, found);
    }
    source.own("), (");
    for address in &wall.addresses {
        source.own("(");
        source.words(&address.label);
        source.own(", ");
        source.line(&address.value);
        source.own("),");
    }
    source.own("))\n");
    let (source, links) = source.finish();
    let sheet = Sheet { source, links, name: &handbook.title, day: handbook.day };
    set(&sheet, look)
}

fn channel(source: &mut Source<'_>, channel: &WallChannel) {
    let furniture = source.furniture;
    source.own("(");
    source.words(&channel.title);
    source.own(", ");
    source.line(&channel.contact);
    source.own(", (");
    let mut rows = Vec::new();
    if let Some(week) = &channel.week {
        let days = furniture.days.iter().cloned().zip(week.days());
        let holidays = week.holidays.iter().map(|hours| (furniture.holidays.clone(), hours.clone()));
        for (name, ranges) in together(days.chain(holidays)) {
            let hours = hours(&ranges, &week.closed, &furniture.all_day);
            source.own("(");
            source.words(&name);
            source.own(", ");
            source.words(&hours);
            source.own("),");
            rows.push(signs(&format!("{name}{hours}")));
        }
    }
    source.own("), ");
    // What the rows say already is not said again; exceptions by date stand nowhere else.
    let more = |week: &&Week| !plain(&week.words).split(';').all(|part| rows.contains(&signs(part)));
    match channel.week.as_ref().filter(more) {
        Some(week) => source.line(&week.words),
        None => source.own("none"),
    }
    source.own("),\n");
}

fn plain(line: &Line) -> String {
    let text = |piece: &Inline| match piece {
        Inline::Text(words) => words.clone(),
        _ => "?".to_owned(),
    };
    line.0.iter().map(text).collect()
}

fn signs(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn begun<'h>(handbook: &'h Handbook, look: &'h Look) -> Source<'h> {
    let mut source = Source::new(handbook, look);
    preamble(&mut source, handbook, look);
    source.own("#let above-right = ");
    source.words(handbook.edition.as_deref().unwrap_or_default());
    source.own("\n");
    source.own(include_str!("prelude.typ"));
    source.own(include_str!("aids.typ"));
    source
}

/// The hours of a day, from and to.
type Ranges = Vec<(u16, u16)>;

// Days in a row with the same hours are one line: `Mon–Fri`.
fn together(days: impl Iterator<Item = (String, Ranges)>) -> Vec<(String, Ranges)> {
    let mut rows: Vec<(String, String, Ranges)> = Vec::new();
    for (at, (name, ranges)) in days.enumerate() {
        match rows.last_mut() {
            // The eighth row is that of the holidays, which are no day of the week.
            Some((_, last, same)) if *same == ranges && at < 7 => *last = name,
            _ => rows.push((name.clone(), name, ranges)),
        }
    }
    let named = |(first, last, ranges): (String, String, Ranges)| match first == last {
        true => (first, ranges),
        false => (format!("{first}\u{2013}{last}"), ranges),
    };
    rows.into_iter().map(named).collect()
}

// How much there is to read on a card.
fn letters(blocks: &[Block]) -> usize {
    fn of_line(pieces: &[Inline]) -> usize {
        let one = |piece: &Inline| match piece {
            Inline::Text(words) | Inline::Code(words) | Inline::Placeholder(words) => words.chars().count(),
            Inline::Reference { words, .. } => words.chars().count(),
            Inline::Strong(inside) | Inline::Emphasis(inside) => of_line(inside),
            Inline::Link { words, .. } => of_line(words),
            Inline::Break => 30,
        };
        pieces.iter().map(one).sum()
    }
    let one = |block: &Block| match block {
        Block::Paragraph(Line(pieces)) => of_line(pieces) + 30,
        Block::Points { points, .. } => points.iter().map(|point| letters(point) + 10).sum(),
        Block::Notice { blocks, .. } => letters(blocks) + 60,
        _ => 400,
    };
    blocks.iter().map(one).sum()
}
