//! Flags words that a key cannot have as its value.

use crate::check::rule;

rule! {
    /// A value is not one of the words that its key can have.
    ///
    /// ## Why it matters
    /// Such words decide what is checked: the kind of a channel, the purpose of a script, the method of a
    /// verification.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone: { kind: telephone }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice }
    /// ```
    "structure/unknown-value" { severity: Error, found: while reading }
}
