//! What rules give, and how two of it compare for the customer. Must never need a calendar: where one would be
//! needed, the answer is that it is unclear.

use std::cmp::Ordering;
use std::fmt;

use crate::situation::Relation;
use crate::source::Span;
use crate::time::{Clock, Duration, Figure, Number};

/// A value that a rule gives.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A promised time.
    Promise {
        /// What is acceptable.
        promise: Figure,
        /// What is desired.
        aim: Option<Figure>,
        /// A further limit that is never passed.
        at_most: Option<Duration>,
    },
    /// A duration, such as the time of a refund.
    Duration(Duration),
    /// A word, the id of an entry, or a text.
    Word(String),
}

/// A value where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// How the values of an attribute are compared.
#[derive(Debug, Clone, Copy, Default)]
pub struct Comparison {
    /// How long a ring lasts.
    pub ring_seconds: u64,
    /// Whether more time is better for the customer.
    pub longer_is_better: bool,
}

impl Comparison {
    /// How two values stand to each other.
    pub fn relation(self, one: &Value, other: &Value) -> Relation {
        match (one, other) {
            (
                Value::Promise { promise, aim, at_most },
                Value::Promise { promise: other_promise, aim: other_aim, at_most: other_most },
            ) => {
                let first = self.figures(promise, other_promise);
                let then = |known: Relation, next: Option<Relation>| match known {
                    Relation::Same => next.unwrap_or(Relation::Same),
                    known => known,
                };
                // What only one of them says contradicts nothing.
                let aims = aim.as_ref().zip(other_aim.as_ref());
                let limits = at_most.as_ref().zip(other_most.as_ref());
                let limits = limits.map(|(one, other)| self.durations(one, other));
                then(then(first, aims.map(|(one, other)| self.figures(one, other))), limits)
            }
            (Value::Duration(one), Value::Duration(other)) => self.durations(one, other),
            (one, other) if one == other => Relation::Same,
            _ => Relation::Different,
        }
    }

    /// How the times of two values stand to each other, shares left aside; the shorter is better.
    pub fn times(self, one: &Value, other: &Value) -> Relation {
        let time = |value: &Value| match value {
            Value::Promise { promise, .. } => promise.within(),
            Value::Duration(duration) => Some(*duration),
            Value::Word(_) => None,
        };
        let shorter = Comparison { longer_is_better: false, ..self };
        let times = time(one).zip(time(other));
        times.map_or(Relation::Unclear, |(one, other)| shorter.durations(&one, &other))
    }

    /// How two figures stand to each other.
    pub fn figures(self, one: &Figure, other: &Figure) -> Relation {
        let (first, second) = match (one.within(), other.within()) {
            (None, None) => return Relation::Same,
            (Some(_), None) => return Relation::Better,
            (None, Some(_)) => return Relation::Worse,
            (Some(first), Some(second)) => (first, second),
        };
        let times = self.durations(&first, &second);
        let shares = match share(one).cmp(&share(other)) {
            Ordering::Less => Relation::Worse,
            Ordering::Equal => Relation::Same,
            Ordering::Greater => Relation::Better,
        };
        match (times, shares) {
            (times, shares) if times == shares => times,
            (times, Relation::Same) => times,
            (Relation::Same, shares) => shares,
            // Faster for fewer cases: which is better depends on the customer.
            _ => Relation::Unclear,
        }
    }

    fn durations(self, one: &Duration, other: &Duration) -> Relation {
        let order =
            one.compare(other, self.ring_seconds).or_else(|| across_clocks(one, other, self.ring_seconds));
        let shorter = match order {
            None if one == other => return Relation::Same,
            None => return Relation::Unclear,
            Some(Ordering::Equal) => return Relation::Same,
            Some(order) => order == Ordering::Less,
        };
        if shorter == self.longer_is_better { Relation::Worse } else { Relation::Better }
    }
}

// Opening time passes no faster than time: so many hours of it never end before as many hours of the calendar.
fn across_clocks(one: &Duration, other: &Duration, ring_seconds: u64) -> Option<Ordering> {
    match (one.clock, other.clock) {
        (Clock::Calendar, Clock::Business) => {
            (one.seconds(ring_seconds)? <= other.business_seconds()?).then_some(Ordering::Less)
        }
        (Clock::Business, Clock::Calendar) => {
            (other.seconds(ring_seconds)? <= one.business_seconds()?).then_some(Ordering::Greater)
        }
        _ => None,
    }
}

fn share(figure: &Figure) -> Number {
    match figure {
        Figure::ShareOf { share, .. } => share.points,
        _ => Number::whole(100),
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Promise { promise, .. } => promise.fmt(f),
            Value::Duration(duration) => duration.fmt(f),
            Value::Word(word) => f.write_str(word),
        }
    }
}
