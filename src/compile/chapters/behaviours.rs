//! Chapter: behaviours that can be observed. Must never score them.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::Behaviour;
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Behaviour>| cx.relevance.entry(&[], &entry.concerns);
    let sections = entries(
        cx,
        "behaviours",
        &cx.project.behaviours,
        show,
        |behaviour| &behaviour.title,
        |body, entry| behaviour(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn behaviour(body: &mut Body<'_, '_>, behaviour: &Behaviour) {
    let Behaviour { title: _, means, observed_as, weight, fatal, concerns, note } = behaviour;
    body.prose(means);
    body.text("observed-as", observed_as);
    body.count("weight", weight);
    body.flag("fatal", fatal);
    body.concerns(concerns);
    body.note(note);
}
