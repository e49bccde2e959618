//! Chapter: situations and what must hold in them, from the scenarios of the standard. Must never run a scenario.

use super::{Content, entries};
use crate::compile::body::Body;
use crate::compile::context::Context;
use crate::compile::titles::capitalised;
use crate::compile::words::Case;
use crate::model::{Purpose, Scenario, known_measure};
use crate::syntax::decode::Entry;
use crate::time::Figure;

pub(super) fn fill(cx: &Context<'_>) -> Content {
    let show = |entry: &Entry<Scenario>| cx.relevance.scenario(entry);
    let sections = entries(
        cx,
        "scenarios",
        &cx.project.scenarios,
        show,
        |scenario| &scenario.title,
        |body, entry| scenario(body, entry),
    );
    Content { lead: Vec::new(), sections }
}

fn scenario(body: &mut Body<'_, '_>, scenario: &Scenario) {
    let Scenario { title: _, given, expect } = scenario;
    let cx = body.cx;
    let given = given.value().into_iter().flatten().map(|given| {
        let dimension = cx.dimension(&given.id, None);
        let value = cx.value(&given.id, &given.value, dimension);
        format!("{}: {value}", cx.dimension_title(&given.id, dimension))
    });
    let given: Vec<String> = given.collect();
    body.said("situation", Some(given.join("; ")));
    let expected = expect.value().into_iter().flatten().map(|expected| {
        let (label, value) = expectation(cx, &expected.id, &expected.value);
        format!("{label}: {value}")
    });
    let expected: Vec<String> = expected.collect();
    body.said("then-holds", Some(expected.join("; ")));
}

fn expectation(cx: &Context<'_>, key: &str, value: &str) -> (String, String) {
    if known_measure(key).is_some() || cx.project.measures.find(key).is_some() {
        let figure = Figure::parse(value).map(|figure| match &figure {
            Figure::Within(within) => cx.words.duration(within, Case::Plain),
            other => cx.words.figure(other),
        });
        return (cx.measure(key), figure.unwrap_or_else(|_| value.to_owned()));
    }
    let titled = |section: &'static str| cx.title_of(section, value);
    match key {
        "procedure" => (cx.say("procedure"), titled("procedures")),
        "escalation" => (cx.say("section-escalations"), titled("escalations")),
        "recovery" => (cx.say("section-recovery"), titled("recovery")),
        "offer" => (cx.say("section-selling"), titled("selling")),
        "on_duty" => (cx.say("on-duty"), titled("roles")),
        _ if Purpose::from_word(key).is_some() => (capitalised(&cx.known("purpose", key)), titled("scripts")),
        "outcome" | "returns" => (cx.say("outcome"), cx.known("outcome", value)),
        _ => (cx.title_of("decisions", key), cx.known("outcome", value)),
    }
}
