//! Chapter: bonuses and what they depend on. Must never compute one.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::relevance::names;
use crate::model::Incentive;
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Incentive>| {
        entry.concerns.is_empty() || cx.relevance.role().is_none_or(|role| names(&entry.concerns, role))
    };
    let sections = entries(
        cx,
        "incentives",
        &cx.project.incentives,
        show,
        |incentive| &incentive.title,
        |body, entry| incentive(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn incentive(body: &mut Body<'_, '_>, incentive: &Incentive) {
    let Incentive { title: _, concerns, metrics, pays, every, note } = incentive;
    body.text("pays", pays);
    body.entries("depends-on", "metrics", metrics);
    body.frequency("every", every);
    body.concerns(concerns);
    body.note(note);
}
