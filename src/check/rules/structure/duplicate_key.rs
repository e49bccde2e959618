//! Flags keys that are written twice.

use crate::check::rule;

rule! {
    /// A key is written twice in one group.
    ///
    /// ## Why it matters
    /// Only one of the two can count. Usually a block was copied and its name not changed.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone: { kind: voice }
    ///   phone: { kind: voice, hours: 24/7 }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice }
    ///   night-phone: { kind: voice, hours: 24/7 }
    /// ```
    "structure/duplicate-key" { severity: Error, found: while reading }
}
