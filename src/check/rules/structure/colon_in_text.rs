//! Flags colons that cut a text in two.

use crate::check::rule;

rule! {
    /// A text without quotes contains a colon followed by a blank.
    ///
    /// ## Why it matters
    /// To YAML, `colon blank` ends a name and begins its value, so the text falls apart. In quotes it stays
    /// whole.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: One more thing: how was your visit?
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: "One more thing: how was your visit?"
    /// ```
    "structure/colon-in-text" { severity: Error, found: while reading }
}
