//! Flags rules that never win.

use crate::check::said::and_more;
use crate::check::{Context, rule};

rule! {
    /// A rule never counts: wherever it holds, other rules beat it, or it holds nowhere.
    ///
    /// ## Why it matters
    /// Somebody wrote it because it should matter, and believes that customers are served by it. The rules that together take
    /// its place are named, as few of them as explain it.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { segment: [regular, gold] }
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    ///   chat-regular: { when: { channel: chat, segment: regular }, first_response: 3 min }
    ///   chat-gold: { when: { channel: chat, segment: gold }, first_response: 1 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation: { segment: [regular, silver, gold] }
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   chat: { when: { channel: chat }, first_response: 2 min }
    ///   chat-regular: { when: { channel: chat, segment: regular }, first_response: 3 min }
    ///   chat-gold: { when: { channel: chat, segment: gold }, first_response: 1 min }
    /// ```
    "conflict/unreachable-rule" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for judged in cx.judged {
        let in_circle = |rule: usize| judged.circles.iter().any(|circle| circle.contains(&rule));
        let last = judged.unreachable.items.len().saturating_sub(1);
        for (at, item) in judged.unreachable.items.iter().enumerate() {
            // The circle is the cause, and reported.
            if in_circle(item.rule) || item.covered_by.iter().any(|rule| in_circle(*rule)) {
                continue;
            }
            let Some(span) = judged.place(item.rule) else { continue };
            let id = judged.id(item.rule);
            let (message, help) = match item.covered_by.as_slice() {
                [] => (
                    format!(
                        "`{id}` can never apply: its conditions exclude each other or describe what never happens"
                    ),
                    "correct its `when`, or take the rule out".to_owned(),
                ),
                [only] => (
                    format!(
                        "`{id}` can never count: `{}` takes its place wherever it holds",
                        judged.id(*only)
                    ),
                    format!(
                        "narrow `{}`, make `{id}` an exception to it, or take `{id}` out",
                        judged.id(*only)
                    ),
                ),
                several => (
                    format!(
                        "`{id}` can never count: {} together take its place wherever it holds",
                        judged.ids(several)
                    ),
                    format!("narrow one of them, or take `{id}` out"),
                ),
            };
            let more = if at == last { and_more(judged.unreachable.more) } else { String::new() };
            let mut finding = cx.finding(span, message).help(format!("{help}{more}"));
            for other in item.covered_by.iter().take(5) {
                if let Some(place) = judged.place(*other) {
                    finding = finding.also(place, "counts instead");
                }
            }
            let rules: Vec<usize> =
                std::iter::once(item.rule).chain(item.covered_by.iter().copied()).collect();
            let finding = judged.facts(finding, &rules, None);
            cx.report(finding);
        }
    }
}
