//! Flags keys without a value.

use crate::check::rule;

rule! {
    /// A key has nothing behind its colon.
    ///
    /// ## Why it matters
    /// Either something is still to be written, or the value slipped into the next line without indentation.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone:
    ///     kind: voice
    ///     hours:
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone:
    ///     kind: voice
    ///     hours: Mo-Fr 09:00-18:00
    /// ```
    "structure/empty-value" { severity: Warning, found: while reading }
}
