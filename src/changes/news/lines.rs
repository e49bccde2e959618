//! What an entry of the handbook says before and after, line by line. Must never show a line that says the same.

use std::collections::BTreeSet;

use super::NewsFact;
use crate::compile::Told;

/// The lines of an entry that differ.
pub(super) struct Lines {
    found: Vec<(String, Option<String>, Option<String>)>,
}

/// The most lines that are told of one entry.
const MOST: usize = 12;

impl Lines {
    /// The differences between two versions of an entry.
    pub(super) fn between(old: Option<&Told>, new: Option<&Told>) -> Lines {
        let all = |told: Option<&Told>| told.map(|told| told.lines.clone()).unwrap_or_default();
        let (mut gone, mut fresh) = (all(old), all(new));
        gone.retain(|line| match fresh.iter().position(|other| other == line) {
            Some(at) => {
                fresh.remove(at);
                false
            }
            None => true,
        });
        let mut found = Vec::new();
        for (label, after) in fresh {
            // The same label first; else a line that is the same in other words.
            let labelled = gone.iter().position(|(other, _)| *other == label && !label.is_empty());
            let reworded =
                || gone.iter().position(|(other, before)| reads_alike(&(other, before), &(&label, &after)));
            match labelled.or_else(reworded) {
                None => found.push((label, None, Some(after))),
                Some(at) => {
                    let (other, before) = gone.remove(at);
                    if !reads_alike(&(&other, &before), &(&label, &after))
                        || other == label && label_tells(&before, &after)
                    {
                        found.push((label, Some(before), Some(after)));
                    }
                }
            }
        }
        found.extend(gone.into_iter().map(|(label, before)| (label, Some(before), None)));
        found.truncate(MOST);
        Lines { found }
    }

    /// The differences as facts.
    pub(super) fn facts(self) -> impl Iterator<Item = NewsFact> {
        self.found.into_iter().map(|(label, before, after)| NewsFact {
            label,
            before,
            after,
            when: Vec::new(),
            from: None,
            until: None,
        })
    }
}

// Under one label a short value is what counts, though it may share words with the one before.
fn label_tells(before: &str, after: &str) -> bool {
    before.split_whitespace().count().max(after.split_whitespace().count()) <= 6
}

// Whether two lines say the same in other words: they share half of their words and all of their figures.
fn reads_alike(one: &(&String, &String), other: &(&String, &String)) -> bool {
    let words = |line: &(&String, &String)| -> BTreeSet<String> {
        let text = format!("{} {}", line.0, line.1).to_lowercase();
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (before, after) = (words(one), words(other));
    let figures = |words: &BTreeSet<String>| -> Vec<String> {
        words.iter().filter(|word| word.starts_with(|first: char| first.is_ascii_digit())).cloned().collect()
    };
    figures(&before) == figures(&after)
        && 2 * before.intersection(&after).count() >= before.union(&after).count()
}
