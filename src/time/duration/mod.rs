//! How long something may take, and on which clock it runs.
//! Must never turn one clock into the other: business time needs a calendar.

mod parse;
mod words;

use std::cmp::Ordering;
use std::fmt;

/// A duration as the author wrote it: a whole amount of one unit on one clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Duration {
    /// How many.
    pub amount: u64,
    /// Of what.
    pub unit: Unit,
    /// On which clock.
    pub clock: Clock,
}

/// What durations are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// `s`
    Second,
    /// `min`
    Minute,
    /// `h`
    Hour,
    /// `day`; on the business clock a day on which the calendar opens.
    Day,
    /// `week`
    Week,
    /// `month` of the calendar, 28 to 31 days.
    Month,
    /// `year` of the calendar.
    Year,
    /// `ring` of a telephone; how long it lasts is said elsewhere.
    Ring,
}

/// When a duration runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Clock {
    /// Day and night.
    Calendar,
    /// Only during opening hours.
    Business,
}

impl Duration {
    /// A duration on the calendar.
    pub fn calendar(amount: u64, unit: Unit) -> Self {
        Duration { amount, unit, clock: Clock::Calendar }
    }

    /// A duration in opening hours.
    pub fn business(amount: u64, unit: Unit) -> Self {
        Duration { amount, unit, clock: Clock::Business }
    }

    /// The seconds it takes on the calendar; none on the business clock and for months and years, whose
    /// length depends on where they start.
    pub fn seconds(&self, ring_seconds: u64) -> Option<u64> {
        if self.clock == Clock::Business {
            return None;
        }
        match self.unit {
            Unit::Ring => self.amount.checked_mul(ring_seconds),
            unit => self.amount.checked_mul(unit.seconds()?),
        }
    }

    /// The seconds of opening time that a business duration in seconds, minutes or hours asks for.
    pub fn business_seconds(&self) -> Option<u64> {
        let exact = matches!(self.unit, Unit::Second | Unit::Minute | Unit::Hour);
        (self.clock == Clock::Business && exact).then_some(())?;
        self.amount.checked_mul(self.unit.seconds()?)
    }

    /// Whether this duration is certainly longer (or certainly not longer) than the other one; none where
    /// that depends on the calendar or on how long a ring lasts.
    pub fn is_longer_than(&self, other: &Duration) -> Option<bool> {
        self.longer(other, None)
    }

    /// Which of two durations is longer; none where that depends on the calendar.
    pub fn compare(&self, other: &Duration, ring_seconds: u64) -> Option<Ordering> {
        let rings = Some(ring_seconds);
        match (self.longer(other, rings)?, other.longer(self, rings)?) {
            (true, _) => Some(Ordering::Greater),
            (_, true) => Some(Ordering::Less),
            _ => Some(Ordering::Equal),
        }
    }

    fn longer(&self, other: &Duration, ring_seconds: Option<u64>) -> Option<bool> {
        if self.clock == other.clock && self.unit == other.unit {
            return Some(self.amount > other.amount);
        }
        if self.clock != other.clock {
            return None;
        }
        if self.clock == Clock::Business {
            return Some(self.business_seconds()? > other.business_seconds()?);
        }
        if let (Some(mine), Some(theirs)) = (self.months(), other.months()) {
            return Some(mine > theirs);
        }
        let (least, most) = self.bounds(ring_seconds)?;
        let (other_least, other_most) = other.bounds(ring_seconds)?;
        if least > other_most {
            Some(true)
        } else if most <= other_least {
            Some(false)
        } else {
            None
        }
    }

    fn months(&self) -> Option<u64> {
        match self.unit {
            Unit::Month => Some(self.amount),
            Unit::Year => self.amount.checked_mul(12),
            _ => None,
        }
    }

    // The fewest and the most seconds that a duration on the calendar can take.
    fn bounds(&self, ring_seconds: Option<u64>) -> Option<(u64, u64)> {
        const DAY: u64 = 86_400;
        if let Some(months) = self.months() {
            // A run of months is shortest from the first of February and longest from July or December.
            return Some((months.checked_mul(28 * DAY)?, months.checked_mul(31 * DAY)?));
        }
        if self.unit == Unit::Ring && ring_seconds.is_none() {
            return None;
        }
        let exact = self.seconds(ring_seconds.unwrap_or_default())?;
        Some((exact, exact))
    }
}

impl Unit {
    fn seconds(self) -> Option<u64> {
        match self {
            Unit::Second => Some(1),
            Unit::Minute => Some(60),
            Unit::Hour => Some(3_600),
            Unit::Day => Some(86_400),
            Unit::Week => Some(604_800),
            Unit::Month | Unit::Year | Unit::Ring => None,
        }
    }

    /// Whether it lasts equally long wherever it begins: a day may have 23 hours.
    pub fn is_exact(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour | Unit::Ring)
    }

    /// The word for one or for several of this unit.
    pub fn word(self, amount: u64) -> &'static str {
        let (one, several) = match self {
            Unit::Second => ("second", "seconds"),
            Unit::Minute => ("minute", "minutes"),
            Unit::Hour => ("hour", "hours"),
            Unit::Day => ("day", "days"),
            Unit::Week => ("week", "weeks"),
            Unit::Month => ("month", "months"),
            Unit::Year => ("year", "years"),
            Unit::Ring => ("ring", "rings"),
        };
        if amount == 1 { one } else { several }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match (self.clock, self.unit) {
            (Clock::Calendar, Unit::Second) => "s",
            (Clock::Calendar, Unit::Minute) => "min",
            (Clock::Calendar, Unit::Hour) => "h",
            (_, unit) => unit.word(self.amount),
        };
        let clock = if self.clock == Clock::Business { "business " } else { "" };
        write!(f, "{} {clock}{unit}", self.amount)
    }
}
