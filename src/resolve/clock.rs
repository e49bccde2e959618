//! What every calendar of a standard is made of: its time zones, its days off, how long a ring counts.
//! Must never lay a calendar out.

use jiff::tz::TimeZone;

use super::Project;
use crate::time::{Holidays, time_zone};

impl Project {
    /// The name of the time zone at a location, and of the standard where it has none of its own.
    pub fn zone_said(&self, location: Option<&str>) -> Option<&str> {
        let own = || self.locations.find(location?)?.time_zone.value();
        own().or_else(|| self.time_zone.value()).map(|zone| zone.0.as_str())
    }

    /// The same name; Greenwich without summer time where nothing is said.
    pub fn zone_name(&self, location: Option<&str>) -> &str {
        self.zone_said(location).unwrap_or("UTC")
    }

    /// The time zone of this name.
    pub fn zone(&self, location: Option<&str>) -> TimeZone {
        time_zone(self.zone_name(location))
    }

    /// The days that differ from their weekday.
    pub fn days_off(&self) -> Holidays {
        self.holidays.value().map_or_else(Holidays::default, |holidays| Holidays {
            country: holidays.country.value().copied(),
            closed: holidays.closed.iter().map(|day| day.value).collect(),
            open: holidays.open.iter().map(|day| day.value).collect(),
        })
    }

    /// How long a ring of the telephone counts, in seconds: five where the standard does not say otherwise.
    pub fn ring_seconds(&self) -> u64 {
        self.ring.value().and_then(|ring| ring.seconds(5)).unwrap_or(5)
    }
}
