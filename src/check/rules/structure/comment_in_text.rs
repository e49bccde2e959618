//! Flags comments that stand inside a text.

use crate::check::rule;

rule! {
    /// A comment begins in the middle of a text that goes on below it, or sticks to what is before it.
    ///
    /// ## Why it matters
    /// Everything behind `#` is left out. Where the text goes on in the next line, its author wanted the
    /// whole of it.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     say: Is there anything else # ask slowly
    ///       I can help with?
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing:
    ///     purpose: closing
    ///     # ask slowly
    ///     say: Is there anything else
    ///       I can help with?
    /// ```
    "structure/comment-in-text" { severity: Error, found: while reading }
}
