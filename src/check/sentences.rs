//! Sentences, clauses and quotations of a text. Must never know a word of any language.

use std::ops::Range;

use super::cut::{Begins, Part};

/// The sentence around a place.
#[derive(Debug)]
pub(super) struct Sentence<'c> {
    /// The whole sentence.
    pub(super) whole: Part<'c>,
    /// The clause of it in which the place is.
    pub(super) clause: Part<'c>,
    /// Whether it is a question.
    pub(super) question: bool,
}

/// The sentence of a text in which a place is.
pub(super) fn sentence_at<'c>(text: Part<'c>, place: &Range<usize>) -> Sentence<'c> {
    let end = text.start() + text.text().len();
    let (mut sentence, mut clause) = (text.start()..end, text.start()..end);
    for word in text.words().iter().filter(|word| word.begins != Begins::Nothing) {
        let is_sentence = word.begins == Begins::Sentence;
        if word.start <= place.start {
            sentence.start = if is_sentence { word.start } else { sentence.start };
            clause.start = word.start;
        } else if word.start >= place.end {
            clause.end = clause.end.min(word.start);
            if is_sentence {
                sentence.end = word.start;
                break;
            }
        }
    }
    let clause = text.part(clause.start.max(sentence.start)..clause.end.min(sentence.end));
    let whole = text.part(sentence);
    let question = whole.text().trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?');
    Sentence { whole, clause, question }
}

/// What stands between quotation marks: words of others, or words that are spoken about. A mark without a partner
/// opens a quotation to the end.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most texts hold no mark, and bytes are faster to compare than characters.
    if !text.bytes().any(|byte| matches!(byte, b'"' | b'{' | 0xc2 | 0xe2)) {
        return found;
    }
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            None if matches!(c, '«' | '„' | '“' | '"' | '{') => open = Some((at, c)),
            Some((start, mark)) if closes(mark, c) => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    found.extend(open.map(|(start, _)| start..text.len()));
    found
}

fn closes(open: char, c: char) -> bool {
    match open {
        '«' => c == '»',
        '„' | '“' => matches!(c, '”' | '“'),
        '{' => c == '}',
        mark => c == mark,
    }
}
