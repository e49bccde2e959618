//! Chapter: the places of the company. Must never hold hours of a channel.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::Location;
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Location>| cx.relevance.location(&entry.id);
    let sections = entries(
        cx,
        "locations",
        &cx.project.locations,
        show,
        |location| &location.title,
        |body, entry| location(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn location(body: &mut Body<'_, '_>, location: &Location) {
    let Location { title: _, address, time_zone, hours, accessibility, note } = location;
    body.text("address-postal", address);
    body.said("time-zone", time_zone.value().map(|zone| zone.0.clone()));
    body.week("hours", hours);
    body.list("accessibility", accessibility);
    body.note(note);
}
