//! Cases to practise: one colleague plays the customer, one serves, one ticks what was seen.
//! Must never judge a customer.

use super::BOX;
use crate::compile::context::Context;
use crate::compile::relevance::names;
use crate::compile::titles::anchor;
use crate::compile::{Block, Chapter, Fact, Line, Row, Section, Table};
use crate::model::{CustomerType, Onboarding, Text};
use crate::source::Spanned;
use crate::syntax::decode::Entry;

/// The cases of a role: the customers that it practises first, then the others that concern it.
pub(super) fn cases(cx: &Context<'_>, start: Option<&Entry<Onboarding>>) -> Option<Chapter> {
    let own = |entry: &&Entry<CustomerType>| {
        cx.relevance.entry(&[&entry.refuse_service], &entry.concerns)
            || start.is_some_and(|start| names(&start.practise, &entry.id))
    };
    let practised =
        |entry: &&Entry<CustomerType>| start.is_some_and(|start| names(&start.practise, &entry.id));
    let (first, then): (Vec<_>, Vec<_>) = cx.project.customer_types.iter().filter(own).partition(practised);
    let sections: Vec<Section> = first.iter().chain(&then).map(|entry| case(cx, entry)).collect();
    (!sections.is_empty()).then(|| Chapter {
        anchor: "kit-cases".to_owned(),
        title: cx.say("kit-cases"),
        lead: vec![Block::Paragraph(Line::plain(cx.say("kit-cases-lead")))],
        sections,
    })
}

fn case(cx: &Context<'_>, entry: &Entry<CustomerType>) -> Section {
    let customer = &entry.value;
    let mut blocks = Vec::new();
    if !customer.signs.is_empty() {
        blocks.push(Block::Heading(cx.say("kit-scene")));
        let points = crate::compile::body::points(cx, &customer.signs);
        blocks.push(Block::Points { ordered: false, points });
    }
    let row = |words: Line| Row {
        anchor: None,
        depth: 0,
        cells: vec![words, Line::plain(BOX.trim_end()), Line::plain(BOX.trim_end())],
    };
    let line = |text: &Spanned<Text>| cx.line(&text.value);
    let never = |text: &Spanned<Text>| {
        let mut words = Line::plain(format!("{}: ", cx.say("never")));
        words.0.extend(cx.line(&text.value).0);
        words
    };
    let watched = customer.act.iter().map(line).chain(customer.never.iter().map(never));
    let rows: Vec<Row> = watched.map(row).collect();
    if !rows.is_empty() {
        let head = ["kit-watched", "yes", "no"].map(|key| cx.say(key)).to_vec();
        blocks.push(Block::Table(Table { caption: cx.say("kit-watched"), head, rows }));
    }
    let mut facts = Vec::new();
    let mut fact = |label: &str, value: Line| {
        if !value.is_empty() {
            facts.push(Fact { label: cx.say(label), value });
        }
    };
    fact("say", cx.scripts(&customer.say, None));
    fact("refuse-when", customer.refuse_when.value().map(|text| cx.line(text)).unwrap_or_default());
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let title = cx.title(&customer.title, &entry.id);
    Section { anchor: anchor("kit-case", &entry.id), title, blocks }
}
