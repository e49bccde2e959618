//! What a page needs to say what holds in a situation: the decision tables of the policy, in positions, beside the
//! words and places of a handbook. Must never hold what the handbook of the reader does not show.

mod calendar;
mod duty;
mod form;
mod gist;
mod phrases;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::Handbook;
use super::assemble::Audience;
use super::chapters;
use super::context::Context;
use super::policy::DecisionTable;
use super::relevance::Relevance;
use super::titles::{anchor, part_anchor};
use crate::resolve::Project;
use crate::situation::standard::{StandardTable, tables as standard_tables};
use gist::{Gist, gists};
pub use tables::now_table;

/// What a page answers from.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// The heading.
    pub title: String,
    /// What the reader does with it.
    pub lead: String,
    /// The rules that the answers name.
    pub entries: Vec<NowEntry>,
    /// Tables, dimensions, times and words, as the script of the page reads them.
    pub data: Map<String, Value>,
}

/// A rule that an answer may name.
#[derive(Debug, Clone, PartialEq)]
pub struct NowEntry {
    /// Where the handbook says it.
    pub anchor: String,
    /// What it is called.
    pub title: String,
    /// What is said: the words of a script.
    pub say: Option<String>,
    /// What it says besides, in short.
    pub lines: Vec<String>,
    /// The roles that it concerns, by their place in the list of readers.
    pub readers: Vec<usize>,
}

/// The most rules that a page carries: with more of them it would be a database.
const MOST_RULES: usize = 2_000;

/// What the page of a handbook answers from; nothing when no rule of its reader depends on the situation, or there are
/// more rules than a page can carry.
pub fn now(
    project: &Project,
    audience: &Audience,
    book: &Handbook,
    today: Date,
    tables: &[DecisionTable],
) -> Option<Now> {
    if tables.iter().map(|table| table.rules.len()).sum::<usize>() > MOST_RULES {
        return None;
    }
    let cx = Context::new(project, Relevance::new(project, audience), &book.language, today);
    let mut shown =
        Shown { gists: gists(&cx, book), dated: dated(&cx), known: BTreeMap::new(), entries: Vec::new() };
    let tables: Vec<tables::Carried<'_>> =
        tables.iter().filter_map(|table| tables::carried(&cx, table, &mut shown)).collect();
    if tables.is_empty() {
        return None;
    }
    let readers = readers(&cx, audience, &mut shown.entries);
    let mut data = Map::new();
    data.insert("tables".to_owned(), tables.iter().map(|table| table.written.clone()).collect());
    data.insert("dimensions".to_owned(), form::dimensions(&cx, audience, &tables));
    data.insert("readers".to_owned(), json!(readers));
    data.insert("duty".to_owned(), duty::duty(&cx, &mut shown));
    data.insert("calendar".to_owned(), calendar::calendar(&cx));
    data.insert("words".to_owned(), phrases::words(&cx));
    Some(Now { title: cx.say("now-title"), lead: cx.say("now-lead"), entries: shown.entries, data })
}

/// The rules that may be named, as they are met.
struct Shown {
    gists: BTreeMap<String, Gist>,
    /// For each table the places of the rules whose conditions ask for a date.
    dated: BTreeMap<String, Vec<String>>,
    known: BTreeMap<String, usize>,
    entries: Vec<NowEntry>,
}

impl Shown {
    /// Whether the handbook says something at a place.
    fn is_said(&self, anchor: &str) -> bool {
        self.gists.contains_key(anchor)
    }

    /// The place of a rule in the list of those that may be named; none when the handbook does not show it.
    fn entry(&mut self, anchor: &str) -> Option<usize> {
        if let Some(known) = self.known.get(anchor) {
            return Some(*known);
        }
        let Gist { title, say, lines } = self.gists.get(anchor)?.clone();
        let at = self.entries.len();
        self.entries.push(NowEntry { anchor: anchor.to_owned(), title, say, lines, readers: Vec::new() });
        self.known.insert(anchor.to_owned(), at);
        Some(at)
    }
}

fn dated(cx: &Context<'_>) -> BTreeMap<String, Vec<String>> {
    let left_out = |standard: &StandardTable<'_>| {
        let name = &standard.table.name;
        let places = standard.unplaced.iter().map(|source| place(cx.project, name, source.id)).collect();
        (name.clone(), places)
    };
    standard_tables(cx.project, cx.today).iter().map(left_out).collect()
}

/// Where the handbook shows a rule of a table.
fn place(project: &Project, table: &str, id: &str) -> String {
    let is_decision = project.decision_tables().any(|(name, _)| name == table);
    match (is_decision, table) {
        (true, "returns") => part_anchor("decisions", "returns--table", id),
        (true, table) => part_anchor("decisions", table, id),
        (false, section) => anchor(section, id),
    }
}

// In the handbook of everybody a reader can ask for what concerns a role; the rules then know their readers.
fn readers(cx: &Context<'_>, audience: &Audience, entries: &mut [NowEntry]) -> Vec<String> {
    let here: Vec<&str> = match audience.role {
        Some(_) => Vec::new(),
        None => {
            let roles = cx.project.roles.iter().filter(|role| cx.relevance.colleague(role));
            roles.map(|role| role.id.as_str()).collect()
        }
    };
    if here.len() < 2 {
        return Vec::new();
    }
    for (at, role) in here.iter().enumerate() {
        let reader = Audience { role: Some((*role).to_owned()), location: audience.location.clone() };
        let own = Context::new(cx.project, Relevance::new(cx.project, &reader), cx.language, cx.today);
        let anchors: BTreeSet<String> = gist::anchors(&chapters::all(&own));
        let theirs = entries.iter_mut().filter(|entry| anchors.contains(&entry.anchor));
        theirs.for_each(|entry| entry.readers.push(at));
    }
    here.iter().map(|role| cx.title_of("roles", role)).collect()
}
