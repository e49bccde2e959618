//! Flags steps at which a procedure stops without having ended.

use crate::check::flow::{Flow, flows};
use crate::check::{Context, rule};

rule! {
    /// A step neither says what follows nor how the procedure ends.
    ///
    /// ## Why it matters
    /// Here the customer is forgotten: whoever has done the step does not know whether something is still to be done,
    /// and by whom. A step that hands the customer over to another role counts as an end.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, tell: what happens next, next: record }
    ///       record: { do: Register the complaint }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, tell: what happens next, next: record }
    ///       record: { do: Register the complaint, tell: the number, end: resolved }
    /// ```
    "procedures/dead-end" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for flow in flows(&cx.project.procedures) {
        if (0..flow.steps.len()).all(|step| !flow.goes_on(step)) {
            unconnected(cx, &flow);
            continue;
        }
        let side_by_side = flow.side_by_side();
        for (number, step) in flow.steps.iter().enumerate() {
            let joins = side_by_side.get(number).copied().unwrap_or(false);
            let asks = !step.question.is_absent();
            if joins || asks || flow.goes_on(number) || !step.end.is_absent() || !step.hand_over.is_absent() {
                continue;
            }
            let message =
                format!("the procedure `{}` stops at `{}` without an end", flow.procedure.id, step.id);
            let finding = cx
                .finding(step.id_span, message)
                .help(
                    "add `next:` with the step that follows, or `end:` with how it ends, such as `resolved`",
                )
                .arg("procedure", flow.procedure.id.as_str())
                .arg("step", step.id.as_str());
            cx.report(finding);
        }
    }
}

/// Steps of which none leads to another: their author took the order of writing for the order of doing.
fn unconnected(cx: &mut Context<'_>, flow: &Flow<'_>) {
    let ended = |step: &crate::model::Step| !(step.end.is_absent() && step.hand_over.is_absent());
    let (Some(first), Some(second)) = (flow.step(0), flow.step(1)) else { return };
    if ended(first) || !first.question.is_absent() {
        return;
    }
    let message = format!("no step of the procedure `{}` says which one follows", flow.procedure.id);
    let finding = cx
        .finding(first.id_span, message)
        .label("the procedure starts here and stops")
        .help(format!(
            "add `next: {}` to `{}` and so on; the last step gets `end: resolved`",
            second.id, first.id
        ))
        .arg("procedure", flow.procedure.id.as_str())
        .arg("step", first.id.as_str());
    cx.report(finding);
}
