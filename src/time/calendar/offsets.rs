//! How far the clock on the wall is from time that passes, over a stretch of years.
//! Must never look a day up in the time zone: it is laid out once.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::time::intervals::Interval;

/// The stretches between two changes of the clock.
#[derive(Debug, Clone, Default)]
pub(in crate::time) struct Offsets {
    stretches: Vec<Stretch>,
}

/// A time in which the wall runs with time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::time) struct Stretch {
    /// The first second.
    pub(in crate::time) from: i64,
    /// The second after the last.
    pub(in crate::time) to: i64,
    /// What the wall is ahead of universal time, in seconds.
    pub(in crate::time) offset: i64,
    /// What the wall shows when it is over, on the clock that is further ahead: times before belong to it.
    pub(in crate::time) wall_end: i64,
}

impl Offsets {
    /// The stretches of a time zone between two instants.
    pub(in crate::time) fn of(zone: &TimeZone, from: i64, to: i64) -> Self {
        let mut stretches: Vec<Stretch> = Vec::new();
        let Ok(start) = Timestamp::from_second(from) else { return Offsets::default() };
        let mut last =
            Stretch { from, to, offset: i64::from(zone.to_offset(start).seconds()), wall_end: i64::MAX };
        for change in zone.following(start) {
            let at = change.timestamp().as_second();
            if at >= to {
                break;
            }
            let offset = i64::from(change.offset().seconds());
            if offset != last.offset && at > last.from {
                stretches.push(Stretch { to: at, wall_end: at + offset.max(last.offset), ..last });
                last = Stretch { from: at, offset, ..last };
            }
        }
        last.wall_end = to + last.offset;
        stretches.push(last);
        Offsets { stretches }
    }

    /// The stretches in their order.
    pub(in crate::time) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Adds the seconds at which the wall shows a time from `wall.0` up to `wall.1`: none in a lost hour, twice
    /// those of an hour that comes again. `cursor` makes questions in rising order quick.
    pub(in crate::time) fn shown(
        &self,
        wall: Interval<i64>,
        cursor: &mut usize,
        found: &mut Vec<Interval<i64>>,
    ) {
        // No change of a clock is as long as a day.
        const MOST: i64 = 86_400;
        let before = |stretch: &Stretch| stretch.to + stretch.offset + MOST <= wall.0;
        while self.stretches.get(*cursor).is_some_and(before) {
            *cursor += 1;
        }
        for stretch in self.stretches.iter().skip(*cursor) {
            let (from, to) = (wall.0 - stretch.offset, wall.1 - stretch.offset);
            if stretch.from >= to + MOST {
                break;
            }
            if from.max(stretch.from) < to.min(stretch.to) {
                found.push((from.max(stretch.from), to.min(stretch.to)));
            }
        }
    }

    /// The instant at which the wall shows a time: in a lost hour the one that lies as far behind it, and of two
    /// the first.
    pub(in crate::time) fn instant(&self, wall: i64) -> Option<i64> {
        let at = self.stretches.partition_point(|stretch| stretch.wall_end <= wall);
        let stretch = self.stretches.get(at)?;
        Some(wall - stretch.offset).filter(|second| *second >= stretch.from)
    }
}
