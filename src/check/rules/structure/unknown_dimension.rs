//! Flags conditions on something that situations do not have.

use crate::check::rule;

rule! {
    /// A condition speaks of a dimension that is not declared.
    ///
    /// ## Why it matters
    /// A rule with such a condition can never be compared with others, so nobody can say when it holds.
    /// `channel` and `time` are dimensions of every standard; others are declared under `situation:`.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat } }
    /// situation: { segment: { values: [regular, gold] } }
    /// response_times:
    ///   gold: { when: { segmnt: gold }, first_response: 1 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat } }
    /// situation: { segment: { values: [regular, gold] } }
    /// response_times:
    ///   gold: { when: { segment: gold }, first_response: 1 min }
    /// ```
    "structure/unknown-dimension" { severity: Error, found: while reading }
}
