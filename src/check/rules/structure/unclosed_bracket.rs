//! Flags brackets without their partner.

use crate::check::rule;

rule! {
    /// A bracket or a brace is opened and not closed, or closed and not opened.
    ///
    /// ## Why it matters
    /// Everything up to the next bracket would belong to it. A bracket that is part of a text needs quotes
    /// around the text.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles:
    ///   agent:
    ///     duties: [take requests, keep the customer informed
    ///     level: 1
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles:
    ///   agent:
    ///     duties: [take requests, keep the customer informed]
    ///     level: 1
    /// ```
    "structure/unclosed-bracket" { severity: Error, found: while reading }
}
