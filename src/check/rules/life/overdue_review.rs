//! Flags standards whose review is overdue.

use crate::check::{Context, rule};

rule! {
    /// The day by which the standard was to be reviewed has passed.
    ///
    /// ## Why it matters
    /// Prices, laws and systems change. A standard that nobody has read through in time contains rules that staff
    /// have learnt to ignore, and customers get whichever version their colleague believes in.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// standard: { id: shop, title: Service standard, version: 1.0.0, owner: manager, review_by: 2024-06-30 }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// standard: { id: shop, title: Service standard, version: 1.0.0, owner: manager, review_by: 2090-06-30 }
    /// ```
    "life/overdue-review" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let Some(standard) = cx.project.standard.value() else { return };
    let Some(review_by) = standard.review_by.get().filter(|day| day.value.0 < cx.today) else { return };
    let day = review_by.value.0;
    let finding = cx
        .finding(review_by.span, format!("the standard was to be reviewed by {day}"))
        .help("read it through with its owner, then write the day of the next review here")
        .arg("review_by", day.to_string());
    cx.report(match standard.owner.get() {
        Some(owner) => finding.also(owner.span, "answers for it"),
        None => finding,
    });
}
