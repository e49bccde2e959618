//! Flags rules that change nothing.

use crate::check::said::and_more;
use crate::check::{Context, rule};

rule! {
    /// A rule counts somewhere, and yet everything would be the same without it.
    ///
    /// ## Why it matters
    /// It is one more place to keep in mind and to change, and the day it is changed alone it becomes a contradiction.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { segment: [regular, gold] }
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    ///   chat-gold: { when: { channel: chat, segment: gold }, first_response: 120 s }
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
    "conflict/idle-rule" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for judged in cx.judged {
        let last = judged.idle.items.len().saturating_sub(1);
        for (at, item) in judged.idle.items.iter().enumerate() {
            let Some(span) = judged.place(item.rule) else { continue };
            let id = judged.id(item.rule);
            let message =
                format!("`{id}` changes nothing: without it every situation would be settled the same");
            let situation = judged.standard.in_words(&item.witness, &[item.rule]);
            let more = if at == last { and_more(judged.idle.more) } else { String::new() };
            let help = format!(
                "for example: {situation}, where {} would say the same. Take `{id}` out, or let it say what it was meant to{more}",
                judged.ids(&item.instead)
            );
            let mut finding = cx.finding(span, message).help(help);
            for other in item.instead.iter().take(3) {
                if let Some(place) = judged.place(*other) {
                    finding = finding.also(place, "says the same");
                }
            }
            let rules: Vec<usize> = std::iter::once(item.rule).chain(item.instead.iter().copied()).collect();
            let finding = judged.facts(finding, &rules, Some(&item.witness));
            cx.report(finding);
        }
    }
}
