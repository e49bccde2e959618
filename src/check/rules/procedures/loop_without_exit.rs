//! Flags loops that no way leads out of.

use crate::check::flow::{Flow, flows, in_words};
use crate::check::{Context, rule};

rule! {
    /// Steps lead round and round, and no way leads from them to an end.
    ///
    /// ## Why it matters
    /// A customer who gets here is sent in a circle for good. It happens when a step is added in the middle and leads
    /// back to where it came from.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// procedures:
    ///   repair:
    ///     owner: manager
    ///     steps:
    ///       diagnose: { do: Find the fault, tell: the price, next: order-part }
    ///       order-part: { do: Order the part, tell: when it arrives, next: check-part }
    ///       check-part: { question: Is it the right part?, yes: diagnose, no: order-part }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// procedures:
    ///   repair:
    ///     owner: manager
    ///     steps:
    ///       diagnose: { do: Find the fault, tell: the price, next: order-part }
    ///       order-part: { do: Order the part, tell: when it arrives, next: check-part }
    ///       check-part: { question: Is it the right part?, yes: mend, no: order-part }
    ///       mend: { do: Build it in, tell: that it is ready, end: resolved }
    /// ```
    "procedures/loop-without-exit" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    for flow in flows(&cx.project.procedures) {
        let ends = (0..flow.steps.len()).filter(|step| flow.may_end(*step));
        let finishes = flow.graph.reversed().reachable(ends);
        let side_by_side = flow.side_by_side();
        let reached = flow.graph.reachable([0]);
        let is = |marks: &[bool], step: usize| marks.get(step).copied().unwrap_or(false);
        for circle in flow.graph.loops() {
            let (Some(first), true) = (circle.first().copied(), flow.complete) else { continue };
            let caught = !is(&finishes, first) && is(&reached, first) && !is(&side_by_side, first);
            // Of several loops one behind the other, only the last one holds the customer.
            let last = circle
                .iter()
                .all(|step| flow.graph.after(*step).iter().all(|to| circle.binary_search(to).is_ok()));
            if caught && last {
                report(cx, &flow, first);
            }
        }
    }
}

fn report(cx: &mut Context<'_>, flow: &Flow<'_>, first: usize) {
    let Some(step) = flow.step(first) else { return };
    let way = flow.graph.way(first, |to| to == first).unwrap_or_default();
    let ids = flow.ids(&way);
    let message = format!("the procedure `{}` never ends once it reaches `{}`", flow.procedure.id, step.id);
    let mut finding = cx
        .finding(step.id_span, message)
        .label(format!("round and round: {}", in_words(&ids)))
        .help("let one of these steps lead out of the loop, or give it an `end:`")
        .arg("procedure", flow.procedure.id.as_str())
        .arg("path", ids.clone())
        .arg("witness", in_words(&ids));
    let back = way.len().checked_sub(2).and_then(|at| way.get(at)).filter(|back| **back != first);
    if let Some(back) = back.and_then(|back| flow.step(*back)) {
        finding = finding.also(back.id_span, format!("leads back to `{}`", step.id));
    }
    cx.report(finding);
}
