//! Flags files and characters that are no text.

use crate::check::rule;

rule! {
    /// A file holds something other than text, or an invisible control character.
    ///
    /// In the example `␁` shows one.
    ///
    /// ## Why it matters
    /// Documents of a word processor and tables are no plain text, whatever their name ends in. A control
    /// character comes along when text is copied from a terminal or a database.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing: { purpose: closing, say: Good␁bye }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing: { purpose: closing, say: Goodbye }
    /// ```
    "structure/not-text" { severity: Error, found: while reading }
}
