//! Chapter: how customers are asked what they think. Must never hold their answers.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::Feedback;
use crate::syntax::decode::{Entry, Field};

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Feedback>| cx.relevance.entry(&[&entry.who], &entry.concerns);
    let sections = entries(
        cx,
        "feedback",
        &cx.project.feedback,
        show,
        |feedback| &feedback.title,
        |body, entry| feedback(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn feedback(body: &mut Body<'_, '_>, feedback: &Feedback) {
    let Feedback { title: _, ask_by, within, questions, say, low_score, answers, who, concerns, note } =
        feedback;
    body.text("ask-by", ask_by);
    body.duration("ask-within", within);
    body.steps("questions", questions);
    body.scripts("say", say, &Field::default());
    body.entry("low-score", "procedures", low_score);
    body.text("answers", answers);
    body.role("read-by", who);
    body.concerns(concerns);
    body.note(note);
}
