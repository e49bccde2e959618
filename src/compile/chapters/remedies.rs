//! Chapter: what customers get when a promise is missed. Must never promise a time of service.

use super::{Content, rules};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::Remedy;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let shown: Vec<_> =
        cx.project.if_missed.iter().filter(|rule| cx.relevance.rule(&rule.value, &[])).collect();
    let sections = rules(cx, "if_missed", &shown, |remedy| &remedy.title, |body, entry| remedy(body, entry));
    Content { lead: Vec::new(), sections }
}

fn remedy(body: &mut Body<'_, '_>, remedy: &Remedy) {
    let Remedy {
        title: _,
        when: _,
        exception_to: _,
        from: _,
        until: _,
        concerns: _,
        note,
        promise,
        pay,
        give,
        within,
        then,
        at_most,
    } = remedy;
    body.rule("if_missed", remedy, None);
    body.said("missed-promise", promise.value().map(|measure| body.cx.measure(measure)));
    body.amount("pay", pay);
    body.text("give", give);
    body.duration("paid-within", within);
    body.amount("pay-then", then);
    body.amount("pay-at-most", at_most);
    body.note(note);
}
