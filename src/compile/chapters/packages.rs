//! Chapter: what groups of customers have bought. Must never hold a promise of time.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::{Context, join};
use crate::model::Package;
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Package>| {
        let here = entry.when.value().is_none_or(|when| cx.relevance.can_happen(when));
        here && cx.relevance.entry(&[], &entry.concerns)
    };
    let sections = entries(
        cx,
        "packages",
        &cx.project.packages,
        show,
        |package| &package.title,
        |body, entry| package(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn package(body: &mut Body<'_, '_>, package: &Package) {
    let Package { title: _, when, suits, includes, excludes, allowances, hours, price, concerns, note } =
        package;
    body.text("suits", suits);
    body.said("when", when.value().map(|when| body.cx.when(when, None)));
    body.text("price", price);
    body.concerns(concerns);
    let allowances = allowances.value().into_iter().flatten();
    let allowances = allowances.map(|allowance| body.cx.keyed(&allowance.id, &allowance.value, ": "));
    let allowances = join(allowances, "; ");
    body.line("allowances", allowances);
    body.list("includes", includes);
    body.list("excludes", excludes);
    body.week("hours", hours);
    body.note(note);
}
