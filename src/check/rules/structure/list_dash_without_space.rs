//! Flags list items whose dash sticks to the text.

use crate::check::rule;

rule! {
    /// There is no blank between the dash of a list item and its text.
    ///
    /// ## Why it matters
    /// Without the blank, the dash is part of the text and the list breaks off.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles:
    ///   agent:
    ///     duties:
    ///       - take requests
    ///       -keep the customer informed
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles:
    ///   agent:
    ///     duties:
    ///       - take requests
    ///       - keep the customer informed
    /// ```
    "structure/list-dash-without-space" { severity: Error, found: while reading }
}
