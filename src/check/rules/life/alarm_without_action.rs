//! Flags alarms that lead to nothing.

use crate::check::{Context, rule};

rule! {
    /// A metric has an alarm, but nothing says what is done when it goes off.
    ///
    /// ## Why it matters
    /// An alarm without an action is noise: people see it, wait for somebody else, and learn to look away.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// quality:
    ///   metrics:
    ///     first-contact: { title: Settled at the first contact, target: ">= 80%", alarm: "< 65%" }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// quality:
    ///   metrics:
    ///     first-contact:
    ///       title: Settled at the first contact
    ///       target: ">= 80%"
    ///       alarm: "< 65%"
    ///       on_alarm: the manager listens to ten recordings with the team
    /// ```
    "life/alarm-without-action" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for metric in cx.project.quality.metrics.value().into_iter().flatten() {
        if let (Some(alarm), true) = (metric.alarm.get(), metric.on_alarm.is_absent()) {
            let message = format!("nothing says what is done when `{}` raises its alarm", metric.id);
            let finding = cx
                .finding(alarm.span, message)
                .help("add `on_alarm:` with who does what, or the id of a procedure")
                .arg("metric", metric.id.as_str());
            cx.report(finding);
        }
    }
}
