//! Texts cut into words once, for all the lists that are looked for in them. Must never know what a word means.

use std::ops::Range;

use super::spoken::{is_letter, one_spelling};

/// A text with the places of its words.
#[derive(Debug)]
pub(super) struct Cut<'t> {
    text: &'t str,
    words: Vec<Placed>,
}

/// A part of a text that begins and ends with whole words. Places are those of the whole text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'c> {
    whole: &'c str,
    start: usize,
    end: usize,
    words: &'c [Placed],
}

/// A word at its place, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Its first two letters.
    pub(super) key: Key,
    /// What begins with it.
    pub(super) begins: Begins,
}

/// What begins with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    Nothing,
    Clause,
    Sentence,
}

/// The first two letters of a word as they are compared; the second is 0 where there is only one.
pub(super) type Key = (char, char);

impl<'t> Cut<'t> {
    /// Cuts a text.
    pub(super) fn of(text: &'t str) -> Self {
        let mut words: Vec<Placed> = Vec::with_capacity(text.len() / 6);
        let (mut last, mut in_clause) = (None, 0);
        for Range { start, end } in Words::of(text) {
            let begins = match last {
                None => Begins::Nothing,
                Some(last) => begins(text, last..start, in_clause),
            };
            in_clause = if begins == Begins::Nothing { in_clause + 1 } else { 1 };
            last = Some(end);
            let key = text.get(start..end).and_then(key_of).unwrap_or_default();
            words.push(Placed { start, end, key, begins });
        }
        Cut { text, words }
    }

    /// All of it.
    pub(super) fn whole(&self) -> Part<'_> {
        Part { whole: self.text, start: 0, end: self.text.len(), words: &self.words }
    }
}

impl<'c> Part<'c> {
    /// The text of this part.
    pub(super) fn text(&self) -> &'c str {
        self.whole.get(self.start..self.end).unwrap_or_default()
    }

    /// Where it begins in the whole text.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Its words.
    pub(super) fn words(&self) -> &'c [Placed] {
        self.words
    }

    /// What stands at a place of the whole text.
    pub(super) fn at(&self, place: Range<usize>) -> &'c str {
        self.whole.get(place).unwrap_or_default()
    }

    /// A word as it is written.
    pub(super) fn word(&self, word: &Placed) -> &'c str {
        self.at(word.start..word.end)
    }

    /// The part between two places of the whole text, with the words that lie inside.
    pub(super) fn part(&self, place: Range<usize>) -> Part<'c> {
        let first = self.words.partition_point(|word| word.start < place.start);
        let end = self.words.partition_point(|word| word.end <= place.end);
        let words = self.words.get(first..end.max(first)).unwrap_or_default();
        Part { whole: self.whole, start: place.start, end: place.end, words }
    }

    /// One word alone.
    pub(super) fn only(&self, word: &'c Placed) -> Part<'c> {
        Part { whole: self.whole, start: word.start, end: word.end, words: std::slice::from_ref(word) }
    }
}

// After a full stop a new sentence begins with a capital letter. One word before a comma, such as "please", belongs to
// the clause that follows.
fn begins(text: &str, between: Range<usize>, in_clause: usize) -> Begins {
    let next = text.get(between.end..).and_then(|rest| rest.chars().next());
    let between = text.get(between).unwrap_or_default();
    if between == " " {
        return Begins::Nothing;
    }
    let stop = between.trim_start_matches(['"', '»', '”', ')', '\'']);
    let capital = || next.is_some_and(char::is_uppercase);
    if between.contains(['!', '?', '…']) || between.contains("\n\n") || (stop.starts_with('.') && capital())
    {
        return Begins::Sentence;
    }
    let clause = between.contains([',', ';', ':', '—', '–', '(', ')', '\n']) || between.contains(" - ");
    if clause && in_clause > 1 { Begins::Clause } else { Begins::Nothing }
}

/// The places of the words of a text. An apostrophe belongs to a word only inside it.
#[derive(Debug, Clone)]
pub(super) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Words<'t> {
    /// The words of a text, from its beginning.
    pub(super) fn of(text: &'t str) -> Self {
        Words { text, at: 0 }
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let mut start = self.at;
        let mut end = loop {
            match sign_at(self.text, start)? {
                (length, Sign::Letter) => break start + length,
                (length, _) => start += length,
            }
        };
        let mut at = end;
        while let Some((length, sign)) = sign_at(self.text, at) {
            at += length;
            match sign {
                Sign::Letter => end = at,
                Sign::Apostrophe => {}
                Sign::Other => break,
            }
        }
        self.at = end;
        Some(start..end)
    }
}

/// The runs of letters of a text: words cut at apostrophes.
pub(super) fn letter_runs(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at;
            while let Some((length, Sign::Letter)) = sign_at(text, at) {
                at += length;
            }
            if at > start {
                return text.get(start..at);
            }
            at += sign_at(text, at)?.0;
        }
    })
}

/// What a character is to a word.
enum Sign {
    Letter,
    Apostrophe,
    Other,
}

/// The character at a place and its length in bytes. The common alphabets are told by their first byte, because whole
/// standards are read letter by letter.
fn sign_at(text: &str, at: usize) -> Option<(usize, Sign)> {
    Some(match text.as_bytes().get(at)? {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => (1, Sign::Letter),
        b'\'' | b'`' => (1, Sign::Apostrophe),
        0..=0x7f => (1, Sign::Other),
        // Latin from U+0100 to U+023F, Cyrillic to U+047F.
        0xc4..=0xc8 | 0xd0..=0xd1 => (2, Sign::Letter),
        _ => {
            let c = text.get(at..)?.chars().next()?;
            let sign = match c {
                c if is_letter(c) => Sign::Letter,
                c if one_spelling(c) == '\'' => Sign::Apostrophe,
                _ => Sign::Other,
            };
            (c.len_utf8(), sign)
        }
    })
}

/// A word as it is compared.
pub(super) fn folded(word: &str) -> String {
    word.chars().map(small).collect()
}

/// The first two letters of a word as they are compared.
pub(super) fn key_of(word: &str) -> Option<Key> {
    let mut letters = word.chars().map(small);
    Some((letters.next()?, letters.next().unwrap_or('\0')))
}

/// A letter as it is compared.
pub(super) fn small(c: char) -> char {
    match c {
        // Most letters are small already, and have one spelling.
        'a'..='z' | '0'..='9' | ' ' | 'а'..='я' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        c => one_spelling(c.to_lowercase().next().unwrap_or(c)),
    }
}
