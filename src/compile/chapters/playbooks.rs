//! Chapter: customers who need a special way. Must never hold a judgement of them.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::model::CustomerType;
use crate::syntax::decode::{Entry, Field};

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<CustomerType>| cx.relevance.entry(&[&entry.refuse_service], &entry.concerns);
    let sections = entries(
        cx,
        "customer_types",
        &cx.project.customer_types,
        show,
        |customer| &customer.title,
        |body, entry| customer(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn customer(body: &mut Body<'_, '_>, customer: &CustomerType) {
    let CustomerType { title: _, signs, act, never, say, refuse_service, refuse_when, concerns, note } =
        customer;
    body.list("signs", signs);
    body.list("what-helps", act);
    body.never(never);
    body.scripts("say", say, &Field::default());
    body.text("refuse-when", refuse_when);
    body.role("refuse-service", refuse_service);
    body.concerns(concerns);
    body.note(note);
}
