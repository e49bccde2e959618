//! The times that texts tell customers, such as `within two working days`, and the measures that they speak of.
//! Must never read a time that could as well be something else.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::cut::{Part, Placed, folded};
use super::phrases::Phrases;
use super::sentences::{quotations, sentence_at};
use crate::model::TimeWords;
use crate::source::Spanned;
use crate::syntax::decode::List;
use crate::time::{Clock, Duration, Unit};

/// How the times of promises are told in one language.
#[derive(Debug)]
pub(super) struct Times {
    markers: Phrases<Marker>,
    numbers: BTreeMap<String, u64>,
    units: Phrases<Unit>,
    business: Phrases<()>,
    opening: Phrases<()>,
    measures: Vec<Arc<str>>,
    /// The words by which a clause speaks of a measure, under its number.
    spoken_of: Phrases<usize>,
    unless: Phrases<()>,
}

/// Words beside a time by which it is a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    Before,
    After,
}

/// A time that a text tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// What it is the time of.
    pub(super) measure: Arc<str>,
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
        let (mut markers, mut unless) = (vec![], vec![]);
        let (mut business, mut opening) = (vec![], vec![]);
        let (mut numbers, mut units) = (BTreeMap::new(), Vec::new());
        let mut measures: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for words in lists {
            markers.extend(patterns(&words.before).map(|word| (word, Marker::Before)));
            markers.extend(patterns(&words.after).map(|word| (word, Marker::After)));
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
            markers: Phrases::of(markers),
            numbers,
            units: Phrases::of(units),
            business: plain(business),
            opening: plain(opening),
            spoken_of: Phrases::of(
                measures
                    .values()
                    .enumerate()
                    .flat_map(|(at, words)| words.iter().map(move |word| (*word, at))),
            ),
            measures: measures.into_keys().map(Arc::from).collect(),
            unless: plain(unless),
        }
    }

    /// The times that a text promises, each in a clause that speaks of one measure; `no_promise` are words by which a
    /// clause is none. A sentence with two times, a question, and what holds in particular cases are left aside.
    pub(super) fn told(&self, text: Part<'_>, no_promise: &Phrases<()>) -> Vec<Told> {
        let told = self.figures(text).into_iter().filter_map(|figure| {
            let sentence = sentence_at(text, &figure.place);
            let (whole, clause) = (sentence.whole, sentence.clause);
            // An address leads elsewhere: the time is that of another channel.
            let elsewhere = || whole.text().contains('@') || whole.text().contains("://");
            let apart = || quotations(text.text()).iter().any(|range| range.contains(&figure.place.start));
            if sentence.question || elsewhere() || apart() {
                return None;
            }
            let measure = self.measure(clause)?;
            if no_promise.any(clause) || self.figures(whole).len() != 1 {
                return None;
            }
            let opening = self.opening.hits(whole, |(), ()| true);
            let particular = self.unless.hits(whole, |(), ()| true).into_iter().any(|hit| {
                !opening
                    .iter()
                    .any(|other| other.place.start <= hit.place.start && hit.place.end <= other.place.end)
            });
            let clock = if opening.is_empty() { figure.time.clock } else { Clock::Business };
            let time = Duration { clock, ..figure.time };
            (!particular).then_some(Told { measure, time, place: figure.place })
        });
        told.collect()
    }

    // The only measure that a clause speaks of; the answer that waits for a decision is the decision.
    fn measure(&self, clause: Part<'_>) -> Option<Arc<str>> {
        let spoken_of = self.spoken_of.tags(clause, usize::MAX);
        let mut spoken_of: Vec<&Arc<str>> =
            spoken_of.into_iter().filter_map(|at| self.measures.get(at)).collect();
        spoken_of.sort_unstable();
        match spoken_of.as_slice() {
            [only] => Some(Arc::clone(only)),
            [decision, answer] if (&***decision, &***answer) == ("decision", "first_response") => {
                Some(Arc::clone(decision))
            }
            _ => None,
        }
    }

    fn figures(&self, text: Part<'_>) -> Vec<Figure> {
        let found = self.markers.hits(text, |one, other| one == other).into_iter().filter_map(|marker| {
            let Range { start, end } = marker.place;
            match marker.tag {
                Marker::Before => {
                    let first = text.words().partition_point(|word| word.start < end);
                    let (time, end) = self.figure(text, text.words().get(first..)?)?;
                    Some(Figure { time, place: start..end })
                }
                Marker::After => {
                    let ahead = text.words().partition_point(|word| word.end <= start);
                    let words = text.words().get(ahead.saturating_sub(3)..ahead)?;
                    (0..words.len()).find_map(|from| {
                        let words = words.get(from..)?;
                        let (time, unit_end) = self.figure(text, words)?;
                        // Nothing may stand between the unit and the word behind it.
                        (Some(unit_end) == words.last().map(|word| word.end))
                            .then_some(Figure { time, place: words.first()?.start..end })
                    })
                }
            }
        });
        found.collect()
    }

    // A number and its unit at the beginning of these words, with where the unit ends: `two working days`.
    fn figure(&self, text: Part<'_>, words: &[Placed]) -> Option<(Duration, usize)> {
        let amount = text.word(words.first()?);
        let amount = match amount.parse::<u64>() {
            Ok(amount) => amount,
            Err(_) => *self.numbers.get(&folded(amount))?,
        };
        // `2-3 days`, `1.5 h`: more than one number is none.
        let apart = text.at(words.first()?.end..words.get(1)?.start);
        if !apart.chars().all(char::is_whitespace) || amount == 0 {
            return None;
        }
        let is_business = |at: usize| words.get(at).is_some_and(|word| self.business.any(text.only(word)));
        let at = if is_business(1) { 2 } else { 1 };
        let unit = self.units.tags(text.only(words.get(at)?), 1).into_iter().next()?;
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
