//! Flags values of the wrong kind.

use crate::check::rule;

rule! {
    /// A value is of another kind than its key asks for: a text in the place of a number, a list in the place
    /// of a text.
    ///
    /// ## Why it matters
    /// What cannot be taken as it stands is left out, and the entry lacks it.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles:
    ///   agent: { level: first }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles:
    ///   agent: { level: 1 }
    /// ```
    "structure/wrong-type" { severity: Error, found: while reading }
}
