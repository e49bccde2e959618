//! When what begins at an instant is finished, for every instant of some years at once.
//! Must never sample: what it says of a stretch holds for every second of it.

mod compare;
mod duration;
mod waits;

pub use compare::Apart;
pub use waits::Waits;

use jiff::Timestamp;

use super::{Layout, Timeline};

/// For every instant at which something may begin, the instant at which it is finished.
///
/// A deadline, the next moment at which somebody is on duty, and a chain of steps are all of this form, and exact to
/// the second:
///
/// - [`Layout::finish`]: by when a duration has run.
/// - [`Layout::until_open`]: the next instant at which a calendar is open; the instant itself where it is.
/// - [`Finish::at_once`]: every instant itself.
/// - [`Finish::then`]: one thing after the other. [`Finish::later_of`]: two things side by side.
///
/// Questions about all arrivals are answered with the arrival that proves it:
///
/// - [`Finish::longest`]: from which arrival does it take longest?
/// - [`Finish::furthest_behind`]: from which arrival is this finished longest after the other one?
/// - [`Finish::where_behind`]: from which arrivals is this not finished before the other one?
///
/// So nobody on duty in time: `staffed.until_open().furthest_behind(&promise, arrivals)` is not before the promise;
/// for many promises of the same people, [`Finish::waits`] is quicker.
/// An escalation that comes too late: `level.furthest_behind(&promise, arrivals)`. A level that wakes nobody:
/// `level.then(&on_duty.until_open()).furthest_behind(&level, arrivals)`.
///
/// Nothing is said beyond what the calendars are laid out for, nor where something is never finished: such instants
/// are not [`known`](Finish::known), and questions pass them over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finish {
    // Without a gap from the first piece to `until`; neighbours differ.
    pieces: Vec<Piece>,
    until: i64,
    // Whether something that begins later is finished earlier. So it is with days on the wall, in the night in
    // which the clock goes forward.
    overtakes: bool,
}

/// A stretch of instants, up to the next piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    from: i64,
    end: End,
}

/// When what begins in a stretch is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// At one instant.
    At(i64),
    /// After so many seconds.
    After(i64),
}

impl End {
    fn of(self, second: i64) -> i64 {
        match self {
            End::At(end) => end,
            End::After(seconds) => second.saturating_add(seconds),
        }
    }
}

impl Layout {
    /// Every instant of three years itself: what begins with an arrival. What is laid out beyond is there for what
    /// begins last to be finished.
    pub fn at_once(&self) -> Finish {
        Finish::at_once(self.start(), self.last_arrival())
    }

    /// The next instant at which it is open, which may be the instant itself.
    pub fn until_open(&self) -> Finish {
        self.open().until_open(self.start())
    }
}

impl Timeline {
    /// The next instant that is in the timeline, for all instants from `start` on.
    pub fn until_open(&self, start: i64) -> Finish {
        let mut found = Finish::from(start);
        found.pieces.reserve(2 * self.open().len());
        for (from, to) in self.open() {
            found.push(*from, End::At(*from));
            found.push(*to, End::After(0));
        }
        found
    }
}

impl Finish {
    /// Every instant from `from` to before `until` itself, in seconds since 1970.
    pub fn at_once(from: i64, until: i64) -> Self {
        let mut found = Finish::from(from);
        found.push(until, End::After(0));
        found
    }

    /// When what begins at an instant is finished.
    pub fn of(&self, start: Timestamp) -> Option<Timestamp> {
        let second = start.as_second();
        if second >= self.until {
            return None;
        }
        let at = self.pieces.partition_point(|piece| piece.from <= second).checked_sub(1)?;
        Timestamp::from_second(self.pieces.get(at)?.end.of(second)).ok()
    }

    /// The stretch of instants of which it is known when what begins there is finished, in seconds since 1970.
    pub fn known(&self) -> Option<(i64, i64)> {
        Some((self.pieces.first()?.from, self.until))
    }

    /// How many pieces it is made of: what questions about it cost.
    pub fn size(&self) -> usize {
        self.pieces.len()
    }

    /// What begins when this is finished, and is then finished as `next` says.
    #[must_use]
    pub fn then(&self, next: &Finish) -> Finish {
        let mut found: Option<Finish> = None;
        let mut cursor = 0;
        for (from, to, end) in self.stretches() {
            let mut at = from;
            while at < to {
                let Some((piece, last)) = next.piece_at(end.of(at), &mut cursor) else {
                    // What ends before the other is known may have a rest that ends within it.
                    match (end, next.known()) {
                        (End::After(seconds), Some((start, _))) if at < start.saturating_sub(seconds) => {
                            at = start.saturating_sub(seconds);
                            continue;
                        }
                        _ => break,
                    }
                };
                let (until, end) = match (end, piece.end) {
                    (End::At(_), second) => (to, End::At(second.of(end.of(at)))),
                    (End::After(seconds), second) => {
                        let both = match second {
                            End::At(instant) => End::At(instant),
                            End::After(more) => End::After(seconds.saturating_add(more)),
                        };
                        (to.min(last.saturating_sub(seconds)), both)
                    }
                };
                let found = found.get_or_insert_with(|| Finish::from(at));
                if found.until != at {
                    return found.clone();
                }
                found.push(until, end);
                at = until;
            }
        }
        found.unwrap_or_default()
    }

    /// Both begin at the same time; finished when the later of them is.
    #[must_use]
    pub fn later_of(&self, other: &Finish) -> Finish {
        let mut found: Option<Finish> = None;
        for (from, to, one, other) in self.side_by_side(other) {
            let found = found.get_or_insert_with(|| Finish::from(from));
            let (at, after) = match (one, other) {
                (End::At(at), End::After(after)) | (End::After(after), End::At(at)) => (at, after),
                (End::At(one), End::At(other)) => {
                    found.push(to, End::At(one.max(other)));
                    continue;
                }
                (End::After(one), End::After(other)) => {
                    found.push(to, End::After(one.max(other)));
                    continue;
                }
            };
            // Up to here the fixed instant is the later one.
            let equal = at.saturating_sub(after).clamp(from, to);
            found.push(equal, End::At(at));
            found.push(to, End::After(after));
        }
        found.unwrap_or_default()
    }

    // Nothing is known yet; the first piece begins at `start`.
    fn from(start: i64) -> Self {
        Finish { until: start, ..Finish::default() }
    }

    // Goes on from where it ends to before `until`.
    fn push(&mut self, until: i64, end: End) {
        if until <= self.until {
            return;
        }
        let latest = self.pieces.last().map(|last| last.end.of(self.until - 1));
        self.overtakes |= latest.is_some_and(|latest| latest > end.of(self.until));
        if self.pieces.last().is_none_or(|last| last.end != end) {
            self.pieces.push(Piece { from: self.until, end });
        }
        self.until = until;
    }

    // The stretches: from, to, when what begins there is finished.
    fn stretches(&self) -> impl Iterator<Item = (i64, i64, End)> + '_ {
        let ends = self.pieces.iter().skip(1).map(|next| next.from).chain([self.until]);
        self.pieces.iter().zip(ends).map(|(piece, to)| (piece.from, to, piece.end))
    }

    // The stretches in which both are known.
    fn side_by_side<'a>(&'a self, other: &'a Finish) -> impl Iterator<Item = (i64, i64, End, End)> + 'a {
        let (mut ones, mut others) = (self.stretches().peekable(), other.stretches().peekable());
        std::iter::from_fn(move || {
            loop {
                let (&(a, b, one), &(c, d, other)) = (ones.peek()?, others.peek()?);
                if b <= d {
                    ones.next();
                }
                if d <= b {
                    others.next();
                }
                if a.max(c) < b.min(d) {
                    return Some((a.max(c), b.min(d), one, other));
                }
            }
        })
    }

    // The piece that an instant is in and where it ends; `cursor` makes questions in rising order quick.
    fn piece_at(&self, second: i64, cursor: &mut usize) -> Option<(Piece, i64)> {
        let starts_at = |at: usize| self.pieces.get(at).map(|piece| piece.from);
        if starts_at(*cursor).is_none_or(|from| from > second) {
            *cursor = self.pieces.partition_point(|piece| piece.from <= second).checked_sub(1)?;
        }
        while starts_at(*cursor + 1).is_some_and(|from| from <= second) {
            *cursor += 1;
        }
        let to = starts_at(*cursor + 1).unwrap_or(self.until);
        (second < to).then_some((*self.pieces.get(*cursor)?, to))
    }
}
