//! Flags standards that nobody answers for.

use crate::check::{Context, rule};

rule! {
    /// The standard names no owner.
    ///
    /// ## Why it matters
    /// A standard without an owner is kept up by nobody: when a rule turns out to be wrong, there is no one to tell.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, review_by: 2030-01-01 }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// standard: { id: shop, title: Customer service standard, version: 1.0.0, owner: manager, review_by: 2030-01-01 }
    /// roles: { manager: { level: 3 } }
    /// ```
    "life/ownerless-standard" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let Some(standard) = cx.project.standard.get() else { return };
    if standard.owner.is_absent() {
        let finding = cx.finding(standard.span, "the standard has no owner");
        cx.report(finding.help("add `owner:` with the role that answers for the standard"));
    }
}
