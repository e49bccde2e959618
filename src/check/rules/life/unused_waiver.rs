//! Flags waivers that accept nothing.

use crate::check::rule;

rule! {
    /// A waiver accepts a finding that is not there.
    ///
    /// ## Why it matters
    /// The problem has been solved, or the waiver names the wrong place. Left in, it would hide the next problem there.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles: { manager: { level: 3 } }
    /// waive:
    ///   old-promise:
    ///     { rule: life/ownerless-standard, at: standard, reason: being settled, owner: manager, until: 2030-01-01 }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, review_by: 2030-01-01 }
    /// roles: { manager: { level: 3 } }
    /// waive:
    ///   no-owner-yet:
    ///     { rule: life/ownerless-standard, at: standard, reason: being settled, owner: manager, until: 2030-01-01 }
    /// ```
    "life/unused-waiver" { severity: Warning, found: while waiving }
}
