//! From which arrival something takes longest, or comes latest after something else.
//! Must never name an arrival that does not show what is claimed of it.

use jiff::Timestamp;

use super::{End, Finish};
use crate::time::Timeline;
use crate::time::intervals::Interval;

/// An arrival, and when two things that begin with it are finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Apart {
    /// The instant at which both begin.
    pub arrival: Timestamp,
    /// When the one is finished.
    pub this: Timestamp,
    /// When the other one is finished.
    pub other: Timestamp,
}

impl Apart {
    /// By how many seconds the one is finished after the other; less than none when it is finished before.
    pub fn seconds(&self) -> i64 {
        self.this.as_second() - self.other.as_second()
    }
}

impl Finish {
    /// The arrival from which it takes longest, the first of several: `this` is when it is finished, `other` the
    /// arrival. Without `arrivals` something may arrive at any time.
    pub fn longest(&self, arrivals: Option<&Timeline>) -> Option<Apart> {
        let (from, until) = self.known()?;
        self.furthest_behind(&Finish::at_once(from, until), arrivals)
    }

    /// The arrival from which this is finished longest after `other`, the first of several.
    ///
    /// Where the worst arrival is not on a full minute, one within the minute that shows the same is named.
    pub fn furthest_behind(&self, other: &Finish, arrivals: Option<&Timeline>) -> Option<Apart> {
        let mut worst: Option<(i64, Candidate)> = None;
        for candidate in self.candidates(other, arrivals) {
            let behind = candidate.behind(candidate.worst());
            if worst.is_none_or(|(most, _)| behind > most) {
                worst = Some((behind, candidate));
            }
        }
        let (most, candidate) = worst?;
        let exact = candidate.worst();
        let minutes = [exact + (-exact).rem_euclid(60), exact - exact.rem_euclid(60)];
        let same = |second: &i64| {
            let (from, to) = candidate.arrivals;
            let behind = candidate.behind(*second);
            (from..to).contains(second)
                && behind > most - 60
                && (behind > 0) == (most > 0)
                && (behind >= 0) == (most >= 0)
        };
        let arrival = minutes.into_iter().find(same).unwrap_or(exact);
        let instant = |second: i64| Timestamp::from_second(second).ok();
        Some(Apart {
            arrival: instant(arrival)?,
            this: instant(candidate.this.of(arrival))?,
            other: instant(candidate.other.of(arrival))?,
        })
    }

    /// The arrivals from which this is not finished before `other`: it is finished at the same time or later.
    pub fn where_behind(&self, other: &Finish, arrivals: Option<&Timeline>) -> Timeline {
        let behind = self.candidates(other, arrivals).map(|candidate| {
            let (from, to) = candidate.arrivals;
            match (candidate.this, candidate.other) {
                (End::At(this), End::After(other)) => (from, to.min((this - other).saturating_add(1))),
                (End::After(this), End::At(other)) => (from.max(other - this), to),
                _ if candidate.behind(from) >= 0 => (from, to),
                _ => (from, from),
            }
        });
        Timeline::of(behind.collect())
    }

    // The stretches of arrivals within which neither changes its course.
    fn candidates<'a>(
        &'a self,
        other: &'a Finish,
        arrivals: Option<&'a Timeline>,
    ) -> impl Iterator<Item = Candidate> + 'a {
        let arrivals: &[Interval<i64>] = arrivals.map_or(&[(i64::MIN, i64::MAX)], |arrivals| arrivals.open());
        let mut next = 0;
        self.side_by_side(other).flat_map(move |(from, to, this, other)| {
            while arrivals.get(next).is_some_and(|(_, end)| *end <= from) {
                next += 1;
            }
            let within =
                arrivals.get(next..).unwrap_or_default().iter().take_while(move |(start, _)| *start < to);
            within.map(move |(start, end)| Candidate {
                arrivals: (from.max(*start), to.min(*end)),
                this,
                other,
            })
        })
    }
}

#[derive(Debug, Clone, Copy)]
struct Candidate {
    arrivals: Interval<i64>,
    this: End,
    other: End,
}

impl Candidate {
    fn behind(&self, second: i64) -> i64 {
        self.this.of(second).saturating_sub(self.other.of(second))
    }

    // Between two changes of course the distance falls, stays or grows all the way.
    fn worst(&self) -> i64 {
        let (from, to) = self.arrivals;
        match (self.this, self.other) {
            (End::After(_), End::At(_)) => to - 1,
            _ => from,
        }
    }
}
