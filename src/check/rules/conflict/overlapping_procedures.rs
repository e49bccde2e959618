//! Flags procedures that overlap and disagree.

use crate::check::overlap;
use crate::check::{Context, rule};

rule! {
    /// Two procedures hold in one situation, and nothing says which of them is followed.
    ///
    /// ## Why it matters
    /// The customer is sent one way by one colleague and another way by the next. A procedure without `when` is called by its
    /// name, from a step, a decision or a link, and takes no part.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { severity: [question, outage], topic: [order, complaint] }
    /// procedures:
    ///   complaint:
    ///     when: { topic: complaint }
    ///     steps: { listen: { do: Hear the customer out, end: resolved } }
    ///   outage:
    ///     when: { severity: outage }
    ///     steps: { repair: { do: Repair, end: resolved } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation: { severity: [question, outage], topic: [order, complaint] }
    /// procedures:
    ///   complaint:
    ///     when: { topic: complaint }
    ///     steps: { listen: { do: Hear the customer out, end: resolved } }
    ///   outage:
    ///     when: { severity: outage }
    ///     exception_to: [complaint]
    ///     steps: { repair: { do: Repair, end: resolved } }
    /// ```
    "conflict/overlapping-procedures" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    overlap::report(cx, |table| table == "procedures", "followed");
}
