//! Chapter: what new colleagues read, practise and sign, and the training of all. Must never hold a test's answers.

use super::{Content, entries};
use crate::compile::Section;
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::{Onboarding, Training, words::word};
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let started = cx.project.onboarding.iter().filter(|entry| cx.relevance.onboarding(entry));
    let mut sections: Vec<Section> = started.map(|entry| start(cx, entry)).collect();
    sections.extend(entries(
        cx,
        "training",
        &cx.project.training,
        |entry: &Entry<Training>| cx.relevance.training(entry),
        |training| &training.title,
        |body, entry| training(body, entry),
    ));
    Content { lead: Vec::new(), sections }
}

fn start(cx: &Context<'_>, entry: &Entry<Onboarding>) -> Section {
    let Onboarding { read, practise, steps, sign_off, within, pass_mark, mentor, note } = &entry.value;
    let mut body = Body::new(cx);
    body.steps("first-steps", steps);
    body.anything("read", read);
    body.anything("practise", practise);
    body.duration("done-within", within);
    body.amount("pass-mark", pass_mark);
    body.flag("sign-off", sign_off);
    body.role("mentor", mentor);
    body.note(note);
    let role = cx.title_of("roles", &entry.id);
    body.section("onboarding", &entry.id, cx.words.fill("onboarding-of", [("role", role.into())]))
}

fn training(body: &mut Body<'_, '_>, training: &Training) {
    let Training { title: _, method, every, covers, who, pass_mark, concerns, note } = training;
    body.said("method", method.value().map(|method| body.cx.known("training", word(method))));
    body.frequency("every", every);
    body.role("held-by", who);
    body.anything("covers", covers);
    body.amount("pass-mark", pass_mark);
    body.concerns(concerns);
    body.note(note);
}
