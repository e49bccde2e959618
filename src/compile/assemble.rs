//! Puts a handbook together: the cover, the chapters, and references that lead somewhere.
//! Must never fill a chapter.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::common::Common;
use super::context::Context;
use super::{Block, Chapter, Fact, Furniture, Handbook, Inline, Line, chapters, titles::humanised};
use crate::model::Text;
use crate::resolve::Project;
use crate::syntax::decode::Field;

/// Whom a handbook is for; nothing means everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audience {
    /// The role.
    pub role: Option<String>,
    /// The location.
    pub location: Option<String>,
}

/// The handbook of a standard for an audience, in a language, as of a day: everything that the standard says for them
/// and nothing else. `relevance` says what that is.
pub fn handbook(project: &Project, audience: &Audience, language: &str, today: Date) -> Handbook {
    Common::of(project, language, today).handbook(audience)
}

impl Common<'_> {
    /// The handbook for an audience.
    pub fn handbook(&self, audience: &Audience) -> Handbook {
        let mut handbook = book(&Context::new(self, audience), audience);
        settle(&mut handbook);
        handbook
    }
}

/// The handbook whose references are not settled yet.
pub(super) fn book(cx: &Context<'_>, audience: &Audience) -> Handbook {
    frame(cx, audience, chapters::all(cx))
}

/// A handbook of these chapters, with the cover of the standard; references are not settled yet.
pub(super) fn frame(cx: &Context<'_>, audience: &Audience, chapters: Vec<Chapter>) -> Handbook {
    let standard = cx.project.standard.value();
    let title = standard.and_then(|standard| standard.title.value()).map(|title| cx.plain(title));
    let id = standard.and_then(|standard| standard.id.value()).map(|id| humanised(id));
    let brand = cx.project.brand.value();
    let said = |text: Option<&Field<Text>>| {
        text.and_then(Field::value).map(|text| cx.blocks(text)).unwrap_or_default()
    };
    Handbook {
        language: cx.language.to_owned(),
        title: title.or(id).unwrap_or_else(|| cx.say("handbook")),
        audience: audience_words(cx, audience),
        company: cx.company().map(str::to_owned),
        edition: standard
            .and_then(|standard| standard.version.value())
            .map(|version| format!("{}\u{a0}{version}", cx.say("version"))),
        day: Some(cx.today),
        imprint: imprint(cx),
        cover: said(brand.map(|brand| &brand.cover)),
        address: said(brand.map(|brand| &brand.address)),
        chapters,
        furniture: furniture(cx),
        now: None,
    }
}

fn audience_words(cx: &Context<'_>, audience: &Audience) -> Option<String> {
    let role = audience.role.as_deref().map(|role| cx.title_of("roles", role));
    let location = audience.location.as_deref().map(|location| cx.title_of("locations", location));
    let said: Vec<String> = role.into_iter().chain(location).collect();
    (!said.is_empty()).then(|| cx.words.fill("audience", [("reader", said.join(", ").into())]))
}

fn imprint(cx: &Context<'_>) -> Vec<Fact> {
    let Some(standard) = cx.project.standard.value() else { return Vec::new() };
    let mut facts = Vec::new();
    let mut fact = |label: &str, value: Option<Line>| {
        if let Some(value) = value {
            facts.push(Fact { label: cx.say(label), value });
        }
    };
    fact("version", standard.version.value().map(|version| Line::plain(version.clone())));
    fact("effective", standard.effective.value().map(|date| Line::plain(cx.words.date(date.0))));
    fact("review-by", standard.review_by.value().map(|date| Line::plain(cx.words.date(date.0))));
    fact("standard-owner", standard.owner.value().map(|role| Line(vec![cx.reference("roles", role)])));
    fact("as-of", Some(Line::plain(cx.words.date(cx.today))));
    fact("standard-id", standard.id.value().map(|id| Line::plain(id.clone())));
    facts
}

fn furniture(cx: &Context<'_>) -> Furniture {
    Furniture {
        contents: cx.say("contents"),
        search: cx.say("search"),
        nothing_found: cx.say("nothing-found"),
        skip: cx.say("skip"),
        see: cx.say("see"),
        print: cx.say("print"),
        days: (0..7).map(|day| cx.words.day(day)).collect(),
        all_day: cx.say("around-the-clock"),
        holidays: cx.say("holidays"),
        theme: cx.say("theme"),
        mine: cx.say("you"),
    }
}

/// Turns references to something that is not the reader's into plain words.
pub(super) fn settle(handbook: &mut Handbook) {
    let mut anchors = BTreeSet::new();
    for chapter in &handbook.chapters {
        collect(chapter, &mut anchors);
    }
    let mut lines = |line: &mut Line| line.0.iter_mut().for_each(|inline| settle_inline(inline, &anchors));
    handbook.imprint.iter_mut().for_each(|fact| lines(&mut fact.value));
    let around = handbook.cover.iter_mut().chain(&mut handbook.address);
    around.for_each(|block| each_line(block, &mut lines));
    for chapter in &mut handbook.chapters {
        chapter.lead.iter_mut().for_each(|block| each_line(block, &mut lines));
        for section in &mut chapter.sections {
            section.blocks.iter_mut().for_each(|block| each_line(block, &mut lines));
        }
    }
}

fn settle_inline(inline: &mut Inline, anchors: &BTreeSet<String>) {
    match inline {
        Inline::Reference { anchor, words } if !anchors.contains(anchor) => {
            *inline = Inline::Text(std::mem::take(words));
        }
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } => {
            inner.iter_mut().for_each(|inline| settle_inline(inline, anchors));
        }
        _ => {}
    }
}

fn collect(chapter: &Chapter, anchors: &mut BTreeSet<String>) {
    anchors.insert(chapter.anchor.clone());
    let mut pending: Vec<&Block> = chapter.lead.iter().collect();
    for section in &chapter.sections {
        anchors.insert(section.anchor.clone());
        pending.extend(&section.blocks);
    }
    while let Some(block) = pending.pop() {
        match block {
            Block::Table(table) => anchors.extend(table.rows.iter().filter_map(|row| row.anchor.clone())),
            Block::Flow(flow) => anchors.extend(flow.steps.iter().map(|step| step.anchor.clone())),
            Block::Notice { blocks, .. } => pending.extend(blocks),
            Block::Points { points, .. } => pending.extend(points.iter().flatten()),
            _ => {}
        }
    }
}

fn each_line(block: &mut Block, change: &mut dyn FnMut(&mut Line)) {
    match block {
        Block::Paragraph(line) => change(line),
        Block::Points { points, .. } => {
            points.iter_mut().flatten().for_each(|block| each_line(block, change));
        }
        Block::Facts(facts) => facts.iter_mut().for_each(|fact| change(&mut fact.value)),
        Block::Table(table) => table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(change),
        Block::Week(week) => change(&mut week.words),
        Block::Card(card) => {
            card.when.iter_mut().for_each(&mut *change);
            card.wordings.iter_mut().flatten().for_each(|block| each_line(block, change));
            card.facts.iter_mut().for_each(|fact| change(&mut fact.value));
        }
        Block::Flow(flow) => {
            flow.steps.iter_mut().flat_map(|step| &mut step.facts).for_each(|fact| change(&mut fact.value));
        }
        Block::Notice { blocks, .. } => blocks.iter_mut().for_each(|block| each_line(block, change)),
        Block::Heading(_) => {}
    }
}
