//! Chapter: the words to use and the words never to use. Must never judge a text.

use std::collections::BTreeSet;

use super::Content;
use crate::compile::body::Body;
use crate::compile::context::{Context, join};
use crate::compile::grid::Grid;
use crate::compile::{Block, Line, NoticeKind};
use crate::model::{Phrase, Wording, words::word};
use crate::syntax::decode::Rest;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let mut lead = Body::new(cx);
    for wording in &cx.project.wording {
        address(&mut lead, wording);
        lead.list("tone", &wording.tone);
    }
    let better = better(cx);
    if let Some(table) = better.finish() {
        lead.block(table);
    }
    let mut seen: BTreeSet<String> = replaced(cx).map(|(before, _)| before.to_lowercase()).collect();
    let never: Vec<Vec<Block>> = forbidden(cx)
        .filter_map(|phrase| phrase.words.first())
        .filter(|words| seen.insert(words.to_lowercase()))
        .map(|words| vec![Block::Paragraph(quoted(cx, words))])
        .collect();
    if !never.is_empty() {
        lead.notice(NoticeKind::Never, "never-say", vec![Block::Points { ordered: false, points: never }]);
    }
    let lists =
        cx.project.wording.iter().filter_map(|wording| of_language(cx, wording.value.prefer.value()?));
    let prefer = join(lists.flatten().map(|phrase| quoted(cx, phrase)), ", ");
    lead.line("prefer", prefer);
    Content { lead: lead.finish(), sections: Vec::new() }
}

fn address(lead: &mut Body<'_, '_>, wording: &Wording) {
    let Some(address) = wording.address.value() else { return };
    let cx = lead.cx;
    let own = address.by_language.find(cx.language).map(|entry| entry.value);
    let form = own.or(address.all.value().copied());
    let others = address.by_language.iter().filter(|entry| entry.id != cx.language);
    let form = form.map(|form| Line::plain(cx.known("address", word(&form))));
    let others = others.map(|entry| {
        Line::plain(format!(
            "{}: {}",
            cx.known("language", &entry.id),
            cx.known("address", word(&entry.value))
        ))
    });
    lead.line("address", join(form.into_iter().chain(others), "; "));
}

// What is said instead, beside the words that it replaces.
fn better(cx: &Context<'_>) -> Grid {
    let mut grid = Grid::new(cx.say("instead"), vec![cx.say("never-say"), cx.say("better-say")]);
    // What the company itself says comes first, and stands instead of what a pack says.
    let mut seen = BTreeSet::new();
    for (before, after) in replaced(cx).filter(|(before, _)| seen.insert(before.to_lowercase())) {
        grid.row(None, 0, vec![quoted(cx, before), quoted(cx, after)]);
    }
    grid
}

fn replaced<'c>(cx: &'c Context<'_>) -> impl Iterator<Item = (&'c str, &'c str)> {
    cx.project.wording.iter().flat_map(|wording| {
        let table = wording.value.instead.value().and_then(|by_language| of_language(cx, by_language));
        let own = table.into_iter().flatten().map(|pair| (pair.id.as_str(), pair.value.as_str()));
        let beside = phrases(cx, wording)
            .filter_map(|phrase| Some((phrase.words.first()?.as_str(), phrase.instead.value()?.as_str())));
        own.chain(beside)
    })
}

fn forbidden<'c>(cx: &'c Context<'_>) -> impl Iterator<Item = &'c Phrase> {
    cx.project.wording.iter().flat_map(|wording| phrases(cx, wording))
}

fn phrases<'c>(cx: &Context<'_>, wording: &'c Wording) -> impl Iterator<Item = &'c Phrase> {
    let list = wording.never_say.value().and_then(|by_language| of_language(cx, by_language));
    list.into_iter().flatten().map(|phrase| &phrase.value.0)
}

// Phrases belong to a language; a text in the source language helps nobody who speaks another one, but is not lost.
fn of_language<'r, T>(cx: &Context<'_>, by_language: &'r Rest<T>) -> Option<&'r T> {
    let own = by_language.find(cx.language).or_else(|| by_language.find(cx.project.source_language()));
    own.map(|entry| &entry.value)
}

fn quoted(cx: &Context<'_>, phrase: &str) -> Line {
    Line::plain(cx.words.fill("quoted", [("phrase", phrase.into())]))
}
