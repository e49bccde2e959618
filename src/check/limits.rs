//! Whether a sentence says by when or how often. Must never judge whether the limit is a good one.

use super::cut::{Cut, Part};
use super::phrases::Phrases;
use super::placeholders;

/// What a limit is made of in one language.
#[derive(Debug)]
pub(super) struct Limits {
    /// Numbers in words.
    pub(super) numbers: Phrases<()>,
    /// What stands beside a number.
    pub(super) units: Phrases<()>,
    /// Words that are a limit by themselves.
    pub(super) words: Phrases<()>,
    /// Words that say on which side of the figure the limit lies.
    pub(super) firm: Phrases<()>,
}

/// Placeholders that stand for something other than a time.
const NO_LIMIT: [&str; 24] = [
    "address",
    "agent",
    "amount",
    "case",
    "channel",
    "city",
    "company",
    "customer",
    "department",
    "email",
    "link",
    "location",
    "manager",
    "name",
    "next_step",
    "number",
    "order",
    "phone",
    "price",
    "product",
    "reason",
    "role",
    "ticket",
    "topic",
];

/// How many words may stand between a number and its unit: "two full working days".
const BETWEEN: usize = 2;

impl Limits {
    /// Whether a sentence holds a limit: a time of the clock, a day, a number with its unit, or a placeholder for one.
    pub(super) fn found_in(&self, sentence: Part<'_>) -> bool {
        self.words.any(sentence)
            || clock_or_date(sentence.text())
            || self.figure(sentence)
            || placeholder(sentence.text())
            || (self.firm_in(sentence) && self.number(sentence))
    }

    /// Whether a sentence says on which side of a figure the limit lies.
    pub(super) fn firm_in(&self, sentence: Part<'_>) -> bool {
        self.firm.any(sentence)
    }

    fn number(&self, sentence: Part<'_>) -> bool {
        sentence.text().contains(|c: char| c.is_ascii_digit()) || self.numbers.any(sentence)
    }

    /// A number beside its unit: `2 working days`, `15min`, `July 14`.
    fn figure(&self, sentence: Part<'_>) -> bool {
        let words = sentence.words();
        let unit = |at: usize| words.get(at).is_some_and(|word| self.units.any(sentence.only(word)));
        words.iter().enumerate().any(|(at, word)| {
            let written = sentence.word(word);
            let unit_inside = written.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = unit_inside.len() < written.len();
            (digits && self.units.any(Cut::of(unit_inside).whole()))
                || ((digits || self.numbers.any(sentence.only(word)))
                    && ((1..=BETWEEN + 1).any(|ahead| unit(at + ahead)) || (at > 0 && unit(at - 1))))
        })
    }
}

/// `16:00`, `16.30`, `14.07.`, `2026-12-01`, `24/7`.
fn clock_or_date(sentence: &str) -> bool {
    sentence.split(|c: char| c.is_whitespace()).any(|part| {
        let part = part.trim_matches(|c: char| !c.is_ascii_digit());
        let mut pieces = part.split([':', '.', '/', '-']);
        let number = |piece: Option<&str>, shortest: usize, longest: usize| {
            piece.is_some_and(|piece| {
                (shortest..=longest).contains(&piece.len()) && piece.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        let sound =
            number(pieces.next(), 1, 4) && number(pieces.next(), if part.contains('/') { 1 } else { 2 }, 2);
        sound && (!part.contains('-') || pieces.next().is_some())
    })
}

fn placeholder(sentence: &str) -> bool {
    placeholders::names(sentence).iter().any(|name| !NO_LIMIT.contains(name))
}
