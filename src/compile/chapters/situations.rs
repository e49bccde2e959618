//! Chapter: the words in which rules speak of situations. Must never hold a rule.

use super::Content;
use crate::compile::context::{Context, join};
use crate::compile::grid::Grid;
use crate::compile::titles::anchor;
use crate::compile::{Block, Line, Section};
use crate::model::{Dimension, Situation, When};
use crate::source::Spanned;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let lead: Vec<Block> = dimensions(cx, &cx.project.situation, "situation").into_iter().collect();
    let never = never_happens(cx, &cx.project.never_happens, None);
    let sections = never.map(|block| Section {
        anchor: "situations--never-happens".to_owned(),
        title: cx.say("never-happens"),
        blocks: vec![block],
    });
    Content { lead, sections: sections.into_iter().collect() }
}

/// The dimensions of the standard or of a table.
pub(super) fn dimensions(cx: &Context<'_>, situation: &Situation, section: &str) -> Option<Block> {
    let head = ["what-matters", "possible-values", "remarks"].map(|label| cx.say(label)).to_vec();
    let mut grid = Grid::new(cx.say("chapter-situations"), head);
    for entry in situation {
        let dimension: &Dimension = &entry.value.0;
        let title = cx.dimension_title(&entry.id, Some(dimension));
        let cells = vec![Line::plain(title), values(cx, &entry.id, dimension), remarks(cx, dimension)];
        grid.row(Some(anchor(section, &entry.id)), 0, cells);
    }
    grid.finish()
}

fn values(cx: &Context<'_>, id: &str, dimension: &Dimension) -> Line {
    let Dimension { title: _, values, titles: _, number, from, to, rising: _, optional: _ } = dimension;
    if values.iter().any(|value| value.value == "yes/no") {
        return listed(["yes", "no"].map(|value| cx.value(id, value, Some(dimension))).to_vec());
    }
    if !values.is_empty() {
        return listed(values.iter().map(|value| cx.value(id, value, Some(dimension))).collect());
    }
    let unit = number.value().map(|unit| cx.known("unit", unit)).unwrap_or_default();
    let range = match (from.value(), to.value()) {
        (Some(from), Some(to)) => format!("{from}\u{2013}{to}"),
        (Some(from), None) => format!("\u{2265}\u{a0}{from}"),
        (None, Some(to)) => format!("\u{2264}\u{a0}{to}"),
        (None, None) => String::new(),
    };
    Line::plain(format!("{} {range}\u{a0}{unit}", cx.say("number")).trim().to_owned())
}

// Names that hold a comma themselves need a stronger mark between them.
fn listed(names: Vec<String>) -> Line {
    let mark = if names.iter().any(|name| name.contains(',')) { "; " } else { ", " };
    Line::plain(names.join(mark))
}

fn remarks(cx: &Context<'_>, dimension: &Dimension) -> Line {
    let flag =
        |flag: Option<&bool>, label: &str| flag.filter(|flag| **flag).map(|_| Line::plain(cx.say(label)));
    let rising = flag(dimension.rising.value(), "rising");
    let optional = flag(dimension.optional.value(), "may-be-unknown");
    join(rising.into_iter().chain(optional), "; ")
}

/// Combinations that cannot occur.
pub(super) fn never_happens(
    cx: &Context<'_>,
    never: &[Spanned<When>],
    own: Option<&Situation>,
) -> Option<Block> {
    let point = |when: &Spanned<When>| vec![Block::Paragraph(Line::plain(cx.when(&when.value, own)))];
    let here = never.iter().filter(|when| cx.relevance.can_happen(&when.value));
    let points: Vec<Vec<Block>> = here.map(point).collect();
    (!points.is_empty()).then_some(Block::Points { ordered: false, points })
}
