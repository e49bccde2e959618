//! A procedure as a picture, and the same in words: every step with who does it and where it goes on.
//! Must never leave to the picture alone what the words do not say.

use crate::compile::{Branch, Flow, FlowStep};
use crate::render::chart::chart;

use super::block::facts;
use super::drawing::drawing;
use super::page::Page;

/// Writes a procedure.
pub(super) fn flow(page: &mut Page, flow: &Flow) {
    page.element("figure", &[("class", "flow")], |page| {
        page.leaf("figcaption", &[], &flow.caption);
        if let Some(drawn) = chart(flow) {
            let frame = [("class", "scroll"), ("role", "group"), ("aria-label", flow.caption.as_str())];
            page.element("div", &frame, |page| drawing(page, &flow.caption, &drawn));
        }
        page.element("ol", &[("class", "steps")], |page| {
            for (at, found) in flow.steps.iter().enumerate() {
                let following = flow.steps.get(at + 1).filter(|_| goes_on(&flow.steps));
                step(page, found, &flow.steps, following);
            }
        });
    });
}

// Whether a step that says nothing goes on with the following one: not where another step is the end without a word.
fn goes_on(steps: &[FlowStep]) -> bool {
    steps.iter().rev().skip(1).all(|step| !step.next.is_empty() || step.end.is_some())
}

fn step(page: &mut Page, step: &FlowStep, all: &[FlowStep], following: Option<&FlowStep>) {
    let id = page.claim(&step.anchor);
    let class = match (step.mine, step.question) {
        (true, true) => "mine question",
        (true, false) => "mine",
        (false, true) => "question",
        (false, false) => "",
    };
    let number = step.number.to_string();
    page.element("li", &[("id", &id), ("class", class), ("value", &number)], |page| {
        page.leaf("span", &[("class", "number"), ("aria-hidden", "true")], &number);
        page.element("p", &[("class", "title")], |page| page.leaf("strong", &[], &step.title));
        who(page, step);
        facts(page, &step.facts);
        let plain = match (step.next.as_slice(), following) {
            ([only], Some(following)) => only.answer.is_none() && only.anchor == following.anchor,
            (next, _) => next.is_empty(),
        };
        if !plain || step.end.is_some() {
            page.element("ul", &[("class", "ways")], |page| {
                step.next.iter().for_each(|found| way(page, found, all));
                if let Some(end) = &step.end {
                    page.element("li", &[("class", "end")], |page| page.leaf("span", &[], end));
                }
            });
        }
    });
}

fn who(page: &mut Page, step: &FlowStep) {
    let mine = page.furniture.mine.as_str();
    if step.who.is_none() && (!step.mine || mine.is_empty()) {
        return;
    }
    page.element("p", &[("class", "who")], |page| {
        if step.mine && !mine.is_empty() {
            page.leaf("span", &[("class", "you")], mine);
            page.text(" ");
        }
        page.text(step.who.as_deref().unwrap_or_default());
    });
}

fn way(page: &mut Page, branch: &Branch, all: &[FlowStep]) {
    let title = all.iter().find(|step| step.anchor == branch.anchor).map(|step| step.title.as_str());
    let words = format!("{}. {}", branch.number, title.unwrap_or_default());
    let target = page.target(&branch.anchor);
    page.element("li", &[], |page| {
        if let Some(answer) = &branch.answer {
            page.leaf("span", &[("class", "answer")], answer);
            page.leaf("span", &[("class", "arrow"), ("aria-hidden", "true")], " → ");
        } else {
            page.leaf("span", &[("class", "arrow"), ("aria-hidden", "true")], "→ ");
        }
        page.leaf("a", &[("href", &target)], words.trim_end());
    });
}
