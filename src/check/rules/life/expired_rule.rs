//! Flags rules that hold no more.

use crate::check::{Context, rule};

rule! {
    /// The last day of a rule has passed.
    ///
    /// ## Why it matters
    /// The rule holds no more and appears in no handbook, but whoever reads or changes the standard still has to find
    /// out that it does not count. The promise it replaced is in force again, which is not always intended.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   christmas: { when: { channel: chat }, until: 2024-12-31, first_response: 10 min }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat } }
    /// response_times:
    ///   christmas: { when: { channel: chat }, until: 2090-12-31, first_response: 10 min }
    /// ```
    "life/expired-rule" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for rule in cx.project.table_rules() {
        let Some(until) = rule.rule.until().get().filter(|until| until.value.0 < cx.today) else { continue };
        // A rule that ends before it starts never held; another rule says so.
        if rule.rule.from().get().is_some_and(|from| from.value > until.value) {
            continue;
        }
        let message =
            format!("`{}` in `{}` held until {} and holds no more", rule.id, rule.table, until.value.0);
        let finding = cx
            .finding(until.span, message)
            .also(rule.id_span, "this rule")
            .help("remove the rule, or write a later day")
            .arg("rules", vec![rule.id])
            .arg("table", rule.table)
            .arg("until", until.value.0.to_string());
        cx.report(finding);
    }
}
