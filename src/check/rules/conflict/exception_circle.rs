//! Flags rules that beat one another in a circle.

use crate::check::{Context, rule};

rule! {
    /// Rules are exceptions to one another in a circle, so that none of them can count.
    ///
    /// ## Why it matters
    /// Each rule says that another one gives way to it, round about; whoever looks up what holds finds no answer. A rule
    /// whose situations all lie inside another rule's is its exception without being named; naming the other way round makes
    /// a circle of two.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { segment: [regular, gold] }
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, exception_to: [chat-gold], first_response: 2 min }
    ///   chat-gold: { when: { channel: chat, segment: gold }, first_response: 1 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation: { segment: [regular, gold] }
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    ///   chat-gold: { when: { channel: chat, segment: gold }, first_response: 1 min }
    /// ```
    "conflict/exception-circle" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for judged in cx.judged {
        for circle in &judged.circles {
            let Some((accused, others)) = circle.split_first() else { continue };
            let Some(span) = judged.place(*accused) else { continue };
            let beats = |one: &usize, other: &usize| {
                let named = judged
                    .standard
                    .table
                    .rules
                    .get(*one)
                    .is_some_and(|rule| rule.exception_to.contains(other));
                let why = if named { "says so" } else { "all its situations lie inside" };
                format!("`{}` beats `{}` ({why})", judged.id(*one), judged.id(*other))
            };
            let next = circle.iter().cycle().skip(1);
            let chain: Vec<String> = circle.iter().zip(next).map(|(one, other)| beats(one, other)).collect();
            let message = format!("{} are exceptions to one another in a circle", judged.ids(circle));
            let mut finding =
                cx.finding(span, message).help(format!("{}: take one `exception_to` away", chain.join(", ")));
            for other in others {
                if let Some(place) = judged.place(*other) {
                    finding = finding.also(place, "part of the circle");
                }
            }
            let finding = judged.facts(finding, circle, None);
            cx.report(finding);
        }
    }
}
