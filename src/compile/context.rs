//! What every chapter needs: the project, the reader, the language, and how values of the standard are put into words.
//! Must never decide what belongs into a handbook: `relevance` does.

use std::cell::OnceCell;

use jiff::civil::Date;

use super::common::{Common, Shared, fill};
use super::purposes::Purposes;
use super::relevance::Relevance;
use super::titles::{anchor, capitalised, humanised};
use super::{Audience, Block, Inline, Line, markup};
use crate::model::{Condition, Decision, Dimension, Script, Situated, Situation, Text, When};
use crate::resolve::NOT_KNOWN;
use crate::source::Spanned;
use crate::syntax::decode::{Entry, Field, Rest};

/// The surroundings of a chapter.
pub(super) struct Context<'a> {
    pub(super) relevance: Relevance<'a>,
    /// What does not depend on the reader.
    common: Common<'a>,
    purposes: OnceCell<Purposes<'a>>,
}

impl<'a> std::ops::Deref for Context<'a> {
    type Target = Shared<'a>;

    fn deref(&self) -> &Shared<'a> {
        self.common.shared()
    }
}

/// The most scripts that are named where a purpose stands for all of them.
const MOST_SCRIPTS: usize = 6;

/// When a rule holds, seen from the day of the handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Life {
    /// No longer.
    Past,
    /// On the day.
    Now,
    /// From this later day.
    Coming(Date),
}

impl<'a> Context<'a> {
    pub(super) fn new(common: &Common<'a>, audience: &'a Audience) -> Self {
        let relevance = Relevance::new(common.shared().project, audience);
        Context { relevance, common: common.clone(), purposes: OnceCell::new() }
    }

    /// The same standard in the eyes of another reader.
    pub(super) fn read_by<'b>(&self, reader: &'b Audience) -> Context<'b>
    where
        'a: 'b,
    {
        Context::new(&self.common, reader)
    }

    pub(super) fn company(&self) -> Option<&str> {
        self.company.as_deref()
    }

    /// The phrase under a key.
    pub(super) fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// A text in the language of the reader, with its structure.
    pub(super) fn blocks(&self, text: &Text) -> Vec<Block> {
        let mut blocks = self.unmarked(text);
        let best = text.best(self.language, self.project.source_language());
        if best.is_some_and(|best| self.stale.contains(&best.span)) {
            let mark = Inline::Emphasis(vec![Inline::Text(format!("[{}]", self.say("stale-translation")))]);
            match blocks.last_mut() {
                Some(Block::Paragraph(line)) => line.0.extend([Inline::Text(" ".to_owned()), mark]),
                _ => blocks.push(Block::Paragraph(Line(vec![mark]))),
            }
        }
        blocks
    }

    // Without the mark of a translation that is out of date.
    fn unmarked(&self, text: &Text) -> Vec<Block> {
        let best = text.best(self.language, self.project.source_language());
        best.map(|text| markup::blocks(text, &|name| fill(self.company.as_ref(), name))).unwrap_or_default()
    }

    /// A text on one line.
    pub(super) fn line(&self, text: &Text) -> Line {
        markup::one_line(&self.blocks(text))
    }

    /// The words of a text without markup.
    pub(super) fn plain(&self, text: &Text) -> String {
        markup::plain(&markup::one_line(&self.unmarked(text)).0)
    }

    /// Several texts on one line, separated by semicolons.
    pub(super) fn joined(&self, texts: &[Spanned<Text>]) -> Line {
        join(texts.iter().map(|text| self.line(&text.value)), "; ")
    }

    /// The title of an entry, or its id in words.
    pub(super) fn title(&self, title: &Field<Text>, id: &str) -> String {
        let title = title.value().map(|title| self.plain(title)).filter(|title| !title.is_empty());
        title.unwrap_or_else(|| humanised(id))
    }

    /// The title of another entry.
    pub(super) fn title_of(&self, section: &str, id: &str) -> String {
        self.titles.get(section, id)
    }

    /// A reference to another entry.
    pub(super) fn reference(&self, section: &'static str, id: &str) -> Inline {
        Inline::Reference { anchor: anchor(section, id), words: self.titles.get(section, id) }
    }

    /// References to several entries of a section; places, and channels of places, only where the reader is.
    pub(super) fn references(&self, section: &'static str, ids: &[Spanned<String>]) -> Line {
        let dimension = match section {
            "channels" => "channel",
            "locations" => "location",
            _ => section,
        };
        let here = ids.iter().filter(|id| self.is_here(dimension, id));
        join(here.map(|id| Line(vec![self.reference(section, id)])), ", ")
    }

    /// Whether the reader's place can have a value of a dimension: it has no channel of another place.
    pub(super) fn is_here(&self, dimension: &str, value: &str) -> bool {
        let Some(here) = self.relevance.place() else { return true };
        match dimension {
            "channel" => self.places.get(value).is_none_or(|place| *place == here),
            "location" => value == here || value == NOT_KNOWN,
            _ => true,
        }
    }

    /// References to scripts, each named by its id or by its purpose, that are said in the situations of `when`.
    pub(super) fn scripts(&self, named: &[Spanned<String>], when: Option<&When>) -> Line {
        let one = |name: &Spanned<String>| match self.titles.holds("scripts", name) {
            true => Line(vec![self.reference("scripts", name)]),
            false => self.scripts_for(name, when),
        };
        join(named.iter().map(one), ", ")
    }

    // A purpose is said with whichever script of the reader fits the situation; of many, the first ones are named.
    fn scripts_for(&self, purpose: &str, when: Option<&When>) -> Line {
        let fitting = self.purposes().fitting(purpose, when);
        let named = fitting.iter().take(MOST_SCRIPTS);
        let mut found: Vec<Line> =
            named.map(|script| Line(vec![self.reference("scripts", &script.id)])).collect();
        if found.is_empty() {
            return Line::plain(self.known("purpose", purpose));
        }
        let more = fitting.len() - found.len();
        if more > 0 {
            let words = self.words.fill("and-more", [("count", more.into())]);
            found.push(Line(vec![Inline::Reference { anchor: "scripts".to_owned(), words }]));
        }
        join(found.into_iter(), " / ")
    }

    // The scripts of the reader that hold today, put in order once: every step may name a purpose.
    fn purposes(&self) -> &Purposes<'a> {
        self.purposes.get_or_init(|| {
            let mut purposes = Purposes::default();
            let said = |script: &&'a Entry<Script>| {
                self.relevance.script(script) && self.life(&script.value) == Life::Now
            };
            self.project.scripts.iter().filter(said).for_each(|script| purposes.add(script));
            purposes
        })
    }

    /// References to entries or whole sections, whatever they are.
    pub(super) fn anything(&self, named: &[Spanned<String>]) -> Line {
        join(named.iter().map(|name| Line(vec![self.anywhere(name)])), ", ")
    }

    fn anywhere(&self, name: &str) -> Inline {
        // These share a chapter and have a section of their own in it.
        let own = match name {
            "returns" => Some("decisions-returns--table"),
            "hold" => Some("passing-on--hold"),
            "transfers" => Some("passing-on--transfers"),
            "premises" => Some("upkeep--premises"),
            "appearance" => Some("upkeep--appearance"),
            _ => None,
        };
        if let Some(chapter) = own.or_else(|| super::chapters::chapter_of(name)) {
            let words = self.say(&format!("section-{}", name.replace('_', "-")));
            return Inline::Reference { anchor: chapter.to_owned(), words };
        }
        match self.titles.section_of(name) {
            Some(section) => self.reference(section, name),
            None => Inline::Text(humanised(name)),
        }
    }

    /// The words of the handbook for a word of the language, or the word itself in plain letters.
    pub(super) fn known(&self, family: &str, word: &str) -> String {
        let key = format!("{family}-{}", word.replace([' ', '_'], "-").to_lowercase());
        self.words.find(&key, []).unwrap_or_else(|| word.replace(['-', '_'], " "))
    }

    /// The name of a measure.
    pub(super) fn measure(&self, id: &str) -> String {
        match self.project.measures.find(id) {
            Some(_) => capitalised(&self.titles.get("measures", id)),
            None => capitalised(&self.known("measure", id)),
        }
    }

    /// Yes or no.
    pub(super) fn yes_no(&self, value: bool) -> String {
        self.say(if value { "yes" } else { "no" })
    }

    /// A situation in words: `channel: Chat; segment: Gold`. `own` holds the dimensions of a table. Channels and places
    /// of others are left out, and what is always so at the reader's place.
    pub(super) fn when(&self, when: &When, own: Option<&Situation>) -> String {
        let parts = when.iter().map(|condition| {
            let dimension = self.dimension(&condition.id, own);
            let values = self.condition(&condition.id, &condition.value, dimension)?;
            Some(format!("{}: {values}", self.dimension_title(&condition.id, dimension)))
        });
        parts.flatten().collect::<Vec<_>>().join("; ")
    }

    /// A situation in words; nothing where none is named.
    pub(super) fn when_words(&self, when: Option<&When>, own: Option<&Situation>) -> Option<String> {
        when.map(|when| self.when(when, own)).filter(|words| !words.is_empty())
    }

    /// What an outcome of a decision table is called.
    pub(super) fn outcome(&self, table: &Decision, outcome: &str) -> String {
        match table.outcomes.value().and_then(|titles| titles.find(outcome)) {
            Some(title) => self.plain(&title.value),
            None => self.known("outcome", outcome),
        }
    }

    fn condition(&self, id: &str, condition: &Condition, dimension: Option<&Dimension>) -> Option<String> {
        let here = |value: &&Spanned<String>| dimension.is_some() || self.is_here(id, value);
        let value = |value: &Spanned<String>| self.value(id, value, dimension);
        let is: Vec<String> = condition.is.iter().filter(here).map(value).collect();
        let not: Vec<String> = condition.not.iter().filter(here).map(value).collect();
        let or = format!(" {} ", self.say("or"));
        match (is.is_empty(), not.is_empty()) {
            (true, true) => None,
            (false, true) => Some(is.join(&or)),
            (true, false) => Some(format!("{} {}", self.say("not"), not.join(&or))),
            (false, false) => Some(format!("{}, {} {}", is.join(&or), self.say("not"), not.join(&or))),
        }
    }

    /// A text under a short word of the author's: `named users: 5`.
    pub(super) fn keyed(&self, key: &str, text: &Text, mark: &str) -> Line {
        let mut line = Line::plain(format!("{key}{mark}"));
        line.0.extend(self.line(text).0);
        line
    }

    /// The name of a dimension.
    pub(super) fn dimension_title(&self, id: &str, dimension: Option<&Dimension>) -> String {
        let title = dimension.and_then(|dimension| dimension.title.value()).map(|title| self.plain(title));
        title.unwrap_or_else(|| capitalised(&self.known("dimension", id)))
    }

    /// A dimension of a table, or of the standard.
    pub(super) fn dimension<'s>(&'s self, id: &str, own: Option<&'s Situation>) -> Option<&'s Dimension> {
        let found = own.and_then(|own| own.find(id)).or_else(|| self.project.situation.find(id));
        found.map(|entry| &entry.value.0)
    }

    /// A value of a dimension.
    pub(super) fn value(&self, id: &str, value: &str, dimension: Option<&Dimension>) -> String {
        if value == NOT_KNOWN {
            return self.say("not-known");
        }
        let titles: Option<&Rest<Text>> = dimension.and_then(|dimension| dimension.titles.value());
        if let Some(title) = titles.and_then(|titles| titles.find(value)) {
            return self.plain(&title.value);
        }
        match (id, dimension) {
            ("time", _) => self.words.window(value),
            ("channel", None) => self.titles.get("channels", value),
            ("role", None) => self.titles.get("roles", value),
            ("location", None) => self.titles.get("locations", value),
            ("language", None) => self.known("language", value),
            (_, Some(dimension)) if dimension.values.is_empty() => self.range(value, dimension),
            _ if matches!(value, "yes" | "no" | "true" | "false") => {
                self.yes_no(matches!(value, "yes" | "true"))
            }
            _ => value.replace('-', " "),
        }
    }

    fn range(&self, value: &str, dimension: &Dimension) -> String {
        let value = value.trim();
        let figures = match value.split_once("..").map(|(from, to)| (from.trim(), to.trim())) {
            Some((from, "")) => format!("\u{2265}\u{a0}{from}"),
            Some(("", to)) => format!("\u{2264}\u{a0}{to}"),
            Some((from, to)) => format!("{from}\u{2013}{to}"),
            None => {
                let signs = [(">=", "\u{2265}"), ("<=", "\u{2264}"), (">", ">"), ("<", "<")];
                let signed = signs.iter().find_map(|(sign, shown)| {
                    value.strip_prefix(sign).map(|rest| format!("{shown}\u{a0}{}", rest.trim()))
                });
                signed.unwrap_or_else(|| value.to_owned())
            }
        };
        // A title such as "Days since receipt" says the unit already.
        match (dimension.title.value(), dimension.number.value()) {
            (None, Some(unit)) => format!("{figures}\u{a0}{}", self.known("unit", unit)),
            _ => figures,
        }
    }

    /// Whether a rule holds on the day of the handbook.
    pub(super) fn life(&self, rule: &dyn Situated) -> Life {
        let over = rule.until().value().is_some_and(|until| until.0 < self.today);
        match rule.from().value().filter(|from| from.0 > self.today) {
            _ if over => Life::Past,
            Some(from) => Life::Coming(from.0),
            None => Life::Now,
        }
    }

    /// The day from which something will hold, as the heading of a notice.
    pub(super) fn coming(&self, from: Date) -> String {
        self.words.fill("coming-from", [("date", self.words.date(from).into())])
    }
}

/// Lines one after another with `glue` between them; empty ones are left out.
pub(super) fn join(lines: impl Iterator<Item = Line>, glue: &str) -> Line {
    let mut joined: Vec<Inline> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        if !joined.is_empty() {
            joined.push(Inline::Text(glue.to_owned()));
        }
        joined.extend(line.0);
    }
    Line(joined)
}
