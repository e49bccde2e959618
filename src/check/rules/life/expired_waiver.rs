//! Flags waivers whose last day has passed.

use crate::check::rule;

rule! {
    /// A waiver has run out, so the finding it accepted counts again.
    ///
    /// ## Why it matters
    /// A finding is accepted for a while, until somebody has put it right. When the day has come, it is time to do so.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles: { manager: { level: 3 } }
    /// waive:
    ///   old-promise:
    ///     { rule: life/ownerless-standard, at: standard, reason: being settled, owner: manager, until: 2020-01-01 }
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
    "life/expired-waiver" { severity: Error, found: while waiving }
}
