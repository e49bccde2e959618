//! The lines of a starter: YAML in every language at once, with directives behind `#:`.
//! Must never choose a language.
//!
//! `#: file NAME` begins a file, `#: include PART` puts a part in its place, `#: set NAME=VALUE` gives `$NAME` a value
//! (`NAME.LANGUAGE` in one language only). `#en …` is a remark in one language. ` #: own ADVICE` at the end of a line
//! marks a text that the company is to replace.

use super::{LANGUAGES, PARTS};

/// What puts a part in its place.
const INCLUDE: &str = "#: include ";

/// What marks a text that the company is to replace.
const OWN: &str = " #: own ";

/// A line of a starter.
#[derive(Debug, Clone, Copy)]
pub(super) enum Line<'a> {
    /// Begins a file.
    File(&'a str),
    /// Gives a name a value, in one language or in all.
    Set { name: &'a str, language: Option<&'a str>, value: &'a str },
    /// A remark in one language.
    Remark { indent: &'a str, language: &'a str, text: &'a str },
    /// A text in one language: the value of the key above, or an item of a list.
    Text { indent: &'a str, item: bool, language: &'a str, text: &'a str, advice: Option<&'a str> },
    /// Any other line of YAML.
    Plain { text: &'a str, advice: Option<&'a str> },
}

/// The lines of a starter with its parts in their places.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    for line in text.lines() {
        match line.strip_prefix(INCLUDE) {
            Some(part) => found.extend(part_of(part).map(read)),
            None => found.push(read(line)),
        }
    }
    found
}

/// Whether a line puts a part in its place.
pub(super) fn is_include(line: &str) -> bool {
    line.starts_with(INCLUDE)
}

fn part_of(name: &str) -> impl Iterator<Item = &str> {
    let named = move |line: &str| line.strip_prefix("#: part ") == Some(name);
    let inside = PARTS.lines().skip_while(move |line| !named(line)).skip(1);
    inside.take_while(|line| !line.starts_with("#: part "))
}

/// Reads a line.
pub(super) fn read(line: &str) -> Line<'_> {
    if let Some(name) = line.strip_prefix("#: file ") {
        return Line::File(name);
    }
    if let Some((name, value)) = line.strip_prefix("#: set ").and_then(|set| set.split_once('=')) {
        let (name, language) = match name.split_once('.') {
            Some((name, language)) => (name, Some(language)),
            None => (name, None),
        };
        return Line::Set { name, language, value };
    }
    let (line, advice) = split_advice(line);
    let unindented = line.trim_start_matches(' ');
    let indent = line.strip_suffix(unindented).unwrap_or_default();
    let remark = unindented.strip_prefix('#').and_then(|rest| rest.split_once(' '));
    if let Some((language, text)) = remark
        && LANGUAGES.contains(&language)
    {
        return Line::Remark { indent, language, text };
    }
    let (item, content) = match unindented.strip_prefix("- ") {
        Some(content) => (true, content),
        None => (false, unindented),
    };
    // The codes of the languages have two letters.
    let version = content.split_at_checked(2).and_then(|(code, text)| Some((code, text.strip_prefix(": ")?)));
    match version {
        Some((language, text)) if LANGUAGES.contains(&language) => {
            Line::Text { indent, item, language, text: text.trim_end(), advice }
        }
        _ => Line::Plain { text: line, advice },
    }
}

fn split_advice(line: &str) -> (&str, Option<&str>) {
    // Most lines hold no `#`, and every check reads all of them.
    match line.contains('#').then(|| line.split_once(OWN)).flatten() {
        Some((text, advice)) => (text.trim_end(), Some(advice)),
        None => (line, None),
    }
}
