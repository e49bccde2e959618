//! Flags conditions that no situation can meet.

use crate::check::rule;

rule! {
    /// A condition names a value that its dimension cannot have.
    ///
    /// ## Why it matters
    /// A rule with such a condition never holds. Often a value was renamed in one place and not in the other.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat } }
    /// situation: { segment: { values: [regular, gold] } }
    /// response_times:
    ///   gold: { when: { segment: golden }, first_response: 1 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat } }
    /// situation: { segment: { values: [regular, gold] } }
    /// response_times:
    ///   gold: { when: { segment: gold }, first_response: 1 min }
    /// ```
    "structure/value-outside-dimension" { severity: Error, found: while reading }
}
