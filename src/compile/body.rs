//! Fills a section: facts, lists, notices, in the order in which they are said.
//! Must never leave an empty block behind.

use super::context::Context;
use super::titles::anchor;
use super::words::Case;
use super::{Block, Fact, Inline, Line, NoticeKind, Section, Week};
use crate::model::{Date, Situated, Situation, Text, When};
use crate::source::Spanned;
use crate::syntax::decode::{Field, List, Words};
use crate::time::{Amount, Duration, Frequency, Hours, Threshold};

/// A section that is being filled.
pub(super) struct Body<'c, 'a> {
    pub(super) cx: &'c Context<'a>,
    blocks: Vec<Block>,
    facts: Vec<Fact>,
}

impl<'c, 'a> Body<'c, 'a> {
    pub(super) fn new(cx: &'c Context<'a>) -> Self {
        Body { cx, blocks: Vec::new(), facts: Vec::new() }
    }

    /// The blocks, finished.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.close_facts();
        self.blocks
    }

    /// The section of an entry; nothing when there is nothing to say.
    pub(super) fn section(self, section: &str, id: &str, title: String) -> Section {
        Section { anchor: anchor(section, id), title, blocks: self.finish() }
    }

    fn close_facts(&mut self) {
        if !self.facts.is_empty() {
            self.blocks.push(Block::Facts(std::mem::take(&mut self.facts)));
        }
    }

    /// A block of any kind.
    pub(super) fn block(&mut self, block: Block) {
        self.close_facts();
        self.blocks.push(block);
    }

    /// A label and a line.
    pub(super) fn line(&mut self, label: &str, value: Line) {
        if !value.is_empty() {
            self.facts.push(Fact { label: self.cx.say(label), value });
        }
    }

    /// A label and plain words.
    pub(super) fn said(&mut self, label: &str, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.line(label, Line::plain(value));
        }
    }

    /// A text as a fact.
    pub(super) fn text(&mut self, label: &str, text: &Field<Text>) {
        if let Some(text) = text.value() {
            self.line(label, self.cx.line(text));
        }
    }

    /// A text as paragraphs.
    pub(super) fn prose(&mut self, text: &Field<Text>) {
        for block in text.value().map(|text| self.cx.blocks(text)).unwrap_or_default() {
            self.block(block);
        }
    }

    /// Several short texts as one fact.
    pub(super) fn joined(&mut self, label: &str, texts: &List<Text>) {
        self.line(label, self.cx.joined(texts));
    }

    /// Several texts: one is a fact, more are a list under a heading.
    pub(super) fn list(&mut self, label: &str, texts: &List<Text>) {
        self.points(label, texts, false);
    }

    /// Several texts whose order matters.
    pub(super) fn steps(&mut self, label: &str, texts: &List<Text>) {
        self.points(label, texts, true);
    }

    fn points(&mut self, label: &str, texts: &List<Text>, ordered: bool) {
        match &texts[..] {
            [] => {}
            [only] => self.line(label, self.cx.line(&only.value)),
            several => {
                let heading = self.cx.say(label);
                self.block(Block::Heading(heading));
                let points = points(self.cx, several);
                self.block(Block::Points { ordered, points });
            }
        }
    }

    /// What must never be done or said.
    pub(super) fn never(&mut self, texts: &List<Text>) {
        if !texts.is_empty() {
            let points = points(self.cx, texts);
            let blocks = vec![Block::Points { ordered: false, points }];
            self.notice(NoticeKind::Never, "never", blocks);
        }
    }

    /// A remark.
    pub(super) fn note(&mut self, note: &Field<Text>) {
        if let Some(note) = note.value() {
            self.notice(NoticeKind::Note, "note", self.cx.blocks(note));
        }
    }

    pub(super) fn notice(&mut self, kind: NoticeKind, label: &str, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.block(Block::Notice { kind, label: self.cx.say(label), blocks });
        }
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, label: &str, flag: &Field<bool>) {
        self.said(label, flag.value().map(|flag| self.cx.yes_no(*flag)));
    }

    /// A number.
    pub(super) fn count(&mut self, label: &str, count: &Field<u32>) {
        self.said(label, count.value().map(u32::to_string));
    }

    /// An entry of a section.
    pub(super) fn entry(&mut self, label: &str, section: &'static str, id: &Field<String>) {
        if let Some(id) = id.value() {
            self.line(label, Line(vec![self.cx.reference(section, id)]));
        }
    }

    /// A role.
    pub(super) fn role(&mut self, label: &str, role: &Field<String>) {
        self.entry(label, "roles", role);
    }

    /// Entries of a section.
    pub(super) fn entries(&mut self, label: &str, section: &'static str, ids: &[Spanned<String>]) {
        self.line(label, self.cx.references(section, ids));
    }

    /// Scripts, by id or purpose, as they are said in the situations of `when`.
    pub(super) fn scripts(&mut self, label: &str, scripts: &Words<String>, when: &Field<When>) {
        self.line(label, self.cx.scripts(scripts, when.value()));
    }

    /// Entries or sections of any kind.
    pub(super) fn anything(&mut self, label: &str, named: &Words<String>) {
        self.line(label, self.cx.anything(named));
    }

    /// Languages.
    pub(super) fn languages(&mut self, label: &str, codes: &Words<String>) {
        let names: Vec<String> = codes.iter().map(|code| self.cx.known("language", code)).collect();
        self.said(label, Some(names.join(", ")));
    }

    pub(super) fn duration(&mut self, label: &str, duration: &Field<Duration>) {
        let words = self.cx.words;
        self.said(label, duration.value().map(|duration| words.duration(duration, Case::Plain)));
    }

    pub(super) fn amount(&mut self, label: &str, amount: &Field<Amount>) {
        self.said(label, amount.value().map(|amount| self.cx.words.amount(amount)));
    }

    pub(super) fn frequency(&mut self, label: &str, frequency: &Field<Frequency>) {
        self.said(label, frequency.value().map(|frequency| self.cx.words.frequency(frequency)));
    }

    pub(super) fn threshold(&mut self, label: &str, threshold: &Field<Threshold>) {
        self.said(label, threshold.value().map(|threshold| self.cx.words.threshold(threshold)));
    }

    pub(super) fn date(&mut self, label: &str, date: &Field<Date>) {
        self.said(label, date.value().map(|date| self.cx.words.date(date.0)));
    }

    /// Opening hours on one line.
    pub(super) fn hours(&mut self, label: &str, hours: &Field<Hours>) {
        self.said(label, hours.value().map(|hours| self.cx.words.hours(hours)));
    }

    /// Opening hours as a week.
    pub(super) fn week(&mut self, caption: &str, hours: &Field<Hours>) {
        self.week_or(caption, hours, "closed");
    }

    /// Hours as a week; `closed` is the key of the word for days without any.
    pub(super) fn week_or(&mut self, caption: &str, hours: &Field<Hours>, closed: &str) {
        let Some(hours) = hours.value() else { return };
        // The same every day is said in three words; and no single week shows what changes with the season.
        let seasons = hours.rules.iter().any(|rule| rule.dates.iter().any(|dates| dates.season));
        let week = hours.week_of(self.cx.today);
        if seasons || week.is_full() {
            return self.said(caption, Some(self.cx.words.hours_or(hours, closed)));
        }
        self.block(Block::Week(Week {
            caption: self.cx.say(caption),
            hours: week,
            holidays: hours.on_holiday(),
            closed: self.cx.say(closed),
            words: Line::plain(self.cx.words.hours_or(hours, closed)),
        }));
    }

    /// What all rules share: when they hold, what they are exceptions to, for whom, from which day to which.
    pub(super) fn rule<T: Situated>(&mut self, section: &'static str, rule: &T, own: Option<&Situation>) {
        self.said("when", rule.when().map(|when| self.cx.when(when, own)));
        self.entries("exception-to", section, rule.exception_to());
        self.date("from", rule.from());
        self.date("until", rule.until());
        self.concerns(rule.concerns());
    }

    /// The roles of `for`, which only the handbook for everybody has to name.
    pub(super) fn concerns(&mut self, roles: &Words<String>) {
        if self.cx.relevance.role().is_none() {
            self.entries("concerns", "roles", roles);
        }
    }
}

/// Texts as points of a list.
pub(super) fn points(cx: &Context<'_>, texts: &[Spanned<Text>]) -> Vec<Vec<Block>> {
    texts.iter().map(|text| cx.blocks(&text.value)).filter(|blocks| !blocks.is_empty()).collect()
}

/// A line with a word in front that stands out.
pub(super) fn strong(words: impl Into<String>) -> Inline {
    Inline::Strong(vec![Inline::Text(words.into())])
}
