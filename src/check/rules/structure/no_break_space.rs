//! Flags no-break spaces where only blanks count.

use crate::check::rule;

rule! {
    /// A line is indented with no-break spaces, or one stands behind a colon or a dash.
    ///
    /// In the example `⍽` shows such a space.
    ///
    /// ## Why it matters
    /// They look like blanks and are none. They come along with text copied from a web page or a document.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    /// ⍽⍽phone: { kind: voice }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice }
    /// ```
    "structure/no-break-space" { severity: Error, found: while reading }
}
