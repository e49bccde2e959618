//! Opening hours on real dates in a time zone: what is open when, and by when a duration has run.
//! Must never mix the clocks: hours are read off the wall, durations are counted in seconds that pass.

mod deadline;
mod layout;
mod offsets;
mod timeline;
mod zone;

pub use layout::Layout;
pub(super) use layout::midnight;
pub use timeline::Timeline;
pub use zone::{parse_time_zone, time_zone};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::intervals::{Interval, intersection, normalised};
use super::{Holidays, Hours};

/// Opening hours with the days that differ and the time zone of the wall clock.
///
/// A minute is open when the clock on the wall shows an open minute: in the night when the clock goes
/// forward a shift is shorter, in the night when it goes back it is longer.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// When it is open.
    pub hours: Hours,
    /// Which days are no ordinary days.
    pub holidays: Holidays,
    /// Where the clock hangs.
    pub time_zone: TimeZone,
}

/// The most days in a row that are searched for an opening.
const MOST_CLOSED_DAYS: usize = 3 * 366;
/// The most days that a duration may run.
const MOST_DAYS: usize = 20 * 366;

impl Calendar {
    /// A calendar.
    pub fn new(hours: Hours, holidays: Holidays, time_zone: TimeZone) -> Self {
        Calendar { hours, holidays, time_zone }
    }

    /// Whether it is open at an instant.
    pub fn is_open(&self, at: Timestamp) -> bool {
        let second = at.as_second();
        let open = self.open_on(self.date_of(at));
        open.iter().any(|(from, to)| (*from..*to).contains(&second))
    }

    /// The first instant, not before the given one, at which it is open; none when it stays closed for
    /// three years.
    pub fn next_open(&self, at: Timestamp) -> Option<Timestamp> {
        let second = at.as_second();
        let days = self.days_from(self.date_of(at)).take(MOST_CLOSED_DAYS);
        let mut open = days.flat_map(|date| self.open_on(date));
        let (from, _) = open.find(|(_, to)| *to > second)?;
        Timestamp::from_second(from.max(second)).ok()
    }

    /// The date that the wall shows at an instant.
    pub fn date_of(&self, at: Timestamp) -> Date {
        self.time_zone.to_datetime(at).date()
    }

    // The open seconds of a date, since 1970.
    fn open_on(&self, date: Date) -> Vec<Interval<i64>> {
        let open = self.hours.on_day(date, |date| self.holidays.kind(date));
        self.instants(date, &open)
    }

    // The seconds at which the wall shows one of the minutes of a date.
    fn instants(&self, date: Date, minutes: &[(u16, u16)]) -> Vec<Interval<i64>> {
        let second =
            |date: Date| self.time_zone.to_timestamp(date.at(0, 0, 0, 0)).ok().map(Timestamp::as_second);
        let utc = |date: Date| TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok().map(Timestamp::as_second);
        let (Some(start), Some(midnight)) = (second(date), utc(date)) else { return Vec::new() };
        let Some(end) = date.tomorrow().ok().and_then(second) else { return Vec::new() };
        let mut found = Vec::new();
        // Between two changes of the clock the wall runs with time.
        let mut from = start;
        while from < end {
            let Ok(at) = Timestamp::from_second(from) else { break };
            let change = self.time_zone.following(at).next().map(|change| change.timestamp().as_second());
            let to = change.filter(|change| *change > from).unwrap_or(end).min(end);
            let offset = i64::from(self.time_zone.to_offset(at).seconds());
            let seconds = |minute: u16| midnight + i64::from(minute) * 60 - offset;
            let shown: Vec<_> = minutes.iter().map(|(from, to)| (seconds(*from), seconds(*to))).collect();
            found.extend(intersection(&shown, &[(from, to)]));
            from = to;
        }
        normalised(found)
    }

    fn days_from(&self, first: Date) -> impl Iterator<Item = Date> + use<> {
        std::iter::successors(Some(first), |date| date.tomorrow().ok())
    }
}
