//! Chapter: who is told, and when, while a request stays open. Must never hold the steps of a procedure.

use super::{Content, rules};
use crate::compile::Line;
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::grid::Grid;
use crate::compile::words::Case;
use crate::model::{Escalation, Level};

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let shown: Vec<_> =
        cx.project.escalations.iter().filter(|entry| cx.relevance.escalation(entry)).collect();
    let sections = rules(
        cx,
        "escalations",
        &shown,
        |escalation| &escalation.title,
        |body, entry| escalation(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn escalation(body: &mut Body<'_, '_>, escalation: &Escalation) {
    let Escalation { title, when: _, exception_to: _, from: _, until: _, concerns: _, note, hours, levels } =
        escalation;
    let cx = body.cx;
    body.rule("escalations", escalation, None);
    body.hours("business-hours", hours);
    let head = ["after", "to", "told-by", "do", "tell"].map(|label| cx.say(label)).to_vec();
    let caption = title.value().map_or_else(|| cx.say("chapter-escalations"), |title| cx.plain(title));
    let mut grid = Grid::new(caption, head);
    for level in levels {
        let Level { after, to, by, act, tell } = &level.value;
        let text = |text: Option<&crate::model::Text>| text.map(|text| cx.line(text)).unwrap_or_default();
        let cells = vec![
            after.value().map(|after| Line::plain(cx.words.duration(after, Case::Plain))).unwrap_or_default(),
            to.value().map(|role| Line(vec![cx.reference("roles", role)])).unwrap_or_default(),
            text(by.value()),
            text(act.value()),
            text(tell.value()),
        ];
        grid.row(None, 0, cells);
    }
    if let Some(table) = grid.finish() {
        body.block(table);
    }
    body.note(note);
}
