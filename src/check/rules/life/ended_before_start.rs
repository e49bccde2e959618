//! Flags rules whose last day comes before their first.

use crate::check::{Context, rule};

rule! {
    /// The last day of a rule lies before its first day.
    ///
    /// ## Why it matters
    /// Such a rule holds on no day at all. Usually the year is wrong in one of the two dates.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   christmas: { when: { channel: chat }, from: 2090-12-20, until: 2090-01-07, first_response: 10 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   christmas: { when: { channel: chat }, from: 2090-12-20, until: 2091-01-07, first_response: 10 min }
    /// ```
    "life/ended-before-start" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for rule in cx.project.table_rules() {
        let (Some(from), Some(until)) = (rule.rule.from().get(), rule.rule.until().get()) else { continue };
        if until.value < from.value {
            let message =
                format!("`{}` in `{}` ends before it starts, so it never holds", rule.id, rule.table);
            let finding = cx
                .finding(until.span, message)
                .label("its last day")
                .also(from.span, "its first day")
                .help("put the earlier day under `from:` and the later one under `until:`; check the years")
                .arg("rules", vec![rule.id])
                .arg("table", rule.table);
            cx.report(finding);
        }
    }
}
