//! Flags keys that the language does not know.

use crate::check::rule;

rule! {
    /// A key stands where the language knows no such key.
    ///
    /// ## Why it matters
    /// What is written under an unknown key is read by nobody: it would be missing from the handbook without
    /// a word.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone:
    ///     kind: voice
    ///     ours: Mo-Fr 09:00-18:00
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone:
    ///     kind: voice
    ///     hours: Mo-Fr 09:00-18:00
    /// ```
    "structure/unknown-key" { severity: Error, found: while reading }
}
