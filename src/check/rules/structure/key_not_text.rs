//! Flags entries whose name is no name.

use crate::check::rule;

rule! {
    /// A list, a group or nothing at all stands before a colon.
    ///
    /// ## Why it matters
    /// What stands before the colon is the name of the entry. It happens when a line begins with a bracket
    /// that belongs to the text.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing: { purpose: closing, say: Goodbye }
    /// [draft]: { note: to be written }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing: { purpose: closing, say: Goodbye, note: to be written }
    /// ```
    "structure/key-not-text" { severity: Error, found: while reading }
}
