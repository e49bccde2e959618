//! Flags rules of the check that a standard makes weaker without saying why, or that may not be weaker.

use crate::check::rule;

rule! {
    /// A rule of the check is made weaker or switched off without a reason, or may not be.
    ///
    /// ## Why it matters
    /// Under `check_rules` a company says how much the findings of a rule weigh: `error`, `warning`, `info` or `off`.
    /// Whoever reads the standard later sees what is no longer looked at, and must see why. A bound of the law, a text
    /// that cannot be read and a waiver that has run out always count: single findings about them can be accepted for a
    /// while under `waive`.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// check_rules:
    ///   wording/vague-promise: off
    /// ```
    /// ```yaml,flagged
    /// check_rules:
    ///   floor/below-legal-minimum: { severity: off, reason: our lawyers are looking into it }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// check_rules:
    ///   wording/vague-promise: { severity: off, reason: promises are checked by the editors }
    ///   scripts/too-long-to-say: error
    /// ```
    "life/weakened-rule" { severity: Error, found: while waiving }
}
