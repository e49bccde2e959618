//! Flags texts whose quotation mark is never closed.

use crate::check::rule;

rule! {
    /// A text begins with a quotation mark and does not end with the same one.
    ///
    /// ## Why it matters
    /// Everything up to the next mark would be one text, however many lines away that is.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: "Thank you and goodbye
    ///     at_most: 5 s
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: "Thank you and goodbye"
    ///     at_most: 5 s
    /// ```
    "structure/unclosed-quote" { severity: Error, found: while reading }
}
