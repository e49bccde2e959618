//! Sentences, clauses and quotations of a text. Must never know a word of any language.

use std::ops::Range;

use super::phrases::{Words, ends_sentence};

/// The sentence around a place.
#[derive(Debug)]
pub(super) struct Sentence<'t> {
    /// The whole sentence.
    pub(super) text: &'t str,
    /// The clause of it in which the place is.
    pub(super) clause: &'t str,
    /// Whether it is a question.
    pub(super) question: bool,
}

/// The sentence of a text in which a place is.
pub(super) fn sentence_at<'t>(text: &'t str, place: &Range<usize>) -> Sentence<'t> {
    let mut sentence = 0..text.len();
    let mut clause = 0..text.len();
    let (mut last, mut words) = (0, 0);
    for word in Words::of(text) {
        let between = text.get(last..word.start).unwrap_or_default();
        let next = text.get(word.start..).unwrap_or_default();
        let sentence_ends = last > 0 && ends_sentence(between, next);
        // One word before a comma, such as "please", belongs to what follows.
        let clause_ends = sentence_ends || (ends_clause(between) && words > 1);
        words = if clause_ends { 1 } else { words + 1 };
        if word.start <= place.start {
            if sentence_ends {
                sentence.start = word.start;
            }
            if clause_ends {
                clause.start = word.start;
            }
        } else if word.start >= place.end {
            if clause_ends {
                clause.end = clause.end.min(word.start);
            }
            if sentence_ends {
                sentence.end = word.start;
                break;
            }
        }
        last = word.end;
    }
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let clause = part(clause.start.max(sentence.start)..clause.end.min(sentence.end));
    let text = part(sentence);
    let question = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?');
    Sentence { text, clause, question }
}

fn ends_clause(between: &str) -> bool {
    between.contains([',', ';', ':', '—', '–', '(', ')', '\n']) || between.contains(" - ")
}

/// What stands between quotation marks: words of others, or words that are spoken about. A mark without a partner
/// opens a quotation to the end.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
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
