//! Flags projects that do not say what they are.

use crate::check::rule;

rule! {
    /// Nothing says what the standard is called, whose it is and which version it has.
    ///
    /// ## Why it matters
    /// Handbooks carry a title and a version, and somebody has to answer for them.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// # without: standard
    /// channels:
    ///   phone: { kind: voice }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, owner: manager, review_by: 2030-01-01 }
    /// roles: { manager: { level: 3 } }
    /// ```
    "structure/missing-standard" { severity: Error, found: while reading }
}
