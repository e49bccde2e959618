//! Flags `<<` that takes over nothing.

use crate::check::rule;

rule! {
    /// The key `<<` takes over the entries of another group, and what stands behind it is no group.
    ///
    /// ## Why it matters
    /// Whatever was meant to be taken over is missing.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone:
    ///     <<: voice
    ///     kind: voice
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: &phone
    ///     kind: voice
    ///     hours: 24/7
    ///   second-phone:
    ///     <<: *phone
    /// ```
    "structure/merge-key" { severity: Error, found: while reading }
}
