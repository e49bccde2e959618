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
            (Clock::Calendar, Unit::Second | Unit::Minute | Unit::Hour | Unit::Ring) => {
                self.seconds(duration.seconds(ring_seconds))
            }
            (Clock::Calendar, unit) => self.wall_clock(duration.amount, unit).unwrap_or_default(),
            (Clock::Business, Unit::Day) => self.shifts(duration.amount),
            (Clock::Business, _) => self.business_time(duration.business_seconds()).unwrap_or_default(),
        }
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
        let days = self.days();
        let mut found = Finish::from(self.start());
        let nexts = days.starts.iter().skip(1).copied().chain([self.end()]);
        for (counted, next) in days.counted.iter().zip(nexts) {
            // The day of the start is not counted.
            let last = usize::try_from(amount).ok().and_then(|amount| counted.checked_add(amount - 1));
            let Some(end) = last.and_then(|last| days.ends.get(last)) else { break };
            found.push(next, End::At(*end));
        }
        found
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
