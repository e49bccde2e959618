//! Chapter: what is done, step by step. Must never reorder steps.

use super::{Content, flow, rules};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::words::Case;
use crate::model::Procedure;
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let shown: Vec<_> = cx.project.procedures.iter().filter(|entry| cx.relevance.procedure(entry)).collect();
    let sections = rules(cx, "procedures", &shown, |procedure| &procedure.title, procedure);
    Content { lead: Vec::new(), sections }
}

fn procedure(body: &mut Body<'_, '_>, entry: &Entry<Procedure>) {
    let Procedure {
        title,
        when: _,
        exception_to: _,
        from: _,
        until: _,
        concerns: _,
        note,
        owner,
        promise,
        hours,
        transfers,
        steps,
    } = &entry.value;
    let cx = body.cx;
    body.rule("procedures", &entry.value, None);
    body.role("point-of-contact", owner);
    let promised = promise.value().into_iter().flatten().map(|promise| {
        format!("{}: {}", cx.measure(&promise.id), cx.words.duration(&promise.value, Case::Plain))
    });
    let promised: Vec<String> = promised.collect();
    body.said("promise", Some(promised.join("; ")));
    body.hours("business-hours", hours);
    body.count("transfers-at-most", transfers);
    if let Some(steps) = steps.value().filter(|steps| !steps.is_empty()) {
        body.block(flow::flow(cx, entry, cx.title(title, &entry.id), steps));
    }
    body.note(note);
}
