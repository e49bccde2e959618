//! Aids for work, taken from the handbook: cards for the pocket, a sheet for the wall.
//! Must never say what the handbook does not say.

use super::assemble::Audience;
use super::body::Body;
use super::common::Common;
use super::context::Context;
use super::{Block, Fact, Handbook, Line, Week};
use crate::model::{Audience as Served, Channel};
use crate::syntax::decode::Entry;

/// A card with words to say.
#[derive(Debug, Clone, PartialEq)]
pub struct PocketCard {
    /// What is said.
    pub title: String,
    /// When it is said.
    pub when: Option<Line>,
    /// The words.
    pub wording: Vec<Block>,
}

/// The cards of a handbook, one for each wording, in the order of the handbook.
pub fn pocket_cards(handbook: &Handbook) -> Vec<PocketCard> {
    let sections = handbook.chapters.iter().flat_map(|chapter| &chapter.sections);
    let cards = sections.flat_map(|section| section.blocks.iter().map(move |block| (section, block)));
    let cards = cards.filter_map(|(section, block)| match block {
        Block::Card(card) => Some((section, card)),
        _ => None,
    });
    let wordings = cards.flat_map(|(section, card)| {
        card.wordings.iter().map(|wording| PocketCard {
            title: section.title.clone(),
            when: card.when.clone(),
            wording: wording.clone(),
        })
    });
    wordings.collect()
}

/// A sheet for the wall: how customers reach the company, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Wall {
    /// The heading.
    pub title: String,
    /// The channels.
    pub channels: Vec<WallChannel>,
    /// The addresses of the locations.
    pub addresses: Vec<Fact>,
}

/// A channel on the wall.
#[derive(Debug, Clone, PartialEq)]
pub struct WallChannel {
    /// What it is called.
    pub title: String,
    /// Its number or address.
    pub contact: Line,
    /// When it is open.
    pub week: Option<Week>,
}

/// The sheet for the wall, for an audience, in a language, as of a day; nothing without channels for customers.
pub fn wall(common: &Common<'_>, audience: &Audience) -> Option<Wall> {
    let cx = Context::new(common, audience);
    let for_customers = |entry: &&Entry<Channel>| {
        entry.serves.value() != Some(&Served::Colleagues) && cx.relevance.channel(entry)
    };
    let channels: Vec<WallChannel> =
        cx.project.channels.iter().filter(for_customers).map(|entry| channel(&cx, entry)).collect();
    let places = cx.project.locations.iter().filter(|entry| cx.relevance.location(&entry.id));
    let addresses = places.filter_map(|entry| {
        let value = cx.line(entry.address.value()?);
        Some(Fact { label: cx.title(&entry.title, &entry.id), value })
    });
    let addresses = addresses.collect();
    (!channels.is_empty()).then(|| Wall { title: cx.say("chapter-channels"), channels, addresses })
}

fn channel(cx: &Context<'_>, entry: &Entry<Channel>) -> WallChannel {
    let mut body = Body::new(cx);
    body.week("hours", &entry.hours);
    let week = body.finish().into_iter().find_map(|block| match block {
        Block::Week(week) => Some(week),
        _ => None,
    });
    WallChannel { title: cx.title(&entry.title, &entry.id), contact: cx.joined(&entry.contact), week }
}
