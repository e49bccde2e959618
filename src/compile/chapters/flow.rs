//! The graph of a procedure with its steps in words. Must never judge the graph: a way to nowhere is left out.

use crate::compile::context::Context;
use crate::compile::titles::{humanised, part_anchor};
use crate::compile::words::Case;
use crate::compile::{Block, Branch, Fact, Flow, FlowStep, Inline, Line, markup};
use crate::model::{Procedure, Step, Text, When};
use crate::syntax::decode::{Entries, Entry, Field, Words};

/// The graph of a procedure.
pub(super) fn flow(
    cx: &Context<'_>,
    procedure: &Entry<Procedure>,
    caption: String,
    steps: &Entries<Step>,
) -> Block {
    let numbered = steps.iter().enumerate();
    let steps = numbered.map(|(at, step)| flow_step(cx, procedure, at + 1, step, steps)).collect();
    Block::Flow(Flow { caption, steps })
}

fn flow_step(
    cx: &Context<'_>,
    procedure: &Entry<Procedure>,
    number: usize,
    entry: &Entry<Step>,
    all: &Entries<Step>,
) -> FlowStep {
    let Step { who, act, question, end, .. } = &entry.value;
    let asked = question.value();
    let heading = asked.or(act.value());
    let mut facts = Vec::new();
    // A heading is plain words; what it cannot show is said below it.
    let detailed = heading.filter(|text| has_more(cx, text));
    add(cx, &mut facts, "in-detail", detailed.map(|text| cx.line(text)));
    if asked.is_some() {
        add(cx, &mut facts, "do", act.value().map(|text| cx.line(text)));
    }
    details(cx, &entry.value, procedure.when.value(), &mut facts);
    let id = &procedure.id;
    FlowStep {
        anchor: part_anchor("procedures", id, &entry.id),
        number,
        who: any_of(cx, who),
        mine: cx.relevance.is_among(who),
        title: heading.map_or_else(|| short_title(cx, entry), |text| cx.plain(text)),
        question: asked.is_some(),
        facts,
        next: branches(cx, id, &entry.value, all),
        end: end.value().map(|end| cx.known("end", end)),
    }
}

fn any_of(cx: &Context<'_>, roles: &Words<String>) -> Option<String> {
    let titles: Vec<String> = roles.iter().map(|role| cx.title_of("roles", role)).collect();
    (!titles.is_empty()).then(|| titles.join(&format!(" {} ", cx.say("or"))))
}

fn has_more(cx: &Context<'_>, text: &Text) -> bool {
    let blocks = cx.blocks(text);
    let linked = |inline: &Inline| matches!(inline, Inline::Link { .. } | Inline::Break);
    blocks.len() > 1 || markup::one_line(&blocks).0.iter().any(linked)
}

// A step that only hands over or waits has no words of its own.
fn short_title(cx: &Context<'_>, entry: &Entry<Step>) -> String {
    match entry.hand_over.value() {
        Some(role) => format!("{}: {}", cx.say("hand-over"), cx.title_of("roles", role)),
        None => humanised(&entry.id),
    }
}

fn details(cx: &Context<'_>, step: &Step, when: Option<&When>, facts: &mut Vec<Fact>) {
    let Step {
        who: _,
        act,
        question,
        yes: _,
        no: _,
        answers: _,
        say,
        ask_for,
        tell,
        record,
        hand_over,
        uses,
        within,
        at_once: _,
        next: _,
        end: _,
        note,
    } = step;
    let text = |text: &Field<Text>| text.value().map(|text| cx.line(text));
    add(cx, facts, "say", Some(cx.scripts(say, when)));
    add(cx, facts, "ask-for", Some(cx.joined(ask_for)));
    add(cx, facts, "tell", text(tell));
    add(cx, facts, "record", text(record));
    // A step that does nothing else says it in its heading.
    let more = !(act.is_absent() && question.is_absent());
    let role = hand_over.value().filter(|_| more).map(|role| Line(vec![cx.reference("roles", role)]));
    add(cx, facts, "hand-over", role);
    add(cx, facts, "uses", Some(cx.references("links", uses)));
    let within = within.value().map(|within| Line::plain(cx.words.duration(within, Case::Plain)));
    add(cx, facts, "within", within);
    add(cx, facts, "note", text(note));
}

fn add(cx: &Context<'_>, facts: &mut Vec<Fact>, label: &str, value: Option<Line>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        facts.push(Fact { label: cx.say(label), value });
    }
}

fn branches(cx: &Context<'_>, id: &str, step: &Step, all: &Entries<Step>) -> Vec<Branch> {
    let mut branches = Vec::new();
    let mut lead = |answer: Option<String>, target: &str| {
        if let Some(at) = all.iter().position(|step| step.id == target) {
            branches.push(Branch { answer, anchor: part_anchor("procedures", id, target), number: at + 1 });
        }
    };
    for (answer, target) in [("yes", &step.yes), ("no", &step.no)] {
        target.value().into_iter().for_each(|target| lead(Some(cx.say(answer)), target));
    }
    for answer in step.answers.value().into_iter().flatten() {
        let words = match answer.id.as_str() {
            "yes" | "no" => cx.say(&answer.id),
            words => words.replace('-', " "),
        };
        lead(Some(words), &answer.value);
    }
    for target in &step.at_once {
        lead(Some(cx.say("at-the-same-time")), &target.value);
    }
    let after = (!step.at_once.is_empty()).then(|| cx.say("when-all-are-done"));
    step.next.value().into_iter().for_each(|target| lead(after.clone(), target));
    branches
}
