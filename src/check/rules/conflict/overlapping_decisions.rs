//! Flags decisions that overlap and disagree.

use crate::check::overlap;
use crate::check::{Context, rule};

rule! {
    /// Two rules of a decision table hold in one situation and decide differently, and nothing says which of them counts.
    ///
    /// ## Why it matters
    /// One customer gets the money back, the next one is refused in the same case.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// returns:
    ///   situation:
    ///     bought: [in-store, distance]
    ///     unused: yes/no
    ///   rules:
    ///     distance: { when: { bought: distance }, outcome: refund }
    ///     used: { when: { unused: no }, outcome: refuse }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// returns:
    ///   situation:
    ///     bought: [in-store, distance]
    ///     unused: yes/no
    ///   rules:
    ///     distance: { when: { bought: distance }, outcome: refund }
    ///     used: { when: { unused: no, bought: in-store }, outcome: refuse }
    /// ```
    "conflict/overlapping-decisions" { severity: Error, run: check }
}

/// Tables that have rules of their own about what contradicts.
const SECTIONS: [&str; 4] = ["response_times", "scripts", "procedures", "escalations"];

fn check(cx: &mut Context<'_>) {
    overlap::report(cx, |table| !SECTIONS.contains(&table), "decide");
}
