//! Every place of a handbook that a link can lead to, with the number that readers see.
//! Must never invent a place: a link to nowhere becomes plain words.

use std::collections::BTreeMap;

use crate::compile::{Block, Handbook};

/// The anchors of a handbook and the number of the chapter or section that holds each.
#[derive(Default)]
pub(super) struct Places<'h>(BTreeMap<&'h str, Place<'h>>);

/// The chapter or section in which something is.
struct Place<'h> {
    number: String,
    chapter: &'h str,
    holder: &'h str,
    #[cfg_attr(
        not(feature = "pdf"),
        allow(dead_code, reason = "only on paper does a place have a position")
    )]
    position: usize,
}

/// The anchors of the chapter and of the chapter or section that is being searched, and the number of that.
type Here<'h, 'n> = (&'h str, &'h str, &'n str);

impl<'h> Places<'h> {
    /// Finds the places of a handbook.
    pub(super) fn of(handbook: &'h Handbook) -> Self {
        let mut places = Places(BTreeMap::new());
        for (at, chapter) in handbook.chapters.iter().enumerate() {
            let number = (at + 1).to_string();
            let here = (chapter.anchor.as_str(), chapter.anchor.as_str(), number.as_str());
            places.add(&chapter.anchor, here);
            places.inside(&chapter.lead, here);
            for (at, section) in chapter.sections.iter().enumerate() {
                let number = format!("{number}.{}", at + 1);
                let here = (chapter.anchor.as_str(), section.anchor.as_str(), number.as_str());
                places.add(&section.anchor, here);
                places.inside(&section.blocks, here);
            }
        }
        places
    }

    /// The number of the chapter or section in which an anchor is.
    pub(super) fn number(&self, anchor: &str) -> Option<&str> {
        self.0.get(anchor).map(|place| place.number.as_str())
    }

    /// The address of an anchor on the page; empty when there is no such place.
    pub(super) fn target(&self, anchor: &str) -> String {
        if self.0.contains_key(anchor) { format!("#{anchor}") } else { String::new() }
    }

    /// The anchor of the chapter in which an anchor is.
    pub(super) fn chapter(&self, anchor: &str) -> Option<&'h str> {
        self.0.get(anchor).map(|place| place.chapter)
    }

    /// The anchor of the chapter or section in which an anchor is.
    pub(super) fn holder(&self, anchor: &str) -> Option<&'h str> {
        self.0.get(anchor).map(|place| place.holder)
    }

    /// The place of an anchor among all of them.
    pub(super) fn position(&self, anchor: &str) -> Option<usize> {
        self.0.get(anchor).map(|place| place.position)
    }

    /// All anchors, sorted.
    pub(super) fn anchors(&self) -> impl Iterator<Item = &'h str> {
        self.0.keys().copied()
    }

    fn add(&mut self, anchor: &'h str, (chapter, holder, number): Here<'h, '_>) {
        if !anchor.is_empty() {
            let position = self.0.len();
            self.0.entry(anchor).or_insert_with(|| Place {
                number: number.to_owned(),
                chapter,
                holder,
                position,
            });
        }
    }

    fn inside(&mut self, blocks: &'h [Block], here: Here<'h, '_>) {
        for block in blocks {
            match block {
                Block::Points { points, .. } => points.iter().for_each(|point| self.inside(point, here)),
                Block::Notice { blocks, .. } => self.inside(blocks, here),
                Block::Card(card) => card.wordings.iter().for_each(|wording| self.inside(wording, here)),
                Block::Table(table) => {
                    table.rows.iter().flat_map(|row| &row.anchor).for_each(|anchor| self.add(anchor, here));
                }
                Block::Flow(flow) => flow.steps.iter().for_each(|step| self.add(&step.anchor, here)),
                Block::Paragraph(_) | Block::Facts(_) | Block::Week(_) | Block::Heading(_) => {}
            }
        }
    }
}

/// Whether an address outside the handbook is of a kind that runs nothing.
pub(super) fn is_harmless(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
    address.contains(':') && matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel")
}
