//! Flags names without a colon.

use crate::check::rule;

rule! {
    /// The colon behind the name of an entry is missing.
    ///
    /// ## Why it matters
    /// Without it the line is a text, and the lines below it belong to nothing.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels
    ///   phone: { kind: voice }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice }
    /// ```
    "structure/missing-colon" { severity: Error, found: while reading }
}
