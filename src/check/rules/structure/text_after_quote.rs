//! Flags texts that go on behind their closing quote.

use crate::check::rule;

rule! {
    /// Something stands behind the closing quotation mark of a text.
    ///
    /// ## Why it matters
    /// The text ends with the second mark, so the rest belongs to nothing. A mark inside a text needs marks
    /// of the other kind around it.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: "Goodbye" and thank you
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: '"Goodbye" and thank you'
    /// ```
    "structure/text-after-quote" { severity: Error, found: while reading }
}
