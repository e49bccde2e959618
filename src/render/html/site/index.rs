//! What the search of a site looks through: every section with its page, title and words, as a script that browsers
//! also load from a folder. Must never hold markup: the words are put on the page as text.

use serde_json::json;

use crate::compile::{Block, Card, Chapter, Flow, Inline, Line, Section, Site};
use crate::render::places::Places;

/// Writes the index.
pub(super) fn index(site: &Site, places: &Places<'_>) -> String {
    let mut entries = Vec::new();
    let mut entry = |anchor: &str, title: &str, text: String| {
        let page = places.chapter(anchor).unwrap_or(anchor);
        let hash = if page == anchor { String::new() } else { format!("#{anchor}") };
        entries.push(json!([format!("{page}.html{hash}"), title, text]));
    };
    if let Some(now) = &site.handbook.now {
        entry("now", &now.title, now.lead.clone());
    }
    for Chapter { anchor, title, lead, sections } in &site.handbook.chapters {
        entry(anchor, title, words(lead));
        for Section { anchor, title, blocks } in sections {
            entry(anchor, title, words(blocks));
        }
    }
    for Chapter { anchor, title, lead, sections: values } in site.roles.iter().chain(&site.situations) {
        let values: Vec<&str> = values.iter().map(|section| section.title.as_str()).collect();
        entry(anchor, title, format!("{} {}", words(lead), values.join(", ")));
    }
    format!("window.SECTIONS={};\n", serde_json::Value::Array(entries))
}

fn words(blocks: &[Block]) -> String {
    let mut said = Vec::new();
    blocks.iter().for_each(|found| block(found, &mut said));
    said.retain(|words| !words.trim().is_empty());
    said.join(" ")
}

fn block(block: &Block, said: &mut Vec<String>) {
    let each =
        |blocks: &[Block], said: &mut Vec<String>| blocks.iter().for_each(|found| self::block(found, said));
    match block {
        Block::Paragraph(text) => said.push(line(text)),
        Block::Points { points, .. } => points.iter().for_each(|point| each(point, said)),
        Block::Facts(facts) => {
            said.extend(facts.iter().map(|fact| format!("{}: {}", fact.label, line(&fact.value))))
        }
        Block::Table(table) => {
            said.push(table.caption.clone());
            said.extend(table.rows.iter().flat_map(|row| &row.cells).map(line));
        }
        Block::Week(week) => said.extend([week.caption.clone(), line(&week.words)]),
        Block::Card(card) => self::card(card, said),
        Block::Flow(flow) => self::flow(flow, said),
        Block::Notice { label, blocks, .. } => {
            said.push(label.clone());
            each(blocks, said);
        }
        Block::Heading(text) => said.push(text.clone()),
    }
}

fn card(card: &Card, said: &mut Vec<String>) {
    said.extend(card.when.iter().map(line));
    card.wordings.iter().flatten().for_each(|found| block(found, said));
    said.extend(card.facts.iter().map(|fact| format!("{}: {}", fact.label, line(&fact.value))));
}

fn flow(flow: &Flow, said: &mut Vec<String>) {
    said.push(flow.caption.clone());
    for step in &flow.steps {
        said.push(format!("{}. {}", step.number, step.title));
        said.extend(step.who.clone());
        said.extend(step.facts.iter().map(|fact| format!("{}: {}", fact.label, line(&fact.value))));
        said.extend(step.next.iter().filter_map(|branch| branch.answer.clone()).chain(step.end.clone()));
    }
}

fn line(line: &Line) -> String {
    let mut said = String::new();
    inlines(&line.0, &mut said);
    said
}

fn inlines(pieces: &[Inline], said: &mut String) {
    for piece in pieces {
        match piece {
            Inline::Text(text) | Inline::Code(text) | Inline::Placeholder(text) => said.push_str(text),
            Inline::Strong(inside) | Inline::Emphasis(inside) | Inline::Link { words: inside, .. } => {
                inlines(inside, said);
            }
            Inline::Reference { words, .. } => said.push_str(words),
            Inline::Break => said.push(' '),
        }
    }
}
