//! Flags opening hours that cannot be read.

use crate::check::rule;

rule! {
    /// Opening hours are not written in the notation of OpenStreetMap.
    ///
    /// ## Why it matters
    /// Every promise in business hours, every shift and every gap in coverage is computed from opening hours.
    /// Days are `Mo` to `Su`, times have two digits and a colon, parts are separated by `;`.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone: { kind: voice, hours: from nine to six }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice, hours: Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off }
    /// ```
    "structure/bad-hours" { severity: Error, found: while reading }
}
