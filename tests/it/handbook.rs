//! Handbooks: what is in them for whom, in which words, and that nothing of the standard is lost.

mod examples;
mod large;
mod layout;
mod shop;
mod words;

pub(crate) use examples::EXAMPLES;

use etalon::compile::{Audience, Block, Handbook, Inline, Line, handbook};
use etalon::render::markdown;
use etalon::resolve::{Entrance, Project, read};
use etalon::source::{DiskWorld, MemoryWorld, World};
use jiff::civil::{Date, date};

/// The day of all handbooks in the tests.
pub(crate) const TODAY: Date = date(2026, 12, 1);

/// A project in one file; what is wrong with it stops the test.
fn project(yaml: &str) -> Project {
    let world = MemoryWorld::new(TODAY).with("etalon.yaml", yaml);
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let wrong: Vec<String> = reading.findings.into_sorted().into_iter().map(|found| found.message).collect();
    assert_eq!(wrong, Vec::<String>::new());
    reading.project
}

/// A project of the examples.
pub(crate) fn example(name: &str) -> Project {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    let world = DiskWorld::new(folder, TODAY);
    assert_eq!(world.today(), TODAY);
    read(&world, &Entrance::Folder(String::new())).unwrap().project
}

fn everybody() -> Audience {
    Audience::default()
}

fn role(id: &str) -> Audience {
    Audience { role: Some(id.to_owned()), location: None }
}

/// All that a handbook says, without markup, in reading order.
pub(crate) fn said(handbook: &Handbook) -> String {
    let mut all = vec![handbook.title.clone()];
    all.extend(handbook.company.clone());
    all.extend(handbook.audience.clone());
    all.extend(handbook.imprint.iter().map(|fact| format!("{}: {}", fact.label, plain(&fact.value))));
    handbook.cover.iter().chain(&handbook.address).for_each(|block| say(block, &mut all));
    for chapter in &handbook.chapters {
        all.push(chapter.title.clone());
        chapter.lead.iter().for_each(|block| say(block, &mut all));
        for section in &chapter.sections {
            all.push(section.title.clone());
            section.blocks.iter().for_each(|block| say(block, &mut all));
        }
    }
    all.join("\n")
}

fn say(block: &Block, all: &mut Vec<String>) {
    match block {
        Block::Paragraph(line) => all.push(plain(line)),
        Block::Heading(words) => all.push(words.clone()),
        Block::Points { points, .. } => points.iter().flatten().for_each(|block| say(block, all)),
        Block::Facts(facts) => {
            all.extend(facts.iter().map(|fact| format!("{}: {}", fact.label, plain(&fact.value))));
        }
        Block::Table(table) => {
            all.push(table.head.join(" | "));
            for row in &table.rows {
                let cells: Vec<String> = row.cells.iter().map(plain).collect();
                all.push(format!("{}{}", "> ".repeat(row.depth), cells.join(" | ")));
            }
        }
        Block::Week(week) => all.push(format!("{}: {}", week.caption, plain(&week.words))),
        Block::Card(card) => {
            all.extend(card.when.iter().map(plain));
            card.wordings.iter().flatten().for_each(|block| say(block, all));
            all.extend(card.facts.iter().map(|fact| format!("{}: {}", fact.label, plain(&fact.value))));
        }
        Block::Flow(flow) => {
            for step in &flow.steps {
                let who = step.who.clone().unwrap_or_default();
                let mine = if step.mine { " (mine)" } else { "" };
                all.push(format!("{} | {who}{mine}: {}", step.number, step.title));
                all.extend(step.facts.iter().map(|fact| format!("{}: {}", fact.label, plain(&fact.value))));
                for branch in &step.next {
                    all.push(format!("{} -> {}", branch.answer.clone().unwrap_or_default(), branch.number));
                }
                all.extend(step.end.clone());
            }
        }
        Block::Notice { label, blocks, .. } => {
            all.push(label.clone());
            blocks.iter().for_each(|block| say(block, all));
        }
    }
}

fn plain(line: &Line) -> String {
    inlines(&line.0)
}

fn inlines(pieces: &[Inline]) -> String {
    let one = |piece: &Inline| match piece {
        Inline::Text(words) | Inline::Code(words) => words.clone(),
        Inline::Strong(inner) | Inline::Emphasis(inner) => inlines(inner),
        Inline::Placeholder(name) => format!("{{{name}}}"),
        Inline::Link { words, .. } => inlines(words),
        Inline::Reference { words, .. } => words.clone(),
        Inline::Break => " / ".to_owned(),
    };
    pieces.iter().map(one).collect()
}
