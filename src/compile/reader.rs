//! A standard as one reader sees it, to be held against another version of it: what matters, what the handbook says of
//! each entry, and the words for values and situations. Must never compare.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use super::assemble::Audience;
use super::chapters;
use super::common::Common;
use super::context::Context;
use super::substance::{digest, substance};
use super::titles::anchor;
use super::values::{attribute_title, table_title, value_words};
use super::{Block, Flow, Inline, Line, Row, Section, Table, markup};
use crate::resolve::Project;

/// A standard as an audience reads it, in a language, as of a day.
pub struct Reader<'a> {
    cx: Context<'a>,
    matter: BTreeMap<String, Value>,
    told: BTreeMap<String, Told>,
}

/// What the handbook says of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// What it is called.
    pub title: String,
    /// The chapter that holds it.
    pub chapter: String,
    /// What it says, line by line: a label, which may be empty, and what is said.
    pub lines: Vec<(String, String)>,
}

impl<'a> Reader<'a> {
    /// A standard in the eyes of an audience.
    pub fn new(project: &'a Project, audience: &'a Audience, language: &'a str, today: Date) -> Self {
        let cx = Context::new(&Common::of(project, language, today), audience);
        let mut told = BTreeMap::new();
        for chapter in chapters::all(&cx) {
            for section in &chapter.sections {
                tell(&cx, &chapter.title, section, &mut told);
            }
        }
        let matter = substance(&cx);
        Reader { cx, matter, told }
    }

    /// The fingerprint of what matters to the role, as signatures name it.
    pub fn fingerprint(&self) -> String {
        digest(&self.matter)
    }

    /// What matters to the role, by `section.id` or the name of a part.
    pub fn matter(&self) -> &BTreeMap<String, Value> {
        &self.matter
    }

    /// What the handbook of the role says of an entry, by `section.id` or the name of a part.
    pub fn told(&self, key: &str) -> Option<&Told> {
        self.told.get(&place(key))
    }

    /// What the handbook of the role says of every place that has a name.
    pub fn everything(&self) -> &BTreeMap<String, Told> {
        &self.told
    }

    /// The name for links of an entry, by `section.id` or the name of a part.
    pub fn place(&self, key: &str) -> String {
        place(key)
    }

    /// What an attribute of a table is called, or the table where its entries say it all by their names.
    pub fn attribute(&self, table: &str, attribute: &str) -> String {
        let title = attribute_title(&self.cx, table, attribute);
        if title.is_empty() { table_title(&self.cx, table) } else { title }
    }

    /// What an entry is called, shown to the role or not.
    pub fn title(&self, key: &str) -> String {
        match key.split_once('.') {
            None => table_title(&self.cx, key),
            Some(("decisions", table)) => table_title(&self.cx, table),
            Some((section, id)) => self.cx.title_of(section, id),
        }
    }

    /// What a rule of a table gives, in words.
    pub fn value(&self, table: &str, rule: &str, attribute: &str) -> String {
        match value_words(&self.cx, table, rule, attribute) {
            Some(words) => words.join("; "),
            None => self.title(&format!("{table}.{rule}")),
        }
    }

    /// Conditions in words: dimension to the values that it admits.
    pub fn conditions(&self, table: &str, conditions: &Value) -> String {
        let decision = self.cx.project.decision_tables().find(|(name, _)| *name == table);
        let own = decision.and_then(|(_, decision)| decision.situation.value());
        let part = |(name, values): (&String, &Value)| {
            let dimension = self.cx.dimension(name, own);
            let values = values.as_array().into_iter().flatten().filter_map(Value::as_str);
            let words: Vec<String> = values.map(|value| self.condition(name, value, own)).collect();
            let or = format!(" {} ", self.cx.say("or"));
            format!("{}: {}", self.cx.dimension_title(name, dimension), words.join(&or))
        };
        conditions.as_object().into_iter().flatten().map(part).collect::<Vec<_>>().join("; ")
    }

    fn condition(&self, name: &str, value: &str, own: Option<&crate::model::Situation>) -> String {
        let dimension = self.cx.dimension(name, own);
        // Times that hold on public holidays too, or not, say so behind the hours.
        for (ending, key) in
            [(", but not on public holidays", "now-ordinary"), (", on public holidays too", "")]
        {
            if let Some(hours) = value.strip_suffix(ending).filter(|_| name == "time") {
                let hours = self.cx.value(name, hours, dimension);
                return if key.is_empty() { hours } else { format!("{hours}, {}", self.cx.say(key)) };
            }
        }
        if name == "time"
            && let Some(hours) = value.strip_prefix("public holidays")
        {
            let hours = hours.trim_start_matches(" that fall on").trim();
            return format!("{} {}", self.cx.say("holidays"), self.cx.value(name, hours, dimension))
                .trim()
                .to_owned();
        }
        self.cx.value(name, value, dimension)
    }

    /// A day in words.
    pub fn date(&self, day: Date) -> String {
        self.cx.words.date(day)
    }

    /// The phrase under a key.
    pub fn say(&self, key: &str) -> String {
        self.cx.say(key)
    }

    /// The phrase under a key, with its gaps filled.
    pub fn fill(&self, key: &str, gaps: &[(&'static str, &str)]) -> String {
        self.cx.words.fill(key, gaps.iter().map(|(gap, words)| (*gap, (*words).into())))
    }
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("language", &self.cx.language).finish_non_exhaustive()
    }
}

fn place(key: &str) -> String {
    match key.split_once('.') {
        Some((section, id)) => anchor(section, id),
        None => match key {
            "returns" => "decisions-returns--table".to_owned(),
            "hold" => "passing-on--hold".to_owned(),
            "transfers" => "passing-on--transfers".to_owned(),
            part => part.to_owned(),
        },
    }
}

fn tell(cx: &Context<'_>, chapter: &str, section: &Section, told: &mut BTreeMap<String, Told>) {
    let mut teller = Teller { cx, chapter, own: &section.anchor, told, lines: Vec::new() };
    teller.blocks("", &section.blocks);
    let lines = teller.lines;
    let title = section.title.clone();
    told.insert(section.anchor.clone(), Told { title, chapter: chapter.to_owned(), lines });
}

struct Teller<'t, 'a> {
    cx: &'t Context<'a>,
    chapter: &'t str,
    /// The name for links of the section.
    own: &'t str,
    told: &'t mut BTreeMap<String, Told>,
    lines: Vec<(String, String)>,
}

impl Teller<'_, '_> {
    fn line(&mut self, label: &str, said: String) {
        if !said.trim().is_empty() {
            self.lines.push((label.to_owned(), said.trim().to_owned()));
        }
    }

    fn blocks(&mut self, label: &str, blocks: &[Block]) {
        let mut heading = label.to_owned();
        for block in blocks {
            match block {
                Block::Heading(words) => heading.clone_from(words),
                Block::Paragraph(line) => self.line(&heading, plain(line)),
                Block::Points { points, .. } => points.iter().for_each(|point| {
                    self.line(&heading, markup::plain(&markup::one_line(point).0));
                }),
                Block::Facts(facts) => {
                    facts.iter().for_each(|fact| self.line(&fact.label, plain(&fact.value)));
                }
                Block::Week(week) => self.line(&week.caption, plain(&week.words)),
                Block::Card(card) => {
                    let (when, say) = (self.cx.say("when"), self.cx.say("say"));
                    card.when.iter().for_each(|line| self.line(&when, plain(line)));
                    for wording in &card.wordings {
                        self.line(&say, markup::plain(&markup::one_line(wording).0));
                    }
                    card.facts.iter().for_each(|fact| self.line(&fact.label, plain(&fact.value)));
                }
                Block::Flow(flow) => self.flow(flow),
                Block::Notice { label, blocks, .. } => self.blocks(label, blocks),
                Block::Table(table) => table.rows.iter().for_each(|row| self.row(table, row)),
            }
        }
    }

    fn flow(&mut self, flow: &Flow) {
        for step in &flow.steps {
            let facts = step.facts.iter().map(|fact| format!("{}: {}", fact.label, plain(&fact.value)));
            let said: Vec<String> = step.who.iter().cloned().chain(facts).chain(step.end.clone()).collect();
            let said = if said.is_empty() { "✓".to_owned() } else { said.join("; ") };
            self.line(&step.title, said);
        }
    }

    // A row that has a name is an entry of its own; it is a line of the section only where it is a part of it.
    fn row(&mut self, table: &Table, row: &Row) {
        let Some((first, cells)) = row.cells.split_first() else { return };
        let mut heading = parts(first).into_iter();
        let title = heading.next().unwrap_or_default();
        let cells = cells.iter().map(|cell| parts(cell).join("; ")).zip(table.head.iter().skip(1));
        let cells: Vec<(String, String)> =
            cells.filter(|(said, _)| !said.is_empty()).map(|(said, head)| (head.clone(), said)).collect();
        let on_one_line =
            cells.iter().map(|(head, said)| format!("{head}: {said}")).collect::<Vec<_>>().join("; ");
        if let Some(anchor) = &row.anchor {
            let when: Vec<String> = heading.collect();
            let when = (!when.is_empty()).then(|| (self.cx.say("when"), when.join("; ")));
            let lines = when.into_iter().chain(cells).collect();
            let chapter = self.chapter.to_owned();
            self.told.insert(anchor.clone(), Told { title: title.clone(), chapter, lines });
            if !anchor.starts_with(&format!("{}--", self.own)) {
                return;
            }
        }
        self.line(&title, on_one_line);
    }
}

fn plain(line: &Line) -> String {
    markup::plain(&line.0)
}

fn parts(cell: &Line) -> Vec<String> {
    let parts = cell.0.split(|inline| matches!(inline, Inline::Break));
    parts.map(markup::plain).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
