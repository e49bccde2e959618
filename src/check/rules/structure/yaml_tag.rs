//! Flags tags.

use crate::check::rule;

rule! {
    /// A value begins with a YAML tag such as `!text`.
    ///
    /// ## Why it matters
    /// Tags tell programs how to read a value. A standard has no use for them; usually an exclamation mark
    /// was meant.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing: { purpose: closing, say: !important Goodbye }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing: { purpose: closing, say: "!important Goodbye" }
    /// ```
    "structure/yaml-tag" { severity: Error, found: while reading }
}
