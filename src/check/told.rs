//! The times that texts tell customers, such as `within two working days`, and the measures that they speak of.
//! Must never read a time that could as well be something else.

use std::collections::BTreeMap;
use std::ops::Range;

use super::phrases::{Phrases, Words, folded};
use super::sentences::{quotations, sentence_at};
use crate::model::TimeWords;
use crate::source::Spanned;
use crate::syntax::decode::List;
use crate::time::{Clock, Duration, Unit};

/// How the times of promises are told in one language.
#[derive(Debug)]
pub(super) struct Times {
    before: Phrases<()>,
    after: Phrases<()>,
    numbers: BTreeMap<String, u64>,
    units: Phrases<Unit>,
    business: Phrases<()>,
    opening: Phrases<()>,
    /// Each measure with the words by which a clause speaks of it.
    measures: Vec<(String, Phrases<()>)>,
    unless: Phrases<()>,
}

/// A time that a text tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told<'l> {
    /// What it is the time of.
    pub(super) measure: &'l str,
    /// The time; on the business clock where the text says so.
    pub(super) time: Duration,
    /// Where it stands in the text, in bytes.
    pub(super) place: Range<usize>,
}

/// A time in a text, whatever it speaks of.
struct Figure {
    time: Duration,
    place: Range<usize>,
}

impl Times {
    /// From the lists of a language.
    pub(super) fn of<'w>(lists: impl Iterator<Item = &'w TimeWords>) -> Self {
        let (mut before, mut after, mut unless) = (vec![], vec![], vec![]);
        let (mut business, mut opening) = (vec![], vec![]);
        let (mut numbers, mut units) = (BTreeMap::new(), Vec::new());
        let mut measures: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for words in lists {
            before.extend(patterns(&words.before));
            after.extend(patterns(&words.after));
            business.extend(patterns(&words.business));
            opening.extend(patterns(&words.opening));
            unless.extend(patterns(&words.unless));
            numbers.extend(words.numbers.iter().map(|number| (folded(&number.id), u64::from(number.value))));
            for unit in words.units.iter().filter_map(|entry| Some((unit(&entry.id)?, &entry.value))) {
                units.extend(patterns(unit.1).map(|word| (word, unit.0)));
            }
            for measure in &words.measures {
                measures.entry(&measure.id).or_default().extend(patterns(&measure.value));
            }
        }
        let plain = |words: Vec<&str>| Phrases::of(words.into_iter().map(|word| (word, ())));
        Times {
            before: plain(before),
            after: plain(after),
            numbers,
            units: Phrases::of(units),
            business: plain(business),
            opening: plain(opening),
            measures: measures
                .into_iter()
                .map(|(measure, words)| (measure.to_owned(), plain(words)))
                .collect(),
            unless: plain(unless),
        }
    }

    /// The times that a text promises, each in a clause that speaks of one measure; `no_promise` are words by which a
    /// clause is none. A sentence with two times, a question, and what holds in particular cases are left aside.
    pub(super) fn told(&self, text: &str, no_promise: &Phrases<()>) -> Vec<Told<'_>> {
        let figures = self.figures(text);
        if figures.is_empty() {
            return Vec::new();
        }
        let quoted = quotations(text);
        let told = figures.into_iter().filter_map(|figure| {
            let sentence = sentence_at(text, &figure.place);
            // An address leads elsewhere: the time is that of another channel.
            let elsewhere = sentence.text.contains('@') || sentence.text.contains("://");
            let apart = quoted.iter().any(|range| range.contains(&figure.place.start));
            let opening = self.opening.hits(sentence.text, |(), ()| true);
            let particular = self.unless.hits(sentence.text, |(), ()| true).into_iter().any(|hit| {
                !opening
                    .iter()
                    .any(|other| other.place.start <= hit.place.start && hit.place.end <= other.place.end)
            });
            if sentence.question || elsewhere || apart || particular || no_promise.any(sentence.clause) {
                return None;
            }
            if self.figures(sentence.text).len() != 1 {
                return None;
            }
            let clock = if opening.is_empty() { figure.time.clock } else { Clock::Business };
            let time = Duration { clock, ..figure.time };
            Some(Told { measure: self.measure(sentence.clause)?, time, place: figure.place })
        });
        told.collect()
    }

    // The only measure that a clause speaks of; the answer that waits for a decision is the decision.
    fn measure(&self, clause: &str) -> Option<&str> {
        let spoken_of = self.measures.iter().filter(|(_, words)| words.any(clause));
        let spoken_of: Vec<&str> = spoken_of.map(|(measure, _)| measure.as_str()).collect();
        match spoken_of.as_slice() {
            [only] | [only @ "decision", "first_response"] => Some(only),
            _ => None,
        }
    }

    fn figures(&self, text: &str) -> Vec<Figure> {
        let mut found = Vec::new();
        for marker in self.before.hits(text, |(), ()| true) {
            let rest = text.get(marker.place.end..).unwrap_or_default();
            let words: Vec<Range<usize>> = Words::of(rest).take(4).collect();
            if let Some((time, end)) = self.figure(rest, &words) {
                found.push(Figure { time, place: marker.place.start..marker.place.end + end });
            }
        }
        for marker in self.after.hits(text, |(), ()| true) {
            let ahead = text.get(..marker.place.start).unwrap_or_default();
            let words: Vec<Range<usize>> = Words::of(ahead).collect();
            let last = words.len().saturating_sub(3);
            let figure = (last..words.len()).find_map(|from| {
                let words = words.get(from..)?;
                let (time, end) = self.figure(ahead, words)?;
                // Nothing may stand between the unit and the word behind it.
                (Some(end) == words.last().map(|word| word.end)).then_some((time, words.first()?.start))
            });
            if let Some((time, start)) = figure {
                found.push(Figure { time, place: start..marker.place.end });
            }
        }
        found
    }

    // A number and its unit at the beginning of these words, with where the unit ends: `two working days`.
    fn figure(&self, text: &str, words: &[Range<usize>]) -> Option<(Duration, usize)> {
        let word = |at: usize| text.get(words.get(at)?.clone());
        let amount = word(0)?;
        let amount = match amount.parse::<u64>() {
            Ok(amount) => amount,
            Err(_) => *self.numbers.get(&folded(amount))?,
        };
        // `2-3 days`, `1.5 h`: more than one number is none.
        let apart = text.get(words.first()?.end..words.get(1)?.start)?;
        if !apart.chars().all(char::is_whitespace) || amount == 0 {
            return None;
        }
        let is_business = |at: usize| word(at).is_some_and(|word| self.business.any(word));
        let at = if is_business(1) { 2 } else { 1 };
        let unit = self.units.hits(word(at)?, |_, _| true).first()?.tag;
        let behind = is_business(at + 1);
        let clock = if at == 2 || behind { Clock::Business } else { Clock::Calendar };
        let end = words.get(if behind { at + 1 } else { at })?.end;
        Some((Duration { amount, unit, clock }, end))
    }
}

fn patterns(words: &List<String>) -> impl Iterator<Item = &str> {
    words.iter().map(|word: &Spanned<String>| word.value.as_str())
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "s" => Unit::Second,
        "min" => Unit::Minute,
        "h" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        _ => return None,
    })
}
