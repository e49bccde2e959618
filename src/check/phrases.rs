//! Finds the phrases of word lists in texts: all of them in one pass, in any letter case and with any ending allowed.
//! Must never know what a phrase means.

use std::ops::Range;

use super::cut::{Begins, Key, Part, Placed, Words, folded, key_of, small};

/// Phrases that are looked for together; each carries a tag by which it is known again.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// Sorted by key.
    list: Vec<Phrase<T>>,
    /// One bit for each key: most words of a text begin no phrase at all.
    starts: [u64; 64],
    /// Endings of words, which are looked for only by `any` and `tags`.
    endings: Vec<(String, T)>,
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
                Some(ending) => endings.push((folded(ending), tag)),
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
    pub(super) fn any(&self, text: Part<'_>) -> bool {
        !self.tags(text, 1).is_empty()
    }

    /// The tags of phrases that occur in a text, each once; the search ends when it has found so many.
    pub(super) fn tags(&self, text: Part<'_>, most: usize) -> Vec<T> {
        let mut found: Vec<T> = Vec::new();
        for (at, phrase) in self.candidates(text) {
            if found.len() >= most {
                return found;
            }
            if !found.contains(&phrase.tag) && phrase.ends(text, at, &self.numbers).is_some() {
                found.push(phrase.tag);
            }
        }
        for word in text.words().iter().filter(|_| !self.endings.is_empty()) {
            let word = folded(text.word(word));
            for (ending, tag) in &self.endings {
                if found.len() < most && !found.contains(tag) && word.ends_with(ending) {
                    found.push(*tag);
                }
            }
        }
        found
    }

    /// Every phrase in a text, in the order of their places; of those of a kind that overlap the longest.
    pub(super) fn hits(&self, text: Part<'_>, same_kind: impl Fn(T, T) -> bool) -> Vec<Hit<T>> {
        let mut hits: Vec<Hit<T>> = Vec::new();
        for (at, phrase) in self.candidates(text) {
            if hits.len() >= MOST {
                break;
            }
            let start = text.words().get(at).map(|word| word.start);
            let Some((start, end)) = start.zip(phrase.ends(text, at, &self.numbers)) else { continue };
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
        hits
    }

    // The phrases that may begin at a word, under its number: those whose first two words begin with the letters that
    // stand there.
    fn candidates<'p>(&'p self, text: Part<'p>) -> impl Iterator<Item = (usize, &'p Phrase<T>)> {
        let words = text.words().iter().enumerate();
        let starts = words.filter(|(_, word)| {
            let (index, bit) = bit_of(word.key);
            self.starts.get(index).is_some_and(|bits| bits & bit != 0)
        });
        starts.flat_map(move |(at, word)| {
            let first = self.list.partition_point(|phrase| phrase.key < word.key);
            let list = self.list.iter().skip(first).take_while(|phrase| phrase.key == word.key);
            let second = text.words().get(at + 1).map(|word| word.key);
            list.filter(move |phrase| phrase.second.is_none() || phrase.second == second)
                .map(move |phrase| (at, phrase))
        })
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

    /// Where the phrase ends that begins with a word of a text, if it stands there.
    fn ends(&self, text: Part<'_>, at: usize, numbers: &[String]) -> Option<usize> {
        let mut rest = text.words().get(at..)?.iter();
        let mut last: Option<&Placed> = None;
        for word in &self.words {
            let mut skips = if word.after_gap { GAP } else { 0 };
            loop {
                let next = rest.next()?;
                if last.is_some() && next.begins == Begins::Sentence {
                    return None;
                }
                last = Some(next);
                if word.is(text.word(next), numbers) {
                    break;
                }
                skips = skips.checked_sub(1)?;
            }
        }
        last.map(|word| word.end)
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

fn bit_of((first, second): Key) -> (usize, u64) {
    let hash = (first as usize).wrapping_mul(31).wrapping_add((second as usize).wrapping_mul(7)) % 4096;
    (hash / 64, 1 << (hash % 64))
}
