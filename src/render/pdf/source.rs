//! Text for the type setter while it is written: words are always strings, never markup.
//! Must never offer a way to write code that comes from a handbook.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::{Furniture, Handbook, Inline, Line};
use crate::render::look::Look;
use crate::render::places::{Places, is_harmless};

use super::hyphens::hyphenated;

/// Places by the addresses that stand for them in a source.
pub(super) type Links = BTreeMap<String, usize>;

/// A source that grows from top to bottom.
pub(super) struct Source<'h> {
    /// The words around the text.
    pub(super) furniture: &'h Furniture,
    /// How it looks.
    pub(super) look: &'h Look,
    /// Where everything is that can be linked to.
    pub(super) places: Places<'h>,
    written: String,
    claimed: BTreeSet<&'h str>,
    links: Links,
    soft_hyphens: bool,
}

impl<'h> Source<'h> {
    pub(super) fn new(handbook: &'h Handbook, look: &'h Look) -> Self {
        Source {
            furniture: &handbook.furniture,
            look,
            places: Places::of(handbook),
            written: String::new(),
            claimed: BTreeSet::new(),
            links: Links::new(),
            // The type setter knows how to divide words of other languages itself.
            soft_hyphens: handbook.language == "lv",
        }
    }

    /// What is written since the last time that it was taken.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.written)
    }

    pub(super) fn finish(self) -> (String, Links) {
        (self.written, self.links)
    }

    /// How much is written, in bytes.
    pub(super) fn length(&self) -> usize {
        self.written.len()
    }

    /// Replaces code that is part of the program in what was written from a place on.
    pub(super) fn replace_from(&mut self, at: usize, code: &str, by: &str) {
        let tail = self.written.get(at..).map(|tail| tail.replace(code, by));
        if let Some(tail) = tail {
            self.written.truncate(at);
            self.written.push_str(&tail);
        }
    }

    /// Writes code that is part of the program.
    pub(super) fn own(&mut self, code: &str) {
        self.written.push_str(code);
    }

    /// Writes a string.
    pub(super) fn string(&mut self, words: &str) {
        string(words, &mut self.written);
    }

    /// Writes words as content.
    pub(super) fn words(&mut self, words: &str) {
        self.own("[");
        self.text(words);
        self.own("]");
    }

    /// Writes words as content, or nothing.
    pub(super) fn maybe(&mut self, words: Option<&String>) {
        match words.filter(|words| !words.is_empty()) {
            Some(words) => self.words(words),
            None => self.own("none"),
        }
    }

    /// Writes a line of text as content.
    pub(super) fn line(&mut self, line: &Line) {
        self.own("[");
        self.inlines(&line.0);
        self.own("]");
    }

    /// Writes a line of text, inside of content.
    pub(super) fn inside(&mut self, line: &Line) {
        self.inlines(&line.0);
    }

    /// Writes the label by which links find an anchor, and gives its place; a second one of the same name would be a
    /// contradiction.
    pub(super) fn label(&mut self, anchor: &'h str) -> Option<usize> {
        let place = self.places.position(anchor).filter(|_| self.claimed.insert(anchor));
        place.iter().for_each(|at| self.own(&format!("<p{at}>")));
        place
    }

    /// Writes words that lead to a place; plain words if there is none.
    pub(super) fn reference(&mut self, anchor: &str, words: &str) {
        let Some(at) = self.places.position(anchor) else { return self.text(words) };
        let address = self.address(at, anchor, words);
        self.own("#link(");
        self.string(&address);
        self.own(")[");
        self.text(words);
        self.own("]");
    }

    /// The address of a place is what a screen reader says of the link, and stands for the place until it is known
    /// on which page that is. Places of the same name differ by a space that nobody sees.
    pub(super) fn address(&mut self, at: usize, anchor: &str, words: &str) -> String {
        let number = self.places.number(anchor).unwrap_or_default();
        let words: String = words.chars().filter(|letter| !letter.is_control()).take(200).collect();
        let mut address = format!("{} {number} {words}", self.furniture.see);
        while self.links.get(&address).is_some_and(|known| *known != at) {
            address.push('\u{200b}');
        }
        self.links.insert(address.clone(), at);
        address
    }

    /// Writes words inside of content.
    pub(super) fn text(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.own("#");
        match self.soft_hyphens {
            true => string(&hyphenated(words), &mut self.written),
            false => string(words, &mut self.written),
        }
        self.own(";");
    }

    /// Writes words that are not to be divided, inside of content.
    pub(super) fn whole(&mut self, words: &str) {
        self.own("#");
        self.string(words);
        self.own(";");
    }

    fn inlines(&mut self, pieces: &[Inline]) {
        for piece in pieces {
            match piece {
                Inline::Text(words) => self.text(words),
                Inline::Strong(inside) => self.wrapped("#strong[", inside),
                Inline::Emphasis(inside) => self.wrapped("#emph[", inside),
                Inline::Code(words) => self.called("#raw(", words),
                Inline::Placeholder(name) => self.called("#gap(", name),
                Inline::Link { address, words } if is_harmless(address) => {
                    self.own("#link(");
                    self.string(address);
                    self.wrapped(")[", words);
                }
                Inline::Link { words, .. } => self.inlines(words),
                Inline::Reference { anchor, words } => {
                    self.reference(anchor, words);
                    self.see(anchor);
                }
                Inline::Break => self.own("#linebreak()"),
            }
        }
    }

    // Paper has no links, so the number of the place goes along.
    fn see(&mut self, anchor: &str) {
        if let Some(number) = self.places.number(anchor) {
            let see = format!(" ({}\u{a0}{number})", self.furniture.see);
            self.text(&see);
        }
    }

    fn wrapped(&mut self, before: &str, inside: &[Inline]) {
        self.own(before);
        self.inlines(inside);
        self.own("]");
    }

    fn called(&mut self, before: &str, words: &str) {
        self.own(before);
        self.string(words);
        self.own(");");
    }
}

/// Appends a string of the type setter's language.
pub(super) fn string(words: &str, written: &mut String) {
    written.push('"');
    for letter in words.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' | '\t' | '\r' => written.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() => {}
            letter => written.push(letter),
        }
    }
    written.push('"');
}
