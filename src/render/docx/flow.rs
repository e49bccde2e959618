//! A procedure in words: numbered steps, who does each, and where it goes on.
//! Must never leave out what the picture on the page shows.

use crate::compile::{Branch, Flow, FlowStep};

use super::text::{Paragraph, Text};

/// Writes a procedure.
pub(super) fn flow(text: &mut Text, flow: &Flow) {
    if !flow.caption.is_empty() {
        let shape = Paragraph { style: "Caption", with_next: true, ..Paragraph::default() };
        text.paragraph(shape, |text| text.words(&flow.caption));
    }
    let mut list = text.list(true, 0);
    for (at, found) in flow.steps.iter().enumerate() {
        // Numbers that jump begin a list of their own.
        if found.number != at + 1 {
            list = text.list_from(found.number);
        }
        step(text, found, &flow.steps, list);
    }
    text.gap();
}

fn step(text: &mut Text, step: &FlowStep, all: &[FlowStep], list: usize) {
    let anchor = Some(step.anchor.as_str());
    let shape = Paragraph { style: "Step", number: Some((list, 0)), anchor, ..Paragraph::default() };
    text.paragraph(shape, |text| {
        text.words(&step.title);
        who(text, step);
    });
    let detail = Paragraph { style: "StepDetail", ..Paragraph::default() };
    step.facts.iter().for_each(|fact| text.paragraph(detail, |text| text.fact(fact)));
    let way = Paragraph { style: "StepWay", ..Paragraph::default() };
    step.next.iter().for_each(|branch| text.paragraph(way, |text| self::way(text, branch, all)));
    if let Some(end) = &step.end {
        text.paragraph(way, |text| text.words(&format!("\u{25a0} {end}")));
    }
}

fn who(text: &mut Text, step: &FlowStep) {
    let furniture = text.furniture;
    let mine = Some(furniture.mine.as_str()).filter(|mine| step.mine && !mine.is_empty());
    let words = match (&step.who, mine) {
        (Some(who), Some(mine)) => format!("{who} ({mine})"),
        (Some(who), None) => who.clone(),
        (None, Some(mine)) => mine.to_owned(),
        (None, None) => return,
    };
    text.words(" \u{2013} ");
    text.styled(&words, "StepRole");
}

fn way(text: &mut Text, branch: &Branch, all: &[FlowStep]) {
    text.words("\u{2192} ");
    if let Some(answer) = branch.answer.as_ref().filter(|answer| !answer.is_empty()) {
        text.strong(answer);
        text.words(": ");
    }
    let title = all.iter().find(|step| step.anchor == branch.anchor).map(|step| step.title.as_str());
    let words = format!("{} {}", branch.number, title.unwrap_or_default());
    text.reference(&branch.anchor, |text| text.words(words.trim_end()));
}
