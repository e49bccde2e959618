//! A procedure as a picture, and the same in words: every step with who does it and where it goes on.
//! Must never leave to the picture alone what the words do not say.

use crate::compile::{Branch, Flow, FlowStep};
use crate::render::chart::chart;
use crate::render::html::picture;

use super::block::pairs;
use super::source::Source;

/// Writes a procedure.
pub(super) fn flow<'h>(source: &mut Source<'h>, flow: &'h Flow) {
    source.own("#flow(");
    source.words(&flow.caption);
    source.own(", ");
    drawing(source, flow);
    source.own(", (");
    let mine = flow.steps.iter().filter(|step| step.mine);
    mine.for_each(|step| source.own(&format!("{},", step.number)));
    source.own("),");
    for found in &flow.steps {
        source.own(&format!("enum.item({})[", found.number));
        step(source, found, &flow.steps);
        source.own("],\n");
    }
    source.own(")\n");
}

fn drawing(source: &mut Source<'_>, flow: &Flow) {
    let Some(drawn) = chart(flow) else { return source.own("none") };
    let height = drawn.bands.last().map_or(0.0, |band| band.1);
    source.own(&format!("chart({:.1}, {height:.1}", drawn.width));
    let caption = if flow.caption.is_empty() { &source.furniture.see } else { &flow.caption };
    for edges in &drawn.bands {
        source.own(", (");
        source.string(&picture(&drawn, *edges, source.furniture, source.look));
        source.own(", ");
        source.string(caption);
        source.own(")");
    }
    source.own(")");
}

fn step<'h>(source: &mut Source<'h>, step: &'h FlowStep, all: &[FlowStep]) {
    source.own("#metadata(none)");
    source.label(&step.anchor);
    source.own("#doing(");
    source.words(&step.title);
    source.own(")");
    who(source, step);
    if !step.facts.is_empty() {
        source.own("#more(");
        pairs(source, &step.facts);
        source.own(")");
    }
    if step.next.is_empty() && step.end.is_none() {
        return;
    }
    source.own("#ways(");
    for branch in &step.next {
        source.own("[");
        way(source, branch, all);
        source.own("],");
    }
    if let Some(end) = &step.end {
        source.words(&format!("\u{25a0} {end}"));
    }
    source.own(")");
}

fn who(source: &mut Source<'_>, step: &FlowStep) {
    let furniture = source.furniture;
    let mine = Some(furniture.mine.as_str()).filter(|mine| step.mine && !mine.is_empty());
    let words = match (&step.who, mine) {
        (Some(who), Some(mine)) => format!("{who} ({mine})"),
        (Some(who), None) => who.clone(),
        (None, Some(mine)) => mine.to_owned(),
        (None, None) => return,
    };
    source.own(&format!(" #sym.dash.en #who({}, ", step.mine));
    source.words(&words);
    source.own(")");
}

fn way(source: &mut Source<'_>, branch: &Branch, all: &[FlowStep]) {
    source.text("\u{2192} ");
    if let Some(answer) = branch.answer.as_ref().filter(|answer| !answer.is_empty()) {
        source.own("#strong[");
        source.text(answer);
        source.own("]");
        source.text(": ");
    }
    let title = all.iter().find(|step| step.anchor == branch.anchor).map(|step| step.title.as_str());
    let words = format!("{} {}", branch.number, title.unwrap_or_default());
    source.reference(&branch.anchor, words.trim_end());
}
