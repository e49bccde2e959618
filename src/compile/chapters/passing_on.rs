//! Chapter: hold and transfers. Must never hold the words that are said: scripts do.

use super::Content;
use crate::compile::Section;
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::{Hold, Transfers};
use crate::syntax::decode::Field;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    if !cx.relevance.serves_customers() {
        return Content::default();
    }
    let section = |key: &str, body: Body<'_, '_>| Section {
        anchor: format!("passing-on--{key}"),
        title: cx.say(&format!("section-{key}")),
        blocks: body.finish(),
    };
    let hold = cx.project.hold.value().filter(|_| cx.relevance.takes_calls());
    let hold = hold.map(|hold| section("hold", on_hold(cx, hold)));
    let transfers =
        cx.project.transfers.value().map(|transfers| section("transfers", passed_on(cx, transfers)));
    Content { lead: Vec::new(), sections: hold.into_iter().chain(transfers).collect() }
}

fn on_hold<'c, 'a>(cx: &'c Context<'a>, hold: &Hold) -> Body<'c, 'a> {
    let Hold { at_most, come_back_every, ask_first, say, allowed_if, otherwise } = hold;
    let mut body = Body::new(cx);
    body.text("allowed-if", allowed_if);
    body.flag("ask-first", ask_first);
    body.duration("longest", at_most);
    body.duration("come-back-every", come_back_every);
    body.scripts("say", say, &Field::default());
    body.text("otherwise", otherwise);
    body
}

fn passed_on<'c, 'a>(cx: &'c Context<'a>, transfers: &Transfers) -> Body<'c, 'a> {
    let Transfers { at_most, warm, say, allowed_if, pass_on } = transfers;
    let mut body = Body::new(cx);
    body.text("allowed-if", allowed_if);
    body.count("transfers-at-most", at_most);
    body.flag("warm", warm);
    body.scripts("say", say, &Field::default());
    body.list("pass-on", pass_on);
    body
}
