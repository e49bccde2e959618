//! Flags steps that nothing leads to.

use crate::check::flow::{Flow, flows};
use crate::check::{Context, rule};

rule! {
    /// No way through the procedure leads to this step.
    ///
    /// ## Why it matters
    /// What the step demands is never done, though everybody who reads the procedure believes that it is. Usually one
    /// `next:` names the wrong step.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, tell: what happens next, next: settle }
    ///       record: { do: Register the complaint, next: settle }
    ///       settle: { do: Settle it, tell: the outcome, end: resolved }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, tell: what happens next, next: record }
    ///       record: { do: Register the complaint, next: settle }
    ///       settle: { do: Settle it, tell: the outcome, end: resolved }
    /// ```
    "procedures/unreachable-step" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for flow in flows(&cx.project.procedures) {
        let unconnected = (0..flow.steps.len()).all(|step| !flow.goes_on(step));
        // A step that could not be read, or leads to one that is not there, may be the missing way.
        if unconnected || !flow.complete || flow.unknown.contains(&true) {
            continue;
        }
        let mut reached = flow.graph.reachable([0]);
        let reversed = flow.graph.reversed();
        let alone = |number: &usize| reversed.after(*number).iter().all(|before| before == number);
        // Of steps that follow each other, the first one explains all; a loop has no first one, so any will do.
        let firsts = (0..flow.steps.len()).filter(alone).chain(0..flow.steps.len());
        for number in firsts {
            if !reached.get(number).copied().unwrap_or(true) {
                let further = flow.graph.reachable([number]);
                reached.iter_mut().zip(further).for_each(|(reached, further)| *reached |= further);
                report(cx, &flow, number);
            }
        }
    }
}

fn report(cx: &mut Context<'_>, flow: &Flow<'_>, number: usize) {
    let Some(step) = flow.step(number) else { return };
    let message = format!("no way through `{}` leads to the step `{}`", flow.procedure.id, step.id);
    let finding = cx
        .finding(step.id_span, message)
        .help("name it under `next:`, `yes:`, `no:` or `answers:` of the step before it, or remove it")
        .arg("procedure", flow.procedure.id.as_str())
        .arg("step", step.id.as_str());
    cx.report(match flow.step(0) {
        Some(start) => finding.also(start.id_span, "the procedure starts here"),
        None => finding,
    });
}
