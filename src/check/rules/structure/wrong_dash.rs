//! Flags long dashes in the place of the dash of a list.

use crate::check::rule;

rule! {
    /// A list item begins with a long dash.
    ///
    /// ## Why it matters
    /// Word processors turn the short dash into a long one. To YAML that is a letter, so the list breaks off.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles:
    ///   agent:
    ///     duties:
    ///       - take requests
    ///       – keep the customer informed
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
    "structure/wrong-dash" { severity: Error, found: while reading }
}
