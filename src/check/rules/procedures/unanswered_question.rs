//! Flags questions whose answers lead nowhere, and answers without a question.

use crate::check::flow::has_branches;
use crate::check::{Context, rule};
use crate::diagnostic::Finding;
use crate::model::Step;
use crate::syntax::decode::Entry;

rule! {
    /// A step asks a question and leaves an answer without a step, or has answers without a question.
    ///
    /// ## Why it matters
    /// Whoever follows the procedure gets the other answer one day, and then the procedure is silent. A step that has
    /// both answers and `next:` contradicts itself: the answers say where to go, so `next:` is never followed.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       decide: { question: Can it be settled at once?, yes: settle }
    ///       settle: { do: Settle it, tell: the outcome, end: resolved }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       decide: { question: Can it be settled at once?, yes: settle, no: promise }
    ///       settle: { do: Settle it, tell: the outcome, end: resolved }
    ///       promise: { do: Ask the manager, tell: by when there is an answer, end: resolved }
    /// ```
    "procedures/unanswered-question" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    let procedures = cx.project.procedures.iter();
    for procedure in procedures {
        for step in procedure.steps.value().into_iter().flatten() {
            if let Some(finding) = judge(cx, step) {
                cx.report(finding.arg("procedure", procedure.id.as_str()).arg("step", step.id.as_str()));
            }
        }
    }
}

fn judge(cx: &Context<'_>, step: &Entry<Step>) -> Option<Finding> {
    let id = &step.id;
    let question = step.question.span();
    let at = question.unwrap_or(step.id_span);
    let lacking = match (step.yes.is_absent(), step.no.is_absent()) {
        (false, true) => Some("no"),
        (true, false) => Some("yes"),
        _ => None,
    };
    if question.is_some() && !has_branches(step) {
        let message = format!("the step `{id}` asks a question, but no step follows from the answer");
        let help = "add `yes:` and `no:` with the steps that follow, or `answers:`; if nothing depends on the answer, write it under `do:`";
        return Some(cx.finding(at, message).help(help));
    }
    if let Some(lacking) = lacking.filter(|_| step.answers.is_absent()) {
        let message = format!("the step `{id}` does not say what follows when the answer is {lacking}");
        let help = format!("add `{lacking}:` with the step that follows");
        return Some(cx.finding(at, message).help(help).arg("answer", lacking));
    }
    if let (Some(next), true) = (step.next.span(), has_branches(step)) {
        let message = format!("the answers of `{id}` say what follows, so its `next` is never followed");
        return Some(cx.finding(next, message).help("remove `next:`, or name that step under an answer"));
    }
    if question.is_none() && has_branches(step) {
        let message = format!("the step `{id}` has answers, but no question");
        return Some(cx.finding(at, message).help("add `question:` with what has to be decided here"));
    }
    None
}
