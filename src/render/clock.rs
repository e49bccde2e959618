//! Opening hours of a day as they are read: `09:00–12:00, 13:00–18:00`.
//! Must never say a word of its own.

use crate::time::DAY_MINUTES;

/// The hours of a day in words; `closed` where there are none.
pub(super) fn hours(ranges: &[(u16, u16)], closed: &str, all_day: &str) -> String {
    if ranges.is_empty() {
        return closed.to_owned();
    }
    ranges.iter().map(|range| span(*range, all_day)).collect::<Vec<_>>().join(", ")
}

/// One stretch of hours; the word for a whole day where there is one.
pub(super) fn span((from, to): (u16, u16), all_day: &str) -> String {
    if from == 0 && to == DAY_MINUTES && !all_day.is_empty() {
        return all_day.to_owned();
    }
    let end = if to > DAY_MINUTES { to - DAY_MINUTES } else { to };
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    format!("{}\u{2013}{}", clock(from), clock(end))
}
