//! A page of HTML while it is written: elements that always close, text that is always escaped, ids that are unique.
//! Must never offer a way to write markup that comes from a standard.

use std::collections::BTreeSet;
use std::ops::Deref;

/// A page of HTML that grows from top to bottom, with whatever its writer has to know at hand.
pub(crate) struct Markup<C> {
    around: C,
    written: String,
    claimed: BTreeSet<String>,
}

/// The name and value of an attribute. An `id` or `href` without value is left out.
pub(crate) type Attribute<'a> = (&'static str, &'a str);

impl<C> Deref for Markup<C> {
    type Target = C;
    fn deref(&self) -> &C {
        &self.around
    }
}

impl<C> Markup<C> {
    /// An empty page.
    pub(crate) fn around(around: C) -> Self {
        Markup { around, written: String::from("<!DOCTYPE html>\n"), claimed: BTreeSet::new() }
    }

    /// The whole page.
    pub(crate) fn finish(self) -> String {
        self.written
    }

    /// Writes an element and what is inside.
    pub(crate) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) {
        self.void(tag, attributes);
        inside(self);
        self.written.push_str("</");
        self.written.push_str(tag);
        self.written.push('>');
        if stands_alone(tag) {
            self.written.push('\n');
        }
    }

    /// Writes an element that holds nothing but text.
    pub(crate) fn leaf(&mut self, tag: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(tag, attributes, |page| page.text(text));
    }

    /// Writes an element that never has an end, such as `meta`.
    pub(crate) fn void(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) {
        self.written.push('<');
        self.written.push_str(tag);
        for (name, value) in attributes {
            if value.is_empty() && matches!(*name, "id" | "href") {
                continue;
            }
            self.written.push(' ');
            self.written.push_str(name);
            self.written.push_str("=\"");
            escape(value, &mut self.written);
            self.written.push('"');
        }
        self.written.push('>');
    }

    /// Writes text.
    pub(crate) fn text(&mut self, text: &str) {
        escape(text, &mut self.written);
    }

    /// Writes markup, style or script that is part of the program.
    pub(crate) fn own(&mut self, markup: &'static str) {
        self.written.push_str(markup);
    }

    /// Writes a text as a string of CSS: every character that could end the string, or the style, as a number.
    pub(crate) fn css_string(&mut self, text: &str) {
        self.written.push('"');
        for letter in text.chars() {
            if letter.is_alphanumeric() || letter == ' ' {
                self.written.push(letter);
            } else {
                self.written.push_str(&format!("\\{:x} ", u32::from(visible(letter))));
            }
        }
        self.written.push('"');
    }

    /// Writes a value as JSON in which nothing can end the script that holds it.
    pub(crate) fn json(&mut self, value: &serde_json::Value) {
        self.script_text(&format!("{value:#}"));
    }

    /// The same without a space too many, for scripts.
    pub(crate) fn data(&mut self, value: &serde_json::Value) {
        self.script_text(&value.to_string());
    }

    fn script_text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                    self.written.push_str(&format!("\\u{:04x}", u32::from(letter)));
                }
                other => self.written.push(other),
            }
        }
    }

    /// Writes a colour behind the words of a style that ask for one.
    pub(crate) fn colour(&mut self, before: &'static str, digits: &str) {
        self.written.push_str(before);
        self.written.extend(digits.chars().filter(char::is_ascii_hexdigit));
    }

    /// Takes an anchor as the `id` of an element; nothing when it is taken already.
    pub(crate) fn claim(&mut self, anchor: &str) -> String {
        if self.claimed.insert(anchor.to_owned()) { anchor.to_owned() } else { String::new() }
    }
}

fn escape(text: &str, written: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            other => written.push(visible(other)),
        }
    }
}

// HTML knows no control characters apart from white space.
fn visible(letter: char) -> char {
    if letter.is_control() && !matches!(letter, '\n' | '\t') { char::REPLACEMENT_CHARACTER } else { letter }
}

// A line break after these keeps the file readable and never shows.
fn stands_alone(tag: &str) -> bool {
    let alone = [
        "html",
        "head",
        "body",
        "title",
        "style",
        "script",
        "header",
        "nav",
        "main",
        "section",
        "div",
        "p",
        "ol",
        "ul",
        "li",
        "dl",
        "table",
        "thead",
        "tbody",
        "tr",
        "figure",
        "svg",
        "g",
        "details",
        "summary",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "dd",
        "blockquote",
    ];
    alone.contains(&tag)
}
