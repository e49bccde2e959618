//! Flags lines that begin in the wrong column.

use crate::check::rule;

rule! {
    /// A line begins in a column in which nothing else of its group begins.
    ///
    /// ## Why it matters
    /// The indentation decides what belongs to what. A line that stands one blank too far to the left or
    /// right belongs to nothing.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone:
    ///     kind: voice
    ///    hours: Mo-Fr 09:00-18:00
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone:
    ///     kind: voice
    ///     hours: Mo-Fr 09:00-18:00
    /// ```
    "structure/bad-indentation" { severity: Error, found: while reading }
}
