//! The pieces of content that are mostly text: paragraphs, points, facts, cards, notices.
//! Must never decide what is said: every word comes from the handbook.

use crate::compile::{Block, Card, Fact, Line, NoticeKind};

use super::flow::flow;
use super::numbering::{BULLETS, LEVEL};
use super::table::{table, week};
use super::text::{Paragraph, Text};

/// Where pieces of content stand.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// The style of whatever frames them; empty outside of frames.
    pub(super) frame: &'static str,
    /// The edge from which they are indented.
    pub(super) left: usize,
    /// In how many lists they are.
    pub(super) depth: usize,
}

/// The left edge of the inside of a frame; the styles of frames say the same.
const FRAME: usize = 284;

/// Writes pieces of content.
pub(super) fn blocks(text: &mut Text, blocks: &[Block], place: Place) {
    blocks.iter().for_each(|found| block(text, found, place));
}

fn block(text: &mut Text, block: &Block, place: Place) {
    match block {
        Block::Paragraph(words) => {
            let indent = (place.depth > 0).then_some((place.left, 0));
            let shape = Paragraph { style: place.frame, indent, ..Paragraph::default() };
            text.paragraph(shape, |text| text.line(words));
        }
        Block::Points { ordered, points: found } => points(text, *ordered, found, place),
        Block::Facts(found) => facts(text, found, place),
        Block::Table(found) => table(text, found),
        Block::Week(found) => week(text, found),
        Block::Card(found) => card(text, found),
        Block::Flow(found) => flow(text, found),
        Block::Notice { kind, label, blocks } => notice(text, *kind, label, blocks),
        Block::Heading(words) if place.frame.is_empty() => {
            let shape = Paragraph { style: "Heading3", with_next: true, ..Paragraph::default() };
            text.paragraph(shape, |text| text.words(words));
        }
        Block::Heading(words) => {
            let shape = Paragraph { style: place.frame, with_next: true, ..Paragraph::default() };
            text.paragraph(shape, |text| text.strong(words));
        }
    }
}

/// Writes labels and what they say.
pub(super) fn facts(text: &mut Text, facts: &[Fact], place: Place) {
    for (at, fact) in facts.iter().enumerate() {
        if place.frame.is_empty() && place.depth == 0 {
            // A few facts read as one thing, so they stay on one page.
            let with_next = facts.len() < 9 && at + 1 < facts.len();
            let shape = Paragraph { style: "Fact", with_next, ..Paragraph::default() };
            text.paragraph(shape, |text| text.fact(fact));
            continue;
        }
        let indent = (place.depth > 0).then_some((place.left, 0));
        let shape = Paragraph { style: place.frame, indent, ..Paragraph::default() };
        text.paragraph(shape, |text| {
            text.strong(&fact.label);
            text.words(": ");
            text.line(&fact.value);
        });
    }
}

fn points(text: &mut Text, ordered: bool, points: &[Vec<Block>], place: Place) {
    let list = if ordered { text.list(false, place.depth) } else { text.fixed_list(BULLETS) };
    let left = place.left + LEVEL;
    let inside = Place { left, depth: place.depth + 1, ..place };
    for point in points {
        let (first, others) = match point.split_first() {
            Some((Block::Paragraph(first), others)) => (first.clone(), others),
            _ => (Line::default(), point.as_slice()),
        };
        let own = if ordered { "ListNumber" } else { "ListBullet" };
        let style = if place.frame.is_empty() { own } else { place.frame };
        let number = Some((list, place.depth));
        let shape = Paragraph { style, number, indent: Some((left, LEVEL)), ..Paragraph::default() };
        text.paragraph(shape, |text| text.line(&first));
        blocks(text, others, inside);
    }
}

fn card(text: &mut Text, card: &Card) {
    if let Some(when) = card.when.as_ref().filter(|when| !Line::is_empty(when)) {
        let shape = Paragraph { style: "ScriptOccasion", with_next: true, ..Paragraph::default() };
        text.paragraph(shape, |text| text.line(when));
    }
    for (at, wording) in card.wordings.iter().enumerate() {
        // Frames of the same style would become one.
        if at > 0 {
            text.gap();
        }
        blocks(text, wording, Place { frame: "Script", left: FRAME, depth: 0 });
    }
    text.gap();
    facts(text, &card.facts, Place::default());
}

fn notice(text: &mut Text, kind: NoticeKind, label: &str, inside: &[Block]) {
    let frame = match kind {
        NoticeKind::Never => "NoticeNever",
        NoticeKind::Note => "Notice",
        NoticeKind::Coming => "NoticeComing",
        NoticeKind::Bound => "NoticeBound",
    };
    text.gap();
    let shape = Paragraph { style: frame, with_next: true, ..Paragraph::default() };
    text.paragraph(shape, |text| text.strong(label));
    blocks(text, inside, Place { frame, left: FRAME, depth: 0 });
    text.gap();
}
