//! Flags curly quotation marks in the place of straight ones.

use crate::check::rule;

rule! {
    /// A text stands between curly quotation marks.
    ///
    /// ## Why it matters
    /// Word processors turn `"` into curly marks. To YAML these are letters, so they become part of the text,
    /// and a colon between them cuts it in two.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing: { purpose: closing, say: “Thank you and goodbye” }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing: { purpose: closing, say: "Thank you and goodbye" }
    /// ```
    "structure/smart-quotes" { severity: Error, found: while reading }
}
