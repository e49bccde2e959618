//! Flags promises of one request that end in the wrong order.

use crate::check::said::and_more;
use crate::check::{Context, rule};

rule! {
    /// In one situation a step of a request is promised later than the step that follows it, such as a first response after
    /// the resolution.
    ///
    /// ## Why it matters
    /// A request is answered before it is solved. When the answer may take longer than the solution, one of the two figures is
    /// a mistake, and nobody knows which. Compared are figures whose order is certain; where opening hours decide, the
    /// calendar is asked elsewhere.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// situation: { severity: [question, outage] }
    /// response_times:
    ///   all: { first_response: 8 h }
    ///   outage: { when: { severity: outage }, resolution: 4 h }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// situation: { severity: [question, outage] }
    /// response_times:
    ///   all: { first_response: 8 h }
    ///   outage: { when: { severity: outage }, first_response: 30 min, resolution: 4 h }
    /// ```
    "conflict/promise-order" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for judged in cx.judged {
        let last = judged.order.items.len().saturating_sub(1);
        for (at, item) in judged.order.items.iter().enumerate() {
            let ((first, early), (second, late)) = (item.earlier, item.later);
            let (Some(span), Some(other)) = (judged.given_at(first, early), judged.given_at(second, late))
            else {
                continue;
            };
            let message = format!(
                "`{}` may take {}, longer than `{}` with {}",
                judged.attribute(first),
                judged.given(first, early),
                judged.attribute(second),
                judged.given(second, late)
            );
            let situation = judged.standard.in_words(&item.witness, &[early, late]);
            let more = if at == last { and_more(judged.order.more) } else { String::new() };
            let finding = cx
                .finding(span, message)
                .label(format!("`{}`", judged.id(early)))
                .also(other, format!("`{}`", judged.id(late)))
                .help(format!("for example: {situation}. Shorten the first figure, or give the second one more time{more}"))
                .arg("attributes", vec![judged.attribute(first), judged.attribute(second)]);
            let rules = if early == late { vec![early] } else { vec![early, late] };
            let finding = judged.facts(finding, &rules, Some(&item.witness));
            cx.report(finding);
        }
    }
}
