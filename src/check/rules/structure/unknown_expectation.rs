//! Flags expectations that no scenario can have.

use crate::check::rule;

rule! {
    /// A scenario expects something that is neither a measure nor a script purpose, a decision or a
    /// procedure.
    ///
    /// ## Why it matters
    /// A test of something that does not exist proves nothing.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat } }
    /// scenarios:
    ///   chat:
    ///     given: { channel: chat }
    ///     expect: { first_respons: 2 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    /// scenarios:
    ///   chat:
    ///     given: { channel: chat }
    ///     expect: { first_response: 2 min }
    /// ```
    "structure/unknown-expectation" { severity: Error, found: while reading }
}
