//! What a page needs to say what holds in a situation: the decision tables of the policy, in positions, beside the
//! words and places of a handbook. Must never hold what the handbook of the reader does not show.

mod calendar;
mod duty;
mod form;
mod gist;
mod here;
mod phrases;
mod tables;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Handbook;
use super::assemble::Audience;
use super::common::Common;
use super::concerns::concerns;
use super::context::Context;
use super::relevance::Relevance;
use super::titles::{anchor, part_anchor};
use crate::resolve::Project;
use gist::{Gist, gists};
pub use here::NowTables;
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
pub fn now(common: &Common<'_>, audience: &Audience, book: &Handbook, tables: &NowTables<'_>) -> Option<Now> {
    let here = tables.at(audience.location.as_deref());
    if here.iter().map(|table| table.rules.len()).sum::<usize>() > MOST_RULES {
        return None;
    }
    let cx = Context::new(common, audience);
    let mut shown = Shown {
        gists: gists(&cx, book),
        dated: &tables.dated,
        known: BTreeMap::new(),
        rules: BTreeMap::new(),
        entries: Vec::new(),
    };
    let tables: Vec<tables::Carried<'_>> =
        here.iter().filter_map(|table| tables::carried(&cx, table, &mut shown)).collect();
    if tables.is_empty() {
        return None;
    }
    let readers = readers(&cx, audience, &mut shown);
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
struct Shown<'a> {
    gists: BTreeMap<String, Gist>,
    /// For each table the rules whose conditions ask for a date.
    dated: &'a BTreeMap<String, Vec<String>>,
    known: BTreeMap<String, usize>,
    /// Which of the entries are rules of tables: the table and the rule.
    rules: BTreeMap<usize, (String, String)>,
    entries: Vec<NowEntry>,
}

impl Shown<'_> {
    /// Whether the handbook says something at a place.
    fn is_said(&self, anchor: &str) -> bool {
        self.gists.contains_key(anchor)
    }

    /// The place of a rule of a table in the list of those that may be named.
    fn rule(&mut self, project: &Project, table: &str, id: &str) -> Option<usize> {
        let at = self.entry(&place(project, table, id))?;
        self.rules.entry(at).or_insert_with(|| (table.to_owned(), id.to_owned()));
        Some(at)
    }

    /// The place of an entry in the list of those that may be named; none when the handbook does not show it.
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
fn readers(cx: &Context<'_>, audience: &Audience, shown: &mut Shown<'_>) -> Vec<String> {
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
        let own = Relevance::new(cx.project, &reader);
        for (rule, (table, id)) in &shown.rules {
            let entry = shown.entries.get_mut(*rule).filter(|_| concerns(cx.project, &own, table, id));
            entry.into_iter().for_each(|entry| entry.readers.push(at));
        }
    }
    here.iter().map(|role| cx.title_of("roles", role)).collect()
}
