//! Chapter: when a rule may be departed from, and what happens after a mistake. Must never list the rules.

use super::Content;
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::Deviations;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let Some(deviations) = cx.project.deviations.value() else { return Content::default() };
    let Deviations { allowed_if, decided_by, record, never, mistakes, note } = deviations;
    let mut lead = Body::new(cx);
    lead.text("allowed-if", allowed_if);
    lead.role("decided-by", decided_by);
    lead.flag("recorded", record);
    lead.text("mistakes", mistakes);
    lead.never(never);
    lead.note(note);
    Content { lead: lead.finish(), sections: Vec::new() }
}
