//! The words of a dimension, each with its place. Must never change their order.

use std::ops::Deref;
use std::sync::Arc;

use crate::source::Lookup;

/// Words in their order; a copy shares them.
#[derive(Debug, Clone)]
pub struct WordList {
    words: Arc<[String]>,
    places: Arc<Lookup<String, usize>>,
}

impl WordList {
    /// The place of a word; of two that are the same the first.
    pub fn place(&self, word: &str) -> Option<usize> {
        self.places.get(word).copied()
    }
}

impl PartialEq for WordList {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

impl Deref for WordList {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.words
    }
}

impl FromIterator<String> for WordList {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let words: Arc<[String]> = words.into_iter().collect();
        let mut places = Lookup::with_capacity_and_hasher(words.len(), Default::default());
        for (at, word) in words.iter().enumerate() {
            places.entry(word.clone()).or_insert(at);
        }
        WordList { words, places: Arc::new(places) }
    }
}

impl From<Vec<String>> for WordList {
    fn from(words: Vec<String>) -> Self {
        words.into_iter().collect()
    }
}
