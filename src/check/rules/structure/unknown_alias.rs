//! Flags references that lead into themselves.

use crate::check::rule;

rule! {
    /// A reference with `*` stands inside the very value that it refers to.
    ///
    /// ## Why it matters
    /// The value would contain itself without end.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles:
    ///   agent: &agent { level: 1, duties: [take requests, *agent] }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles:
    ///   agent: &agent { level: 1, duties: [take requests] }
    ///   second-agent: *agent
    /// ```
    "structure/unknown-alias" { severity: Error, found: while reading }
}
