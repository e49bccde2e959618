//! Flags rhythms that cannot be read.

use crate::check::rule;

rule! {
    /// How often something is done is not written as a rhythm.
    ///
    /// ## Why it matters
    /// "Regularly" is kept by doing it once. `day`, `week` or `2 weeks` can be planned and checked.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// premises:
    ///   window: { check: display lit and clean, every: now and then }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// premises:
    ///   window: { check: display lit and clean, every: day }
    /// ```
    "structure/bad-frequency" { severity: Error, found: while reading }
}
