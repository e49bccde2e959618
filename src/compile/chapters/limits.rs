//! Chapter: what promises do not cover, and what is asked of customers. Must never weaken a promise beyond that.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::grid::Grid;
use crate::compile::titles::anchor;
use crate::compile::{Line, Section};
use crate::model::{CustomerDuty, Exclusion};
use crate::syntax::decode::Entry;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Exclusion>| {
        let here = entry.when.value().is_none_or(|when| cx.relevance.can_happen(when));
        here && cx.relevance.entry(&[], &entry.concerns)
    };
    let mut sections = entries(
        cx,
        "exclusions",
        &cx.project.exclusions,
        show,
        |exclusion| &exclusion.title,
        |body, entry| exclusion(body, entry),
    );
    sections.extend(duties(cx));
    Content { lead: Vec::new(), sections }
}

fn exclusion(body: &mut Body<'_, '_>, exclusion: &Exclusion) {
    let Exclusion { title: _, when, what, tell, concerns, note } = exclusion;
    body.said("when", when.value().map(|when| body.cx.when(when, None)));
    body.prose(what);
    body.text("tell", tell);
    body.concerns(concerns);
    body.note(note);
}

fn duties(cx: &Context<'_>) -> Option<Section> {
    let title = cx.say("section-customer-duties");
    let head = ["what-is-asked", "when", "why", "concerns"].map(|label| cx.say(label)).to_vec();
    let mut grid = Grid::new(title.clone(), head);
    for entry in &cx.project.customer_duties {
        let CustomerDuty { what, when, why, concerns } = &entry.value;
        let here = when.value().is_none_or(|when| cx.relevance.can_happen(when));
        if !here || !cx.relevance.entry(&[], concerns) {
            continue;
        }
        let roles = match cx.relevance.role() {
            None => cx.references("roles", concerns),
            Some(_) => Default::default(),
        };
        let line = |text: Option<&crate::model::Text>| text.map(|text| cx.line(text)).unwrap_or_default();
        let when = cx.when_words(when.value(), None).map(Line::plain).unwrap_or_default();
        let cells = vec![line(what.value()), when, line(why.value()), roles];
        grid.row(Some(anchor("customer_duties", &entry.id)), 0, cells);
    }
    let blocks = vec![grid.finish()?];
    Some(Section { anchor: "limits--customer-duties".to_owned(), title, blocks })
}
