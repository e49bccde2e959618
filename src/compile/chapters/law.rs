//! Chapter: what the law leaves no choice about. Must never interpret the law: it is shown as it was written down.

use super::Content;
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::{Block, NoticeKind, Section};
use crate::model::{LegalMinimum, words::word};
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    if !cx.relevance.serves_customers() {
        return Content::default();
    }
    let sections = cx.project.legal_minimums.iter().filter_map(|entry| section(cx, entry)).collect();
    Content { lead: Vec::new(), sections }
}

fn section(cx: &Context<'_>, entry: &Entry<LegalMinimum>) -> Option<Section> {
    let LegalMinimum { title, from, until, .. } = &entry.value;
    if until.value().is_some_and(|until| until.0 < cx.today) {
        return None;
    }
    let mut body = Body::new(cx);
    minimum(&mut body, entry);
    let mut section = body.section("legal_minimums", &entry.id, cx.title(title, &entry.id));
    if let Some(from) = from.value().filter(|from| from.0 > cx.today) {
        let blocks = std::mem::take(&mut section.blocks);
        section.blocks = vec![Block::Notice { kind: NoticeKind::Coming, label: cx.coming(from.0), blocks }];
    }
    Some(section)
}

fn minimum(body: &mut Body<'_, '_>, minimum: &LegalMinimum) {
    let LegalMinimum {
        title: _,
        about,
        at_most,
        at_least,
        starts,
        on_silence,
        applies_to,
        exceptions,
        cite,
        from,
        until,
        checked,
        mark,
        note,
    } = minimum;
    let cx = body.cx;
    body.said("about-law", about.value().map(|about| cx.known("law", about)));
    body.said("law-at-most", at_most.value().map(|figure| cx.words.figure(figure)));
    body.duration("law-at-least", at_least);
    body.text("starts", starts);
    body.text("on-silence", on_silence);
    body.text("applies-to", applies_to);
    body.date("from", from);
    body.date("until", until);
    body.text("cite", cite);
    let checked = checked.value().map(|checked| cx.words.date(checked.0));
    let mark = mark.value().map(|mark| cx.known("checked", word(mark)));
    let checked: Vec<String> = checked.into_iter().chain(mark).collect();
    body.said("checked", Some(checked.join(", ")));
    body.list("law-exceptions", exceptions);
    body.note(note);
}
