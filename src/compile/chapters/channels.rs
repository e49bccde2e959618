//! Chapter: how customers reach the company, and when. Must never say how fast they are answered.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::{Context, join};
use crate::model::{AfterHours, Channel, Menu, words::word};
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Channel>| cx.relevance.channel(entry);
    let sections = entries(
        cx,
        "channels",
        &cx.project.channels,
        show,
        |channel| &channel.title,
        |body, entry| channel(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn channel(body: &mut Body<'_, '_>, channel: &Channel) {
    let Channel {
        kind,
        title: _,
        contact,
        shown_at,
        free_of_charge,
        hours,
        staffed_by,
        location,
        serves,
        languages,
        booking,
        on_request,
        after_hours,
        menu,
        concerns,
        only_when,
        note,
    } = channel;
    body.said("kind", kind.value().map(|kind| body.cx.known("kind", word(kind))));
    body.joined("contact", contact);
    body.joined("shown-at", shown_at);
    body.flag("free-of-charge", free_of_charge);
    body.entries("staffed-by", "roles", staffed_by);
    body.entry("location", "locations", location);
    body.said("serves", serves.value().map(|serves| body.cx.known("audience", word(serves))));
    body.languages("languages", languages);
    body.said("only-when", only_when.value().map(|when| body.cx.when(when, None)));
    body.text("booking", booking);
    body.joined("on-request", on_request);
    body.concerns(concerns);
    body.week("hours", hours);
    if let Some(AfterHours { script, callback, redirect, note }) = after_hours.value() {
        body.entries("after-hours-script", "scripts", script);
        body.duration("after-hours-callback", callback);
        body.entry("after-hours-redirect", "channels", redirect);
        body.text("after-hours", note);
    }
    if let Some(Menu { depth, options, exit_to_person, say, choices }) = menu.value() {
        body.text("menu-say", say);
        let choices = choices.value().into_iter().flatten();
        let choices = choices.map(|choice| body.cx.keyed(&choice.id, &choice.value, "\u{a0}\u{2013} "));
        body.line("menu-choices", join(choices, "; "));
        body.count("menu-depth", depth);
        body.count("menu-options", options);
        body.flag("menu-exit-to-person", exit_to_person);
    }
    body.note(note);
}
