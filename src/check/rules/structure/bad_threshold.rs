//! Flags target values that cannot be read.

use crate::check::rule;

rule! {
    /// A target or an alarm is not written as a value with its direction.
    ///
    /// ## Why it matters
    /// Whether 5 is good depends on whether more is better. `>= 80%` and `< 65%` say both; in YAML they need
    /// quotes.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// quality:
    ///   metrics:
    ///     first-contact: { target: as many as possible }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// quality:
    ///   metrics:
    ///     first-contact: { target: ">= 80%", alarm: "< 65%", on_alarm: the manager listens to ten recordings }
    /// ```
    "structure/bad-threshold" { severity: Error, found: while reading }
}
