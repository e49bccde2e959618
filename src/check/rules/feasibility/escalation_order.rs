//! Flags escalations in which a later level comes before an earlier one.

use crate::check::{Context, rule};

rule! {
    /// A level of an escalation comes earlier than the level before it.
    ///
    /// ## Why it matters
    /// Levels are climbed in their order: who is told later is meant to be told later. When the figures fall, the
    /// head of department hears of a case before the shift lead has had a chance to settle it. The times of all
    /// levels are counted from the start of the case, not from the level before.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles: { lead: { level: 2 }, manager: { level: 3 } }
    /// escalations:
    ///   complaint: { levels: [{ after: 5 business days, to: lead }, { after: 2 business days, to: manager }] }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles: { lead: { level: 2 }, manager: { level: 3 } }
    /// escalations:
    ///   complaint: { levels: [{ after: 2 business days, to: lead }, { after: 5 business days, to: manager }] }
    /// ```
    "feasibility/escalation-order" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    let ring = cx.project.ring_seconds();
    for escalation in &cx.project.escalations {
        for pair in escalation.levels.windows(2) {
            let [before, level] = pair else { continue };
            let (Some(first), Some(second)) = (before.value.after.get(), level.value.after.get()) else {
                continue;
            };
            // On different clocks the order depends on the calendar, which another rule asks.
            if second.value.compare(&first.value, ring).is_none_or(std::cmp::Ordering::is_ge) {
                continue;
            }
            let to = |level: &crate::model::Level| level.to.value().cloned().unwrap_or_default();
            let message = format!(
                "in the escalation `{}` the level after {} comes before the one after {}, which stands before it",
                escalation.id, second.value, first.value
            );
            let finding = cx
                .finding(second.span, message)
                .label(format!("`{}` is told first", to(&level.value)))
                .also(
                    first.span,
                    format!("`{}` is told later, though this level stands first", to(&before.value)),
                )
                .help(
                    "put the levels in the order of their times; all are counted from the start of the case",
                )
                .arg("rules", vec![escalation.id.as_str()])
                .arg("first", first.value.to_string())
                .arg("second", second.value.to_string());
            cx.report(finding);
        }
    }
}
