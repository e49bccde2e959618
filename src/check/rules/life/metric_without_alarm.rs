//! Flags metrics that nobody is warned about.

use crate::check::{Context, rule};

rule! {
    /// A metric has a target, but no value at which somebody has to act.
    ///
    /// ## Why it matters
    /// Between reaching a target and failing the customer lies a wide field. Without an alarm a figure may slide for
    /// months, month by month a little below the target, and nobody is obliged to notice.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// quality:
    ///   metrics:
    ///     first-contact: { title: Settled at the first contact, target: ">= 80%", measured_by: helpdesk }
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
    "life/metric-without-alarm" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for metric in cx.project.quality.metrics.value().into_iter().flatten() {
        if let (Some(target), true) = (metric.target.get(), metric.alarm.is_absent()) {
            let finding = cx
                .finding(metric.id_span, format!("the metric `{}` has a target, but no alarm", metric.id))
                .also(target.span, "the target")
                .help("add `alarm:` with the value at which somebody must act, and `on_alarm:` with what they do")
                .arg("metric", metric.id.as_str());
            cx.report(finding);
        }
    }
}
