//! Instants and lengths of time in the words of a finding. Must never round what a finding rests on.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// An instant on the wall: `Fri 27 Nov 2026, 17:00`.
pub(super) fn on_the_wall(zone: &TimeZone, at: Timestamp) -> String {
    let wall = zone.to_datetime(at);
    let form = if wall.second() == 0 { "%a %-d %b %Y, %H:%M" } else { "%a %-d %b %Y, %H:%M:%S" };
    wall.strftime(form).to_string()
}

/// A length of time in its two largest units: `2 days 15 h`, `41 h`, `90 s`.
pub(super) fn length(seconds: i64) -> String {
    const UNITS: [(i64, &str); 3] = [(3_600, "h"), (60, "min"), (1, "s")];
    let seconds = seconds.max(0);
    let days = seconds / 86_400;
    // Two days are still thought of in hours.
    if days >= 3 {
        let hours = seconds % 86_400 / 3_600;
        return if hours == 0 { format!("{days} days") } else { format!("{days} days {hours} h") };
    }
    let mut left = seconds;
    let mut parts = Vec::new();
    for (size, unit) in UNITS {
        if left >= size && parts.len() < 2 {
            parts.push(format!("{} {unit}", left / size));
            left %= size;
        } else if !parts.is_empty() {
            break;
        }
    }
    if parts.is_empty() { "0 s".to_owned() } else { parts.join(" ") }
}
