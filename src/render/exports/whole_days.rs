//! Calendars of help desks that know one usual week and whole holidays: what they take of opening hours, and what they
//! cannot. Must never pass a short day off as a holiday.

use super::losses::Losses;
use crate::compile::open_hours::{Differing, OpenHours};

/// The days on which a channel is closed though it usually is open; days with other hours, and seasons, are reported.
pub(super) fn closed_days<'h>(hours: &'h OpenHours<'_>, losses: &mut Losses) -> Vec<&'h Differing> {
    if hours.seasonal {
        losses.add(
            "Hours there do not change with the seasons: those of the present season are exported.",
            hours.id,
        );
    }
    let (closed, short): (Vec<_>, Vec<_>) = hours.differing.iter().partition(|day| day.open.is_empty());
    for day in short {
        let reason = "A holiday there is a whole day: on these days other hours hold, and the usual ones are exported.";
        losses.add(reason, format!("{}: {}", hours.id, day.date));
    }
    closed
}

/// What a closed day is called.
pub(super) fn name(day: &Differing) -> &'static str {
    day.name.unwrap_or("Closed")
}

/// The time zone of a channel; a calendar there has to have one.
pub(super) fn zone<'a>(hours: &OpenHours<'a>, losses: &mut Losses) -> &'a str {
    hours.zone.unwrap_or_else(|| {
        losses.add("No time zone is said for these channels: UTC is exported.", hours.id);
        "UTC"
    })
}
