//! Flags promises that overlap and disagree.

use crate::check::overlap;
use crate::check::{Context, rule};

rule! {
    /// Two promises hold in one situation and differ, and nothing says which of them counts.
    ///
    /// ## Why it matters
    /// Colleagues choose the promise that suits them, and the customer who was told the better one feels cheated. A rule
    /// whose situations all lie inside another rule's is its exception and no conflict; where neither contains the other, the
    /// author has to say which one counts: `exception_to`, or for the whole table `when_rules_meet: strictest`.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation:
    ///   segment: [regular, gold]
    ///   severity: [question, outage]
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat-gold: { when: { channel: chat, segment: gold }, first_response: 1 min }
    ///   outage: { when: { severity: outage }, first_response: 90 s }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation:
    ///   segment: [regular, gold]
    ///   severity: [question, outage]
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    ///   chat-gold: { when: { channel: chat, segment: gold }, first_response: 1 min }
    ///   outage: { when: { severity: outage }, exception_to: [chat, chat-gold], first_response: 90 s }
    /// ```
    "conflict/overlapping-promises" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    overlap::report(cx, |table| table == "response_times", "promise");
}
