//! The waits of arrivals for whoever comes next, to be held against many promises.
//! Must never be held against what may end earlier for a later arrival: that is compared in full.

use jiff::Timestamp;

use super::{Apart, End, Finish};
use crate::time::Timeline;

/// The arrivals that wait for something, the first of those that wait for the same.
#[derive(Debug, Clone, Default)]
pub struct Waits {
    // Arrival and the end of the wait, both rising.
    waits: Vec<(i64, i64)>,
    all: Finish,
    arrivals: Option<Timeline>,
}

impl Finish {
    /// The waits for what is finished at a fixed instant, such as the next instant at which somebody is on duty.
    pub fn waits(&self, arrivals: Option<&Timeline>) -> Waits {
        let mut waits = Vec::new();
        let open = arrivals.map_or(&[(i64::MIN, i64::MAX)][..], Timeline::open);
        let mut next = 0;
        for (from, to, end) in self.stretches() {
            let End::At(end) = end else { continue };
            while open.get(next).is_some_and(|(_, end)| *end <= from) {
                next += 1;
            }
            waits.extend(
                open.get(next).filter(|(start, _)| *start < to).map(|(start, _)| (from.max(*start), end)),
            );
        }
        Waits { waits, all: self.clone(), arrivals: arrivals.cloned() }
    }
}

impl Waits {
    /// The arrival that waits longest, the first of several.
    pub fn longest(&self) -> Option<Apart> {
        let longest = self.waits.iter().map(|(arrival, end)| (*arrival, *end, *arrival));
        apart(longest.reduce(|worst, next| if next.1 - next.2 > worst.1 - worst.2 { next } else { worst })?)
    }

    /// The arrival that waits longest beyond the end of `promise`, if one waits so long: at the end of its promise
    /// nobody has been there.
    pub fn beyond(&self, promise: &Finish) -> Option<Apart> {
        if promise.overtakes {
            let worst = self.all.furthest_behind(promise, self.arrivals.as_ref());
            return worst.filter(|worst| worst.seconds() >= 0 && worst.this > worst.arrival);
        }
        let mut cursor = 0;
        let mut worst: Option<(i64, i64, i64)> = None;
        for (arrival, end) in &self.waits {
            let Some((piece, _)) = promise.piece_at(*arrival, &mut cursor) else { continue };
            let due = piece.end.of(*arrival);
            if end - due >= worst.map_or(0, |(_, end, due)| end - due + 1) {
                worst = Some((*arrival, *end, due));
            }
        }
        apart(worst?)
    }
}

fn apart((arrival, this, other): (i64, i64, i64)) -> Option<Apart> {
    let instant = |second: i64| Timestamp::from_second(second).ok();
    Some(Apart { arrival: instant(arrival)?, this: instant(this)?, other: instant(other)? })
}
