//! Chapter: the words to use and the words never to use. Must never judge a text.

use std::collections::BTreeSet;

use super::Content;
use crate::compile::body::Body;
use crate::compile::context::{Context, join};
use crate::compile::grid::Grid;
use crate::compile::{Block, Line, NoticeKind};
use crate::model::{Wording, words::word};
use crate::source::Spanned;
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
    let never: Vec<Vec<Block>> = phrases(cx, |wording| {
        wording.never_say.value().and_then(|by| of_language(cx, by)).map(|list| &list[..])
    })
    .filter(|phrase| !replaced(cx).any(|(before, _)| before == *phrase))
    .map(|phrase| vec![Block::Paragraph(quoted(cx, phrase))])
    .collect();
    if !never.is_empty() {
        lead.notice(NoticeKind::Never, "never-say", vec![Block::Points { ordered: false, points: never }]);
    }
    let prefer = phrases(cx, |wording| {
        wording.prefer.value().and_then(|by| of_language(cx, by)).map(|list| &list[..])
    });
    let prefer = join(prefer.map(|phrase| quoted(cx, phrase)), ", ");
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
    let tables = cx.project.wording.iter().filter_map(|wording| wording.instead.value());
    let own = tables.filter_map(|by_language| of_language(cx, by_language));
    own.flat_map(|table| table.iter().map(|pair| (pair.id.as_str(), pair.value.as_str())))
}

fn phrases<'c>(
    cx: &'c Context<'_>,
    list: impl Fn(&'c Wording) -> Option<&'c [Spanned<String>]>,
) -> impl Iterator<Item = &'c str> {
    let lists = cx.project.wording.iter().filter_map(move |wording| list(&wording.value));
    lists.flatten().map(|phrase| phrase.value.as_str())
}

// Phrases belong to a language; a text in the source language helps nobody who speaks another one, but is not lost.
fn of_language<'r, T>(cx: &Context<'_>, by_language: &'r Rest<T>) -> Option<&'r T> {
    let own = by_language.find(cx.language).or_else(|| by_language.find(cx.project.source_language()));
    own.map(|entry| &entry.value)
}

fn quoted(cx: &Context<'_>, phrase: &str) -> Line {
    Line::plain(cx.words.fill("quoted", [("phrase", phrase.into())]))
}
