//! Says which questions about situations stayed open.

use crate::check::{Context, rule};

rule! {
    /// Some questions about the rules of a table could not be settled with the work that a check may cost.
    ///
    /// ## Why it matters
    /// What was not settled was not found to be sound. It happens to tables with very many rules over very many dimensions;
    /// fewer dimensions, or rules for one value each in place of long lists, make them easier to judge.
    ///
    /// ## Flagged
    /// No example is short enough to be shown here.
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// response_times:
    ///   chat: { first_response: 2 min }
    /// ```
    "conflict/unproved" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for judged in cx.judged {
        let gaps: usize = judged.gaps.iter().map(|(_, found)| found.unknown).sum();
        let open = judged.conflicts.unknown
            + judged.unreachable.unknown
            + judged.idle.unknown
            + judged.falling.unknown
            + judged.undercuts.unknown
            + judged.order.unknown
            + gaps;
        let Some(span) = judged.place(0).filter(|_| open > 0) else { continue };
        let questions = if open == 1 { "one question".to_owned() } else { format!("{open} questions") };
        let message = format!("{questions} about the rules of `{}` stayed open", judged.table());
        let finding = cx
            .finding(span, message)
            .help("what stayed open is not proved to be sound; use fewer dimensions, or split the table")
            .arg("table", judged.table())
            .arg("open", open);
        cx.report(finding);
    }
}
