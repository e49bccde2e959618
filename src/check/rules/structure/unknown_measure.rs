//! Flags promises of something that is no measure.

use crate::check::rule;

rule! {
    /// A rule of `response_times` promises a measure that is not known.
    ///
    /// ## Why it matters
    /// What is promised must be something that can be measured, and everybody must measure the same. Measures
    /// of the company's own are declared under `measures:`.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_respons: 2 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    /// ```
    "structure/unknown-measure" { severity: Error, found: while reading }
}
