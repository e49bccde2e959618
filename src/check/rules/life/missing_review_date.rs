//! Flags standards that no one has to read again.

use crate::check::{Context, rule};

rule! {
    /// The standard does not say when it is to be reviewed.
    ///
    /// ## Why it matters
    /// A standard without a day of review is never out of date on paper, and soon out of date in fact.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, owner: manager }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, owner: manager, review_by: 2090-06-30 }
    /// ```
    ///
    /// A rhythm is accepted as well.
    /// ```yaml,accepted
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, owner: manager }
    /// review: { every: half-year, by: manager }
    /// ```
    "life/missing-review-date" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let Some(standard) = cx.project.standard.get() else { return };
    let rhythm = cx.project.review.value().is_some_and(|review| !review.every.is_absent());
    if standard.review_by.is_absent() && !rhythm {
        let finding = cx.finding(standard.span, "the standard has no day by which it is to be reviewed");
        cx.report(finding.help("add `review_by:` with a day, such as one year from now"));
    }
}
