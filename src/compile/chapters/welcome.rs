//! Chapter: what the standard is for and what it stands on. Must never hold a rule.

use super::Content;
use crate::compile::body::{Body, points};
use crate::compile::context::Context;
use crate::compile::{Block, Section};
use crate::model::Standard;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let Some(standard) = cx.project.standard.value() else { return Content::default() };
    let Standard {
        // The cover shows these.
        id: _,
        company: _,
        title: _,
        version: _,
        owner: _,
        effective: _,
        review_by: _,
        purpose,
        line_of_business,
        values,
        published_at,
    } = standard;
    let mut lead = Body::new(cx);
    lead.prose(purpose);
    lead.text("line-of-business", line_of_business);
    lead.joined("published-at", published_at);
    let points = points(cx, values);
    let values = (!points.is_empty()).then(|| Section {
        anchor: "welcome--values".to_owned(),
        title: cx.say("values"),
        blocks: vec![Block::Points { ordered: false, points }],
    });
    Content { lead: lead.finish(), sections: values.into_iter().collect() }
}
