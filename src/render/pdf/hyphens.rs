//! Where Latvian words may be divided. Must never change how a word reads: only soft hyphens are added.

const SOFT_HYPHEN: char = '\u{ad}';
/// Words shorter than these stay whole.
const SHORTEST: usize = 8;

/// The words with soft hyphens between the syllables of the long ones.
pub(super) fn hyphenated(words: &str) -> String {
    let mut written = String::with_capacity(words.len() + words.len() / 8);
    let mut word: Vec<char> = Vec::new();
    for letter in words.chars() {
        if letter.is_alphabetic() {
            word.push(letter);
            continue;
        }
        divide(&word, &mut written);
        word.clear();
        written.push(letter);
    }
    divide(&word, &mut written);
    written
}

// A syllable begins with the last consonant before its vowel; two letters at least stay on either side.
fn divide(word: &[char], written: &mut String) {
    let capitals = word.iter().filter(|letter| letter.is_uppercase()).count();
    let mut since = 0;
    for (at, letter) in word.iter().enumerate() {
        let vowel_at = |at: usize| word.get(at).is_some_and(|letter| is_vowel(*letter));
        let before = word.get(..at).is_some_and(|before| before.iter().any(|letter| is_vowel(*letter)));
        let begins = before && !is_vowel(*letter) && vowel_at(at + 1);
        let room = word.len() >= SHORTEST && since >= 3 && at + 3 <= word.len();
        if begins && room && capitals <= 1 {
            written.push(SOFT_HYPHEN);
            since = 0;
        }
        since += 1;
        written.push(*letter);
    }
}

fn is_vowel(letter: char) -> bool {
    letter.to_lowercase().all(|letter| "aeiouāēīōū".contains(letter))
}
