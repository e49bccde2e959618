//! Flags names that nothing has.

use crate::check::rule;

rule! {
    /// A name is used that no entry has.
    ///
    /// ## Why it matters
    /// A step that leads to a missing step, a channel staffed by a role that does not exist: here the
    /// standard breaks off, and the customer is the first to notice.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles: { agent: { level: 1 } }
    /// channels:
    ///   phone: { kind: voice, staffed_by: [agnt] }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles: { agent: { level: 1 } }
    /// channels:
    ///   phone: { kind: voice, staffed_by: [agent] }
    /// ```
    "structure/unknown-reference" { severity: Error, found: while reading }
}
