//! Flags scripts that overlap and disagree.

use crate::check::overlap;
use crate::check::{Context, rule};

rule! {
    /// Two scripts for the same moment hold in one situation, and nothing says which of them is said.
    ///
    /// ## Why it matters
    /// A contact is opened once and closed once. This is asked of greetings, identification and closings; for other
    /// purposes, such as objections, several scripts may stand ready side by side.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { segment: [regular, gold], topic: [order, return] }
    /// scripts:
    ///   greeting-gold: { purpose: greeting, when: { segment: gold }, say: "Good morning, how can I help?" }
    ///   greeting-return: { purpose: greeting, when: { topic: return }, say: "Good morning, what would you like to return?" }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation: { segment: [regular, gold], topic: [order, return] }
    /// scripts:
    ///   greeting: { purpose: greeting, say: "Good morning, how can I help?" }
    ///   greeting-gold: { purpose: greeting, when: { segment: gold }, say: "Good morning, glad to hear you again." }
    /// ```
    "conflict/overlapping-scripts" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    overlap::report(cx, |table| table == "scripts", "said");
}
