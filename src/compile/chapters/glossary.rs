//! Chapter: the company's words and what they mean. Must never hold a rule.

use super::Content;
use crate::compile::Line;
use crate::compile::body::strong;
use crate::compile::context::Context;
use crate::compile::grid::Grid;
use crate::compile::titles::anchor;
use crate::model::Term;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let head = ["term", "means", "instead-of"].map(|label| cx.say(label)).to_vec();
    let mut grid = Grid::new(cx.say("chapter-glossary"), head);
    for entry in &cx.project.glossary {
        let Term { term: _, means, instead_of } = &entry.value;
        let cells = vec![
            Line(vec![strong(cx.title_of("glossary", &entry.id))]),
            means.value().map(|means| cx.line(means)).unwrap_or_default(),
            cx.joined(instead_of),
        ];
        grid.row(Some(anchor("glossary", &entry.id)), 0, cells);
    }
    Content { lead: grid.finish().into_iter().collect(), sections: Vec::new() }
}
