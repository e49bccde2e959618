//! Flags escalations that overlap and disagree.

use crate::check::overlap;
use crate::check::{Context, rule};

rule! {
    /// Two escalations hold in one situation, and nothing says which of them is in force.
    ///
    /// ## Why it matters
    /// Two people are told at different times, and each believes that the other one acts.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { severity: [question, outage], topic: [order, complaint] }
    /// roles: { lead: { on_duty: 24/7 }, director: { on_duty: 24/7 } }
    /// escalations:
    ///   complaint: { when: { topic: complaint }, levels: [ { after: 2 h, to: lead } ] }
    ///   outage: { when: { severity: outage }, levels: [ { after: 30 min, to: director } ] }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation: { severity: [question, outage], topic: [order, complaint] }
    /// roles: { lead: { on_duty: 24/7 }, director: { on_duty: 24/7 } }
    /// escalations:
    ///   complaint: { when: { topic: complaint }, levels: [ { after: 2 h, to: lead } ] }
    ///   outage: { when: { severity: outage }, exception_to: [complaint], levels: [ { after: 30 min, to: director } ] }
    /// ```
    "conflict/overlapping-escalations" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    overlap::report(cx, |table| table == "escalations", "in force");
}
