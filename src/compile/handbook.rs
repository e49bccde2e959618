//! The handbook as a tree without markup: what is said, in which order, to whom. Renderers turn it into files.
//! Must never hold markup of any format, nor a colour, nor a width.

use jiff::civil::Date;

use crate::time::{DAY_MINUTES, WeekSet};

/// A handbook for one audience in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Handbook {
    /// The language code, such as `pl`.
    pub language: String,
    /// The title on the cover.
    pub title: String,
    /// Whom it is for, in the words of the language: `For shop assistants`; nothing for everybody.
    pub audience: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The version in words, as every sheet shows it: `Version 1.4.0`.
    pub edition: Option<String>,
    /// The day as of which the handbook was made.
    pub day: Option<Date>,
    /// Lines of the cover: version, dates, owner, as label and value.
    pub imprint: Vec<Fact>,
    /// What the company says on the cover.
    pub cover: Vec<Block>,
    /// The address of the company, at the foot of the cover.
    pub address: Vec<Block>,
    /// The chapters in reading order.
    pub chapters: Vec<Chapter>,
    /// Fixed words of the page itself, in the language.
    pub furniture: Furniture,
    /// What a page answers questions about situations from; nothing where it does not.
    pub now: Option<super::Now>,
}

/// Words that a page needs around the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Furniture {
    /// The heading of the table of contents.
    pub contents: String,
    /// The label of the search field.
    pub search: String,
    /// What a search without result says.
    pub nothing_found: String,
    /// The link that skips to the text.
    pub skip: String,
    /// The word before a page or section reference.
    pub see: String,
    /// The words for printing the page.
    pub print: String,
    /// The words for changing between a light and a dark page; no such choice is offered without them.
    pub theme: String,
    /// What marks the steps of the reader: `you`.
    pub mine: String,
    /// The seven day names, Monday first, short.
    pub days: Vec<String>,
    /// The word for a day that is open around the clock.
    pub all_day: String,
    /// The word for public holidays.
    pub holidays: String,
}

/// A chapter: a part of the standard that is read together.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// A name for links, unique in the handbook: letters, digits, hyphens.
    pub anchor: String,
    /// The heading.
    pub title: String,
    /// What stands before the first section.
    pub lead: Vec<Block>,
    /// The sections.
    pub sections: Vec<Section>,
}

/// A section: one entry of the standard, or a table of several.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// A name for links, unique in the handbook.
    pub anchor: String,
    /// The heading.
    pub title: String,
    /// The content.
    pub blocks: Vec<Block>,
}

/// A piece of content.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A list of points; `ordered` when their order matters.
    Points {
        /// Whether the points are numbered.
        ordered: bool,
        /// The points.
        points: Vec<Vec<Block>>,
    },
    /// Short facts: a label and what it says.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// Opening hours as a week that can be seen.
    Week(Week),
    /// Words to say.
    Card(Card),
    /// A procedure as a graph, with its steps in words.
    Flow(Flow),
    /// Something to be noticed.
    Notice {
        /// What kind of notice it is.
        kind: NoticeKind,
        /// Its heading in the language of the handbook.
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A heading inside a section.
    Heading(String),
}

/// A label and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What it says.
    pub value: Line,
}

/// The kinds of notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something that must never be done or said.
    Never,
    /// A remark.
    Note,
    /// A rule that will hold from a later day.
    Coming,
    /// A bound that comes from outside: a law, a contract.
    Bound,
}

/// A table; the first cell of a row may be its heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table shows, for readers who cannot see it.
    pub caption: String,
    /// The headings of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// A name for links, where something refers to the row.
    pub anchor: Option<String>,
    /// How deep the row is an exception under the rows above: 0 for a general rule.
    pub depth: usize,
    /// The cells.
    pub cells: Vec<Line>,
}

/// A week of opening hours.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// What is open: the caption.
    pub caption: String,
    /// The hours of a normal week.
    pub hours: WeekSet,
    /// Hours on public holidays as minutes of the day; nothing when the hours do not say.
    pub holidays: Option<Vec<(u16, u16)>>,
    /// The word for a day without hours.
    pub closed: String,
    /// The hours as they are written in words, with exceptions by date.
    pub words: Line,
}

impl Week {
    /// The hours of each day from Monday on, as they are read: minutes from midnight, where the end may lie in the
    /// next day. A night belongs to the evening on which it begins: `22:00–06:00` on Friday, and on Saturday only
    /// if there is nothing else to say of it.
    pub fn days(&self) -> Vec<Vec<(u16, u16)>> {
        (0..7)
            .map(|day| {
                let mut ranges = self.hours.day(day);
                if ranges.len() > 1 && self.night_end((day + 6) % 7).is_some() {
                    ranges.remove(0);
                }
                if let (Some(end), Some(last)) = (self.night_end(day), ranges.last_mut()) {
                    last.1 = DAY_MINUTES + end;
                }
                ranges
            })
            .collect()
    }

    // When the night that begins on a day ends; nothing if the day ends before midnight, or the next one is as long.
    fn night_end(&self, day: u16) -> Option<u16> {
        let (from, to) = self.hours.day(day).last().copied()?;
        let (start, end) = self.hours.day((day + 1) % 7).first().copied()?;
        (to == DAY_MINUTES && start == 0 && end < from).then_some(end)
    }
}

/// A card with words to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// When the words are said.
    pub when: Option<Line>,
    /// The words: the preferred wording first.
    pub wordings: Vec<Vec<Block>>,
    /// What else belongs to the card: questions, elements, how long it may take.
    pub facts: Vec<Fact>,
}

/// A procedure as a graph.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// What the graph shows.
    pub caption: String,
    /// The steps in reading order; the first is the start.
    pub steps: Vec<FlowStep>,
}

/// A step of a procedure.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowStep {
    /// The name for links, unique in the handbook.
    pub anchor: String,
    /// The number that readers see.
    pub number: usize,
    /// Who does it.
    pub who: Option<String>,
    /// Whether the reader of this handbook does it.
    pub mine: bool,
    /// What is done or asked, in short: the label of the node.
    pub title: String,
    /// Whether the step is a question with branches.
    pub question: bool,
    /// The details.
    pub facts: Vec<Fact>,
    /// Where it goes on: the answer that leads there, where there is a choice, and the anchor and number of the step.
    pub next: Vec<Branch>,
    /// How the procedure ends here.
    pub end: Option<String>,
}

/// A way from one step to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// The answer that leads there.
    pub answer: Option<String>,
    /// The anchor of the step.
    pub anchor: String,
    /// The number of the step.
    pub number: usize,
}

/// Running text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line(pub Vec<Inline>);

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Something important.
    Strong(Vec<Inline>),
    /// Something stressed.
    Emphasis(Vec<Inline>),
    /// Something to be typed as it stands.
    Code(String),
    /// A gap that the speaker fills, such as `{agent}`.
    Placeholder(String),
    /// A link to the outside; only `http`, `https`, `mailto` and `tel` addresses get here.
    Link {
        /// The address.
        address: String,
        /// The words.
        words: Vec<Inline>,
    },
    /// A reference to another place in the handbook.
    Reference {
        /// Its anchor.
        anchor: String,
        /// The words.
        words: String,
    },
    /// A line break inside a paragraph.
    Break,
}

impl Line {
    /// A line of plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Line(vec![Inline::Text(text.into())])
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
