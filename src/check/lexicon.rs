//! The word lists of the languages that words are judged in. Must never hold a word itself: the lists are data.

use super::spoken::words;

/// The words of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    lists: &'static str,
}

const LEXICONS: [(&str, &str); 4] = [
    ("en", include_str!("words/en.txt")),
    ("lv", include_str!("words/lv.txt")),
    ("pl", include_str!("words/pl.txt")),
    ("ru", include_str!("words/ru.txt")),
];

/// The most words that `..` of a pattern may stand for.
const GAP: usize = 4;

impl Lexicon {
    /// The words of a language; none where there are no lists. `en-GB` uses those of `en`.
    pub(super) fn of(language: &str) -> Option<Lexicon> {
        let main = language.split('-').next().unwrap_or(language);
        LEXICONS.iter().find(|(code, _)| *code == main).map(|(_, lists)| Lexicon { lists })
    }

    /// The patterns of a list; none where the language has no such list.
    pub(super) fn list(&self, name: &str) -> Option<impl Iterator<Item = &'static str> + use<>> {
        let lines = self.lists.lines().filter(|line| !line.starts_with('#'));
        let line = lines.filter_map(|line| line.split_once(": ")).find(|(key, _)| *key == name);
        line.map(|(_, patterns)| patterns.split('|').map(str::trim))
    }

    /// Whether a text contains one of the patterns of a list.
    pub(super) fn has(&self, name: &str, text: &[String]) -> Option<bool> {
        let mut patterns = self.list(name)?;
        Some(patterns.any(|pattern| matches(pattern, text)))
    }
}

/// Whether a pattern such as `how .. help*` occurs in the words of a text.
fn matches(pattern: &str, text: &[String]) -> bool {
    let parts: Vec<&str> = pattern.split_whitespace().collect();
    (0..text.len()).any(|start| text.get(start..).is_some_and(|text| begins(&parts, text)))
}

fn begins(parts: &[&str], text: &[String]) -> bool {
    let mut at = 0;
    let mut gap = 0;
    for part in parts {
        if *part == ".." {
            gap = GAP;
            continue;
        }
        let found = (at..=at + gap).find(|at| text.get(*at).is_some_and(|word| fits(part, word)));
        let Some(found) = found else { return false };
        (at, gap) = (found + 1, 0);
    }
    true
}

fn fits(part: &str, word: &str) -> bool {
    match part.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => words(part).first().is_some_and(|part| part == word),
    }
}
