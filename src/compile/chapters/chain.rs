//! Chapter: the links of the service chain behind the counter. Must never hold a promise to customers.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::{Link, words::word};
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Link>| cx.relevance.link(entry);
    let sections =
        entries(cx, "links", &cx.project.links, show, |link| &link.title, |body, entry| link(body, entry));
    Content { lead: Vec::new(), sections }
}

fn link(body: &mut Body<'_, '_>, link: &Link) {
    let Link { title: _, owner, target, serves, audience, agreed, note } = link;
    body.role("owner", owner);
    body.duration("target-time", target);
    body.entries("procedures", "procedures", serves);
    body.said("serves", audience.value().map(|audience| body.cx.known("audience", word(audience))));
    body.list("agreed", agreed);
    body.note(note);
}
