//! Finds the phrases of word lists in texts: all of them in one pass, in any letter case and with any ending allowed.
//! Must never know what a phrase means.

use std::ops::Range;

use super::spoken::{is_letter, one_spelling};

/// Phrases that are looked for together; each carries a tag by which it is known again.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// Sorted by key.
    list: Vec<Phrase<T>>,
    /// One bit for each key: most words of a text begin no phrase at all.
    starts: [u64; 64],
    /// Endings of words, which are looked for only by `any`.
    endings: Vec<String>,
    /// Numbers in words, which `#` stands for besides those in digits.
    numbers: Vec<String>,
}

/// The most words that `..` of a phrase may stand for.
const GAP: usize = 4;

/// The most phrases that are found in one text; nobody reads more findings about it.
const MOST: usize = 64;

/// How many of the phrases found last can overlap a further one.
const RECENT: usize = 8;

#[derive(Debug)]
struct Phrase<T> {
    key: Key,
    /// The first two letters of the second word, where it is known which word that is.
    second: Option<Key>,
    words: Vec<Word>,
    tag: T,
}

/// The first two letters of a phrase; the second is 0 where the first word has only one.
type Key = (char, char);

#[derive(Debug, Default)]
struct Word {
    letters: String,
    any_ending: bool,
    number: bool,
    after_gap: bool,
}

/// A phrase that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit<T> {
    /// Its tag.
    pub(super) tag: T,
    /// Where it stands in the text, in bytes.
    pub(super) place: Range<usize>,
}

impl<T: Copy + PartialEq> Phrases<T> {
    /// Takes phrases such as `how .. help*` in: `*` stands for any ending, `..` for up to four further words, `#` for
    /// a number, and `*` alone for any word.
    pub(super) fn of<'p>(patterns: impl IntoIterator<Item = (&'p str, T)>) -> Self {
        let (mut list, mut endings) = (Vec::new(), Vec::new());
        for (pattern, tag) in patterns {
            match pattern.strip_prefix('*') {
                Some(ending) => endings.push(folded(ending)),
                None => list.extend(Phrase::of(pattern, tag)),
            }
        }
        list.sort_by_key(|phrase| phrase.key);
        let mut starts = [0; 64];
        for phrase in &list {
            let (at, bit) = bit_of(phrase.key);
            if let Some(bits) = starts.get_mut(at) {
                *bits |= bit;
            }
        }
        Phrases { list, starts, endings, numbers: Vec::new() }
    }

    /// The same phrases with numbers in words, each of which `#` may stand for.
    pub(super) fn with_numbers<'n>(self, numbers: impl IntoIterator<Item = &'n str>) -> Self {
        Phrases { numbers: numbers.into_iter().map(folded).collect(), ..self }
    }

    /// Whether any of the phrases occurs in a text.
    pub(super) fn any(&self, text: &str) -> bool {
        let mut found = false;
        self.each_start(text, |at, key| {
            found = found
                || self
                    .candidates(text, at, key)
                    .any(|phrase| phrase.ends(text, at, &self.numbers).is_some());
        });
        let ends = |word: Range<usize>| {
            let word = folded(text.get(word).unwrap_or_default());
            self.endings.iter().any(|ending| word.ends_with(ending))
        };
        found || (!self.endings.is_empty() && Words::of(text).any(ends))
    }

    /// Every phrase in a text, in the order of their places; of those of a kind that overlap the longest.
    pub(super) fn hits(&self, text: &str, same_kind: impl Fn(T, T) -> bool) -> Vec<Hit<T>> {
        let mut hits: Vec<Hit<T>> = Vec::new();
        self.each_start(text, |start, key| {
            for phrase in self.candidates(text, start, key) {
                let Some(end) = phrase.ends(text, start, &self.numbers).filter(|_| hits.len() < MOST) else {
                    continue;
                };
                let hit = Hit { tag: phrase.tag, place: start..end };
                let rival = |other: &Hit<T>| other.place.end > start && same_kind(other.tag, hit.tag);
                let recent = hits.split_off(hits.len().saturating_sub(RECENT));
                if recent.iter().any(|other| rival(other) && other.place.len() >= hit.place.len()) {
                    hits.extend(recent);
                    continue;
                }
                hits.extend(recent.into_iter().filter(|other| !rival(other)));
                hits.push(hit);
            }
        });
        hits
    }

    fn each_start(&self, text: &str, mut visit: impl FnMut(usize, Key)) {
        if self.list.is_empty() {
            return;
        }
        let mut inside = false;
        // Byte by byte, because whole standards are read so; letters are looked at where a word begins.
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' if inside => {}
                0x80..=0xbf | b'\'' | b'`' => {}
                0..=0x7f if !byte.is_ascii_alphanumeric() => inside = false,
                // The first byte of a Latin or Cyrillic letter.
                0xc3..=0xd1 if inside => {}
                _ => {
                    let mut letters = text.get(at..).unwrap_or_default().chars();
                    let first = letters.next().unwrap_or_default();
                    let begins = !inside && is_letter(first);
                    inside = is_letter(first) || (inside && one_spelling(first) == '\'');
                    if begins {
                        let second = letters.next().map(small).filter(|c| is_letter(*c) || *c == '\'');
                        let key = (small(first), second.unwrap_or('\0'));
                        let (index, bit) = bit_of(key);
                        if self.starts.get(index).is_some_and(|bits| bits & bit != 0) {
                            visit(at, key);
                        }
                    }
                }
            }
        }
    }

    /// The phrases that may begin at a place: those whose first two words begin with the letters that stand there.
    fn candidates<'p>(&'p self, text: &str, start: usize, key: Key) -> impl Iterator<Item = &'p Phrase<T>> {
        let first = self.list.partition_point(|phrase| phrase.key < key);
        let list = self.list.iter().skip(first).take_while(move |phrase| phrase.key == key);
        let rest = text.get(start..).unwrap_or_default();
        let second = Words::of(rest).nth(1).and_then(|word| key_of(rest.get(word)?));
        list.filter(move |phrase| phrase.second.is_none() || phrase.second == second)
    }
}

impl<T> Phrase<T> {
    fn of(pattern: &str, tag: T) -> Option<Self> {
        let mut words: Vec<Word> = Vec::new();
        let mut after_gap = false;
        for part in pattern.split_whitespace() {
            if part == ".." {
                after_gap = !words.is_empty();
                continue;
            }
            let before = words.len();
            let letters = Words::of(part).filter_map(|word| part.get(word)).map(folded);
            words.extend(letters.map(|letters| Word { letters, ..Word::default() }));
            if matches!(part, "#" | "*") {
                words.push(Word { number: part == "#", any_ending: part == "*", ..Word::default() });
            }
            if let Some(first) = words.get_mut(before) {
                first.after_gap = std::mem::take(&mut after_gap);
            }
            if let Some(last) = words.last_mut().filter(|_| part.ends_with('*')) {
                last.any_ending = true;
            }
        }
        let second = words.get(1).filter(|word| !word.after_gap).and_then(|word| word.whole_key());
        let first = words.first_mut()?;
        let key = key_of(&first.letters)?;
        // A single letter with any ending would be every word that begins with it.
        first.any_ending &= key.1 != '\0';
        Some(Phrase { key, second, words, tag })
    }

    /// Where the phrase ends that begins at `start`, if it stands there.
    fn ends(&self, text: &str, start: usize, numbers: &[String]) -> Option<usize> {
        let rest = text.get(start..)?;
        let mut cut = Words::of(rest);
        let mut end = 0;
        for word in &self.words {
            let mut skips = if word.after_gap { GAP } else { 0 };
            loop {
                let place = cut.next()?;
                if end > 0 && ends_sentence(rest.get(end..place.start)?, rest.get(place.start..)?) {
                    return None;
                }
                end = place.end;
                if word.is(rest.get(place)?, numbers) {
                    break;
                }
                skips = skips.checked_sub(1)?;
            }
        }
        Some(start + end)
    }
}

impl Word {
    /// The first two letters of every word that it can be, if they are the same for all.
    fn whole_key(&self) -> Option<Key> {
        key_of(&self.letters).filter(|(_, second)| !self.any_ending || *second != '\0')
    }

    fn is(&self, word: &str, numbers: &[String]) -> bool {
        if self.number {
            return word.starts_with(|c: char| c.is_ascii_digit()) || numbers.contains(&folded(word));
        }
        let mut letters = word.chars().map(small);
        for wanted in self.letters.chars() {
            if letters.next() != Some(wanted) {
                return false;
            }
        }
        self.any_ending || letters.next().is_none()
    }
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
        let rest = self.text.get(self.at..)?;
        let start = rest.char_indices().find(|(_, c)| is_letter(*c))?.0;
        let word = rest.get(start..)?;
        let apostrophe = |c: char| one_spelling(c) == '\'';
        let length = word.find(|c: char| !is_letter(c) && !apostrophe(c)).unwrap_or(word.len());
        let length = word.get(..length)?.trim_end_matches(apostrophe).len();
        let start = self.at + start;
        self.at = start + length;
        Some(start..start + length)
    }
}

/// Whether a sentence ends between two words: after a full stop a new one begins with a capital letter.
pub(super) fn ends_sentence(between: &str, next: &str) -> bool {
    let capital = next.chars().next().is_some_and(char::is_uppercase);
    let stop = between.trim_start_matches(['"', '»', '”', ')', '\'']);
    between.contains(['!', '?', '…']) || between.contains("\n\n") || (capital && stop.starts_with('.'))
}

/// A word as it is compared.
pub(super) fn folded(word: &str) -> String {
    word.chars().map(small).collect()
}

/// The first two letters of a word as they are compared.
fn key_of(word: &str) -> Option<Key> {
    let mut letters = word.chars().map(small);
    Some((letters.next()?, letters.next().unwrap_or('\0')))
}

/// A letter as it is compared.
fn small(c: char) -> char {
    match c {
        // Most letters are small already, and have one spelling.
        'a'..='z' | '0'..='9' | ' ' | 'а'..='я' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        c => one_spelling(c.to_lowercase().next().unwrap_or(c)),
    }
}

fn bit_of((first, second): Key) -> (usize, u64) {
    let hash = (first as usize).wrapping_mul(31).wrapping_add((second as usize).wrapping_mul(7)) % 4096;
    (hash / 64, 1 << (hash % 64))
}
