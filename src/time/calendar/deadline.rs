//! By when a duration has run.
//! Must never round: a deadline is right to the second.

use jiff::{Span, Timestamp};

use super::{Calendar, MOST_CLOSED_DAYS, MOST_DAYS};
use crate::time::{Clock, Duration, Unit};

impl Calendar {
    /// The instant at which a duration that starts at `start` has run.
    ///
    /// - Seconds, minutes, hours and rings on the calendar pass day and night. Days, weeks, months and years
    ///   end at the same time of the wall clock on the later date.
    /// - Business seconds, minutes and hours pass while it is open: opening is included, closing is not. A
    ///   deadline may fall on the moment of closing.
    /// - Business days are the days on which a shift begins. The day of the start is not counted, as in
    ///   Regulation (EEC, Euratom) 1182/71, and the duration ends when the last shift of its last day ends.
    ///
    /// None when it stays closed for three years, or when the duration takes more than twenty.
    pub fn deadline(&self, start: Timestamp, duration: &Duration, ring_seconds: u64) -> Option<Timestamp> {
        match (duration.clock, duration.unit) {
            (Clock::Calendar, Unit::Second | Unit::Minute | Unit::Hour | Unit::Ring) => {
                let seconds = i64::try_from(duration.seconds(ring_seconds)?).ok()?;
                Timestamp::from_second(start.as_second().checked_add(seconds)?).ok()
            }
            (Clock::Calendar, unit) => self.wall_clock(start, duration.amount, unit),
            (Clock::Business, Unit::Day) => self.business_days(start, duration.amount),
            (Clock::Business, _) => self.business_time(start, duration.business_seconds()?),
        }
    }

    // The same time of day on a later date.
    fn wall_clock(&self, start: Timestamp, amount: u64, unit: Unit) -> Option<Timestamp> {
        let amount = i64::try_from(amount).ok()?;
        let span = match unit {
            Unit::Day => Span::new().try_days(amount),
            Unit::Week => Span::new().try_weeks(amount),
            Unit::Month => Span::new().try_months(amount),
            _ => Span::new().try_years(amount),
        };
        let end = start.to_zoned(self.time_zone.clone()).checked_add(span.ok()?).ok()?;
        Some(end.timestamp())
    }

    // The instant at which it has been open for so many seconds.
    fn business_time(&self, start: Timestamp, seconds: u64) -> Option<Timestamp> {
        let start_second = start.as_second();
        let mut left = i64::try_from(seconds).ok()?;
        let mut closed_days = 0;
        if left == 0 {
            return Some(start);
        }
        for date in self.days_from(self.date_of(start)).take(MOST_DAYS) {
            closed_days += 1;
            for (from, to) in self.open_on(date) {
                let from = from.max(start_second);
                if from >= to {
                    continue;
                }
                if to - from >= left {
                    return Timestamp::from_second(from + left).ok();
                }
                left -= to - from;
                closed_days = 0;
            }
            if closed_days > MOST_CLOSED_DAYS {
                return None;
            }
        }
        None
    }

    // The end of the last shift of the day on which so many business days have passed.
    fn business_days(&self, start: Timestamp, days: u64) -> Option<Timestamp> {
        let mut left = days;
        let mut closed_days = 0;
        if left == 0 {
            return Some(start);
        }
        for date in self.days_from(self.date_of(start)).skip(1).take(MOST_DAYS) {
            let [today, spilled] = self.hours.shifts_of(date, |date| self.holidays.kind(date));
            let next_day = date.tomorrow().map_or(Vec::new(), |date| self.instants(date, &spilled));
            let ends = self.instants(date, &today).into_iter().chain(next_day).map(|(_, to)| to);
            closed_days += 1;
            if let Some(end) = ends.max() {
                closed_days = 0;
                left -= 1;
                if left == 0 {
                    return Timestamp::from_second(end).ok();
                }
            }
            if closed_days > MOST_CLOSED_DAYS {
                return None;
            }
        }
        None
    }
}
