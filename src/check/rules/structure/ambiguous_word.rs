//! Flags bare words that other programs read as yes or no.

use crate::check::rule;

rule! {
    /// A text is one of the bare words `no`, `yes`, `on`, `off`, `true` or `false`.
    ///
    /// ## Why it matters
    /// Etalon reads such a text as it is written, but editors and many other programs read it as yes/no: the
    /// Norwegian language code `no` and the answer "No" are the famous victims.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   consent: { purpose: identify, say: Yes }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   consent: { purpose: identify, say: "Yes" }
    /// ```
    "structure/ambiguous-word" { severity: Warning, found: while reading }
}
