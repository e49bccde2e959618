//! Flags colours that cannot be read.

use crate::check::rule;

rule! {
    /// A colour is not written as one.
    ///
    /// ## Why it matters
    /// Handbooks take the colour over as it is written. A colour is three pairs of digits from 0 to f, for red,
    /// green and blue; in quotes, because `#` begins a comment.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// brand: { colour: dark green }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// brand: { colour: "#0a5a66" }
    /// ```
    "structure/bad-colour" { severity: Error, found: while reading }
}
