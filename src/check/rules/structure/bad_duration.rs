//! Flags lengths of time that cannot be read.

use crate::check::rule;

rule! {
    /// A length of time is not written as a number and a unit.
    ///
    /// ## Why it matters
    /// A promise that cannot be read cannot be checked, and customers would not understand it either: "fast"
    /// and "in 5" say nothing.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: as fast as possible }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min, resolution: 1 business day }
    /// ```
    "structure/bad-duration" { severity: Error, found: while reading }
}
