//! Flags lists where named entries belong.

use crate::check::rule;

rule! {
    /// A section is written as a list, but its entries need names.
    ///
    /// ## Why it matters
    /// Entries are named so that others can refer to them: a step to the next step, a scorecard to a script.
    /// In a list they have only a position, which changes with every insertion.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   - kind: voice
    ///     hours: Mo-Fr 09:00-18:00
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone:
    ///     kind: voice
    ///     hours: Mo-Fr 09:00-18:00
    /// ```
    "structure/list-instead-of-entries" { severity: Error, found: while reading }
}
