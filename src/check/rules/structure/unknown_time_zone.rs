//! Flags time zones that do not exist.

use crate::check::rule;

rule! {
    /// A time zone is not one of the names that the world's clocks go by.
    ///
    /// ## Why it matters
    /// Opening hours and deadlines are computed in it; without it they could be wrong by hours, twice a year.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// time_zone: Warsaw
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// time_zone: Europe/Warsaw
    /// ```
    "structure/unknown-time-zone" { severity: Error, found: while reading }
}
