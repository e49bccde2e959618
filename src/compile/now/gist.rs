//! What the handbook says at each place, in short. Must never say anything that the handbook does not say there.

use std::collections::{BTreeMap, BTreeSet};

use super::super::context::Context;
use super::super::{Block, Flow, Handbook, Inline, Line, NoticeKind, Row, Table, markup};

/// The gist of a place.
#[derive(Debug, Clone)]
pub(super) struct Gist {
    /// What it is called.
    pub(super) title: String,
    /// What is said.
    pub(super) say: Option<String>,
    /// What it says besides.
    pub(super) lines: Vec<String>,
}

/// The most lines of one place.
const MOST_LINES: usize = 8;
/// The most letters of a line.
const LONGEST: usize = 400;
/// The most steps of a procedure that are named.
const STEPS: usize = 3;

/// The gist of every section and row of a handbook that has a name for links.
pub(super) fn gists(cx: &Context<'_>, book: &Handbook) -> BTreeMap<String, Gist> {
    // An answer says by itself when a rule holds and what it is.
    let words = |keys: &[&str]| keys.iter().map(|key| cx.say(key)).collect();
    let known = words(&["when", "exception-to", "concerns", "kind"]);
    let mut reader = Reader { known, columns: words(&["how", "remarks"]), ..Reader::default() };
    for chapter in &book.chapters {
        reader.rows(&chapter.lead);
        for section in &chapter.sections {
            reader.rows(&section.blocks);
            let gist = reader.section(&section.title, &section.blocks);
            reader.found.insert(section.anchor.clone(), gist);
        }
    }
    reader.found
}

#[derive(Default)]
struct Reader {
    /// The labels of facts that an answer says by itself.
    known: BTreeSet<String>,
    /// The headings of the columns that say more than the situation and the values.
    columns: BTreeSet<String>,
    found: BTreeMap<String, Gist>,
}

impl Reader {
    fn rows(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Table(table) => table.rows.iter().for_each(|row| self.row(table, row)),
                Block::Notice { blocks, .. } => self.rows(blocks),
                _ => {}
            }
        }
    }

    // The first cell names the situation, which an answer knows, and columns between hold its values.
    fn row(&mut self, table: &Table, row: &Row) {
        let (Some(anchor), Some(first)) = (&row.anchor, row.cells.first()) else { return };
        let title = lines(first).into_iter().next().unwrap_or_default();
        let told = row.cells.iter().zip(&table.head).filter(|(_, head)| self.columns.contains(*head));
        let said = told.flat_map(|(cell, _)| lines(cell));
        let said =
            said.filter(|line| !line.split_once(':').is_some_and(|(label, _)| self.known.contains(label)));
        let gist = Gist { title, say: None, lines: shortened(said) };
        self.found.entry(anchor.clone()).or_insert(gist);
    }

    fn section(&self, title: &str, blocks: &[Block]) -> Gist {
        let mut gist = Gist { title: title.to_owned(), say: None, lines: Vec::new() };
        let mut heading: Option<&str> = None;
        for block in blocks {
            match block {
                Block::Heading(words) => heading = Some(words),
                Block::Card(card) if gist.say.is_none() => {
                    let said = card.wordings.first().map(|wording| on_one_line(wording));
                    gist.say = said.filter(|said| !said.is_empty());
                }
                block => gist.lines.extend(self.block(heading.take(), block)),
            }
        }
        gist.lines = shortened(gist.lines.into_iter());
        gist
    }

    fn block(&self, heading: Option<&str>, block: &Block) -> Vec<String> {
        let labelled = |said: String| match heading {
            Some(heading) => format!("{heading}: {said}"),
            None => said,
        };
        match block {
            Block::Facts(facts) => facts
                .iter()
                .filter(|fact| !self.known.contains(&fact.label))
                .map(|fact| format!("{}: {}", fact.label, markup::plain(&fact.value.0)))
                .collect(),
            Block::Paragraph(_) | Block::Points { .. } => {
                vec![labelled(on_one_line(std::slice::from_ref(block)))]
            }
            Block::Notice { kind: NoticeKind::Never | NoticeKind::Note, label, blocks } => {
                vec![format!("{label}: {}", on_one_line(blocks))]
            }
            Block::Table(table) if table.rows.iter().all(|row| row.anchor.is_none()) => {
                table.rows.iter().map(cells).collect()
            }
            Block::Flow(flow) => steps(flow),
            _ => Vec::new(),
        }
    }
}

fn cells(row: &Row) -> String {
    let cells = row.cells.iter().map(|cell| markup::plain(&cell.0));
    cells.filter(|cell| !cell.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}

fn steps(flow: &Flow) -> Vec<String> {
    let step = |step: &super::super::FlowStep| match &step.who {
        Some(who) => format!("{}. {} ({who})", step.number, step.title),
        None => format!("{}. {}", step.number, step.title),
    };
    let mut said: Vec<String> = flow.steps.iter().take(STEPS).map(step).collect();
    if flow.steps.len() > STEPS {
        said.push("…".to_owned());
    }
    said
}

fn on_one_line(blocks: &[Block]) -> String {
    markup::plain(&markup::one_line(blocks).0)
}

// The lines of a cell.
fn lines(cell: &Line) -> Vec<String> {
    let parts = cell.0.split(|inline| matches!(inline, Inline::Break));
    parts.map(markup::plain).collect()
}

fn shortened(lines: impl Iterator<Item = String>) -> Vec<String> {
    let said = lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
    let short = said.map(|line| match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    });
    short.take(MOST_LINES).collect()
}
