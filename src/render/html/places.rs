//! Every place of a handbook that a link can lead to, with the number that readers see.
//! Must never invent a place: a link to nowhere becomes plain words.

use std::collections::BTreeMap;

use crate::compile::{Block, Handbook};

/// The anchors of a handbook and the number of the chapter or section that holds each.
pub(super) struct Places<'h>(BTreeMap<&'h str, String>);

impl<'h> Places<'h> {
    /// Finds the places of a handbook.
    pub(super) fn of(handbook: &'h Handbook) -> Self {
        let mut places = Places(BTreeMap::new());
        for (at, chapter) in handbook.chapters.iter().enumerate() {
            let number = (at + 1).to_string();
            places.add(&chapter.anchor, &number);
            places.inside(&chapter.lead, &number);
            for (at, section) in chapter.sections.iter().enumerate() {
                let number = format!("{number}.{}", at + 1);
                places.add(&section.anchor, &number);
                places.inside(&section.blocks, &number);
            }
        }
        places
    }

    /// The number of the chapter or section in which an anchor is.
    pub(super) fn number(&self, anchor: &str) -> Option<&str> {
        self.0.get(anchor).map(String::as_str)
    }

    /// The address of an anchor on the page; empty when there is no such place.
    pub(super) fn target(&self, anchor: &str) -> String {
        if self.0.contains_key(anchor) { format!("#{anchor}") } else { String::new() }
    }

    fn add(&mut self, anchor: &'h str, number: &str) {
        if !anchor.is_empty() {
            self.0.entry(anchor).or_insert_with(|| number.to_owned());
        }
    }

    fn inside(&mut self, blocks: &'h [Block], number: &str) {
        for block in blocks {
            match block {
                Block::Points { points, .. } => points.iter().for_each(|point| self.inside(point, number)),
                Block::Notice { blocks, .. } => self.inside(blocks, number),
                Block::Card(card) => card.wordings.iter().for_each(|wording| self.inside(wording, number)),
                Block::Table(table) => {
                    table.rows.iter().flat_map(|row| &row.anchor).for_each(|anchor| self.add(anchor, number));
                }
                Block::Flow(flow) => flow.steps.iter().for_each(|step| self.add(&step.anchor, number)),
                Block::Paragraph(_) | Block::Facts(_) | Block::Week(_) | Block::Heading(_) => {}
            }
        }
    }
}
