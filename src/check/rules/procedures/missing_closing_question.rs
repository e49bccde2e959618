//! Flags procedures that end without asking whether anything else is needed.

use crate::check::flow::flows;
use crate::check::{Context, rule};
use crate::model::{ChannelKind, Element, Procedure, Purpose, Step};
use crate::resolve::Project;

rule! {
    /// A procedure ends as resolved, and nobody has asked whether the customer needs anything else.
    ///
    /// ## Why it matters
    /// The question costs five seconds and saves the second call. The rule speaks only where the standard has such
    /// words: a script with the purpose `closing` or the element `anything-else`. It leaves alone procedures in which
    /// nothing is said from a script, and those that hold only for letters and public replies. One way on which the
    /// question is asked is enough.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   closing: { purpose: closing, say: Is there anything else I can help with? }
    ///   apology: { purpose: apology, say: I am sorry about this. }
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, say: apology, next: settle }
    ///       settle: { do: Settle it, tell: the outcome, end: resolved }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing: { purpose: closing, say: Is there anything else I can help with? }
    ///   apology: { purpose: apology, say: I am sorry about this. }
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, say: apology, next: settle }
    ///       settle: { do: Settle it, tell: the outcome, say: closing, end: resolved }
    /// ```
    "procedures/missing-closing-question" { severity: Warning, run: check }
}

/// The ways in which people write that a request has been settled; other ends have closings of their own.
const RESOLVED: [&str; 10] = [
    "resolved",
    "solved",
    "settled",
    "решено",
    "решён",
    "решен",
    "załatwione",
    "rozwiązane",
    "atrisināts",
    "atrisinats",
];

fn check(cx: &mut Context<'_>) {
    let project = cx.project;
    let closing = closing_names(project);
    if closing.is_empty() {
        return;
    }
    for flow in flows(&project.procedures) {
        let spoken = flow.steps.iter().any(|step| !step.say.is_empty());
        if !spoken || is_written(project, flow.procedure) {
            continue;
        }
        let asks = |step: &Step| step.say.iter().any(|name| closing.contains(&name.value.as_str()));
        let asking = flow.steps.iter().enumerate().filter(|(_, step)| asks(step)).map(|(number, _)| number);
        let asked = flow.graph.reachable(asking);
        let reached = flow.graph.reachable([0]);
        for (number, step) in flow.steps.iter().enumerate() {
            let is = |marks: &[bool]| marks.get(number).copied().unwrap_or(false);
            let Some(end) =
                step.end.get().filter(|end| RESOLVED.contains(&end.value.to_lowercase().as_str()))
            else {
                continue;
            };
            if is(&asked) || !is(&reached) {
                continue;
            }
            let message =
                format!("`{}` ends at `{}` without asking what else is needed", flow.procedure.id, step.id);
            let finding = cx
                .finding(step.id_span, message)
                .also(end.span, "ends here")
                .help(format!("add `say: {}` to this step", closing.first().copied().unwrap_or("closing")))
                .arg("procedure", flow.procedure.id.as_str())
                .arg("step", step.id.as_str());
            cx.report(finding);
        }
    }
}

/// The ids and purposes of the scripts that ask whether anything else is needed.
fn closing_names(project: &Project) -> Vec<&str> {
    let mut names = Vec::new();
    for script in &project.scripts {
        let purpose = script.purpose.value();
        let asks = script.elements.iter().any(|element| element.value == Element::AnythingElse);
        if purpose == Some(&Purpose::Closing) {
            names.push(Purpose::Closing.word());
        }
        if asks || purpose == Some(&Purpose::Closing) {
            names.push(script.id.as_str());
        }
        if let (true, Some(purpose)) = (asks, purpose) {
            names.push(purpose.word());
        }
    }
    names
}

/// Whether a procedure holds only on channels where nobody speaks with anybody at the time.
fn is_written(project: &Project, procedure: &Procedure) -> bool {
    let Some(condition) = procedure.when.value().and_then(|when| when.find("channel")) else { return false };
    let kinds = condition
        .value
        .is
        .iter()
        .map(|name| project.channels.find(name).and_then(|channel| channel.kind.value().copied()));
    let kinds: Vec<_> = kinds.collect();
    let written =
        |kind: &Option<ChannelKind>| matches!(kind, Some(ChannelKind::Written | ChannelKind::Public) | None);
    !kinds.is_empty() && kinds.iter().all(written)
}
