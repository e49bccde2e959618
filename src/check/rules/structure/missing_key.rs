//! Flags entries that lack what they cannot do without.

use crate::check::rule;

rule! {
    /// An entry lacks a key that it cannot do without.
    ///
    /// ## Why it matters
    /// A channel without its kind, or a script without its purpose, can be neither checked nor shown in its
    /// place.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone: { hours: 24/7 }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice, hours: 24/7 }
    /// ```
    "structure/missing-key" { severity: Error, found: while reading }
}
