//! By when a duration has run, for all instants of a layout.
//! Must never differ from the deadline that the calendar works out for a single instant.

use jiff::Span;
use jiff::civil::Date;

use super::{End, Finish};
use crate::time::calendar::midnight;
use crate::time::{Clock, Duration, Layout, Unit};

impl Layout {
    /// By when a duration has run that begins at an instant of the layout, as [`Calendar::deadline`] says of one.
    ///
    /// [`Calendar::deadline`]: crate::time::Calendar::deadline
    pub fn finish(&self, duration: &Duration, ring_seconds: u64) -> Finish {
        match (duration.clock, duration.unit) {
            _ if duration.amount == 0 => Finish::at_once(self.start(), self.end()),
            (Clock::Calendar, unit) if unit.is_exact() => self.seconds(duration.seconds(ring_seconds)),
            (Clock::Calendar, unit) => self.wall_clock(duration.amount, unit).unwrap_or_default(),
            (Clock::Business, Unit::Day) => self.shifts(duration.amount),
            (Clock::Business, _) => self.business_time(duration.business_seconds()).unwrap_or_default(),
        }
    }

    /// The fewest and the most seconds that pass until a duration has run, over all instants of the layout at which
    /// it may begin; none where it is never over.
    pub fn bounds(&self, duration: &Duration, ring_seconds: u64) -> Option<(i64, i64)> {
        match duration.seconds(ring_seconds).filter(|_| duration.unit.is_exact()) {
            Some(seconds) => i64::try_from(seconds).ok().map(|seconds| (seconds, seconds)),
            None if duration.business_seconds().is_some_and(|seconds| seconds > 0) => {
                self.business_bounds(i64::try_from(duration.business_seconds()?).ok()?)
            }
            None if duration.clock == Clock::Business && duration.amount > 0 => {
                let ends = self.shift_ends(duration.amount);
                ends.fold(None, |bounds, (from, next, end)| {
                    let (least, most) = bounds.unwrap_or((i64::MAX, 0));
                    Some((least.min(end - (next - 1)), most.max(end - from)))
                })
            }
            None => {
                let finish = self.finish(duration, ring_seconds);
                let longest = finish.longest(None)?.seconds();
                let shortest = -self.at_once().furthest_behind(&finish, None)?.seconds();
                Some((shortest, longest))
            }
        }
    }

    // What passes besides the duration is closed time. There is least of it from an opening on: later in the same
    // interval the end may lie behind further closings. There is most of it from a closing on.
    fn business_bounds(&self, length: i64) -> Option<(i64, i64)> {
        let (open, before) = (self.open().open(), self.open().before());
        let mut lasts = open.iter().zip(before).map(|((from, to), before)| (*to, before + to - from));
        let mut last = lasts.next();
        let mut bounds: Option<(i64, i64)> = None;
        let mut closed_since = self.start();
        for ((from, to), before) in open.iter().zip(before) {
            let goal = before + length;
            while last.is_some_and(|(_, sum)| sum < goal) {
                last = lasts.next();
            }
            let Some((closing, sum)) = last else { break };
            let end = closing - (sum - goal);
            let (least, most) = bounds.unwrap_or((i64::MAX, 0));
            bounds = Some((least.min(end - from), most.max(end - closed_since)));
            closed_since = *to;
        }
        bounds
    }

    fn seconds(&self, seconds: Option<u64>) -> Finish {
        let Some(seconds) = seconds.and_then(|seconds| i64::try_from(seconds).ok()) else {
            return Finish::default();
        };
        let mut found = Finish::from(self.start());
        found.push(self.end(), End::After(seconds));
        found
    }

    // The same time of the wall on a later date.
    fn wall_clock(&self, amount: u64, unit: Unit) -> Option<Finish> {
        let amount = i64::try_from(amount).ok()?;
        let mut found = Finish::from(self.start());
        match unit {
            Unit::Day => self.later_by(amount.checked_mul(DAY)?, self.end(), &mut found)?,
            Unit::Week => self.later_by(amount.checked_mul(7 * DAY)?, self.end(), &mut found)?,
            // Months differ in length, so every date has a distance of its own.
            unit => {
                let span = match unit {
                    Unit::Month => Span::new().try_months(amount).ok()?,
                    _ => Span::new().try_years(amount).ok()?,
                };
                let distance = |date: Date| Some(midnight(date.checked_add(span).ok()?) - midnight(date));
                for date in self.dates() {
                    let next = self.offsets().instant(midnight(date) + DAY).unwrap_or(self.end());
                    self.later_by(distance(date)?, next, &mut found)?;
                }
            }
        }
        Some(found)
    }

    // What begins before `until` ends when the wall shows a time that is so many seconds later.
    fn later_by(&self, seconds: i64, until: i64, found: &mut Finish) -> Option<()> {
        let stretches = self.offsets().stretches();
        let begun = stretches.partition_point(|stretch| stretch.to <= found.until);
        let mut target = begun;
        for stretch in stretches.iter().skip(begun).take_while(|stretch| stretch.from < until) {
            let to = stretch.to.min(until);
            while found.until < to {
                let wall = found.until + stretch.offset + seconds;
                while stretches.get(target)?.wall_end <= wall {
                    target += 1;
                }
                let reached = stretches.get(target)?;
                let last = reached.wall_end - seconds - stretch.offset;
                found.push(to.min(last), End::After(seconds + stretch.offset - reached.offset));
            }
        }
        Some(())
    }

    // The end of the last shift of the day on which so many business days have passed.
    fn shifts(&self, amount: u64) -> Finish {
        let mut found = Finish::from(self.start());
        self.shift_ends(amount).for_each(|(_, next, end)| found.push(next, End::At(end)));
        found
    }

    // For every day that is laid out: its beginning, that of the next day, and the end of the duration.
    fn shift_ends(&self, amount: u64) -> impl Iterator<Item = (i64, i64, i64)> + '_ {
        let days = self.days();
        let nexts = days.starts.iter().skip(1).copied().chain([self.end()]);
        let amount = usize::try_from(amount).ok();
        days.starts.iter().zip(&days.counted).zip(nexts).map_while(move |((start, counted), next)| {
            // The day of the start is not counted.
            let last = counted.checked_add(amount?.checked_sub(1)?)?;
            Some((*start, next, *days.ends.get(last)?))
        })
    }

    // The instant at which it has been open for so many seconds.
    fn business_time(&self, seconds: Option<u64>) -> Option<Finish> {
        let length = i64::try_from(seconds?).ok()?;
        let (open, before) = (self.open().open(), self.open().before());
        let mut found = Finish::from(self.start());
        found.pieces.reserve(3 * open.len());
        // The interval in which the duration ends, and how much is open up to its end.
        let mut lasts =
            open.iter().zip(before).map(|(interval, before)| (*interval, before + interval.1 - interval.0));
        let mut last = lasts.next();
        for ((from, to), before) in open.iter().zip(before) {
            // Opened so long when it begins at `from`.
            let goal = before + length;
            while last.is_some_and(|(_, sum)| sum < goal) {
                last = lasts.next();
            }
            let Some(((_, closing), sum)) = last else { break };
            // All that begins while it is closed ends as if it began at the opening.
            found.push(*from, End::At(closing - (sum - goal)));
            while let Some(((_, closing), sum)) = last {
                let shift = closing - sum + goal - from;
                // What begins here is the last to end with the closing.
                let latest = from + sum - goal;
                found.push((latest + 1).min(*to), End::After(shift));
                if latest + 1 >= *to {
                    break;
                }
                last = lasts.next();
            }
            if last.is_none() {
                break;
            }
        }
        Some(found)
    }
}

const DAY: i64 = 86_400;
