//! Flags dates that cannot be read.

use crate::check::rule;

rule! {
    /// A date is not written as year, month and day, or does not exist.
    ///
    /// ## Why it matters
    /// `03/04/2026` is March in one country and April in another. Written `2026-04-03`, a date means the same
    /// to everybody.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, review_by: 01.12.2030 }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, review_by: 2030-12-01 }
    /// ```
    "structure/bad-date" { severity: Error, found: while reading }
}
