//! Flags projects that do not say what they are.

use crate::check::rule;

rule! {
    /// No file says what the standard is called and whose it is.
    ///
    /// ## Why it matters
    /// The handbook would have no title, and nobody would know whom to ask. Every standard names its id, its
    /// title, its version and its owner.
    ///
    /// ## Flagged
    /// ```yaml,flagged,whole
    /// etalon: 1
    /// channels:
    ///   phone: { kind: voice }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted,whole
    /// etalon: 1
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, owner: manager, review_by: 2090-06-30 }
    /// roles: { manager: { level: 3 } }
    /// channels:
    ///   phone: { kind: voice }
    /// ```
    "structure/missing-standard" { severity: Error, found: while reading }
}
