//! Flags procedures that end without asking whether anything else is needed.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::flow::{Flow, flows};
use crate::check::{Context, rule};
use crate::model::{ChannelKind, Element, Procedure, Purpose, Step};
use crate::resolve::Project;
use crate::source::Spanned;

rule! {
    /// A procedure ends as resolved, and nobody has asked whether the customer needs anything else.
    ///
    /// ## Why it matters
    /// The question costs five seconds and saves the second call. The rule speaks only where the standard has such
    /// words: a script with the purpose `closing` or the element `anything-else`. It leaves alone procedures in which
    /// nothing is said from a script, and those that hold only for letters and public replies. One way on which the
    /// question is asked is enough. Where the last step is the work of roles that only write, nothing is asked.
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
    let Some(suggested) =
        closing.iter().copied().min_by_key(|name| (*name != Purpose::Closing.word(), *name))
    else {
        return;
    };
    let channels = project.channels.iter();
    let kinds: Kinds<'_> =
        channels.filter_map(|channel| Some((channel.id.as_str(), *channel.kind.value()?))).collect();
    let writers = writers(project);
    for flow in flows(&project.procedures) {
        let spoken = flow.steps.iter().any(|step| !step.say.is_empty());
        if !spoken || is_written(&kinds, flow.procedure) {
            continue;
        }
        let asks = |step: &Step| step.say.iter().any(|name| closing.contains(name.value.as_str()));
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
            if is(&asked) || !is(&reached) || writes(&writers, &flow, step) {
                continue;
            }
            let message =
                format!("`{}` ends at `{}` without asking what else is needed", flow.procedure.id, step.id);
            let finding = cx
                .finding(step.id_span, message)
                .also(end.span, "ends here")
                .help(format!("add `say: {}` to this step", suggested))
                .arg("procedure", flow.procedure.id.as_str())
                .arg("step", step.id.as_str());
            cx.report(finding);
        }
    }
}

/// The ids and purposes of the scripts that ask whether anything else is needed.
fn closing_names(project: &Project) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for script in &project.scripts {
        let purpose = script.purpose.value();
        let asks = script.elements.iter().any(|element| element.value == Element::AnythingElse);
        if purpose == Some(&Purpose::Closing) {
            names.insert(Purpose::Closing.word());
        }
        if asks || purpose == Some(&Purpose::Closing) {
            names.insert(script.id.as_str());
        }
        if let (true, Some(purpose)) = (asks, purpose) {
            names.insert(purpose.word());
        }
    }
    names
}

/// The kinds of the channels.
type Kinds<'a> = BTreeMap<&'a str, ChannelKind>;

/// The roles that only answer where nobody speaks with anybody at the time.
fn writers(project: &Project) -> BTreeSet<&str> {
    let staffed = |speaks: bool| {
        let channels =
            project.channels.iter().filter(move |channel| speaks != is_writing(channel.kind.value()));
        channels.flat_map(|channel| channel.staffed_by.iter().map(|role| role.value.as_str()))
    };
    let speakers: BTreeSet<&str> = staffed(true).collect();
    staffed(false).filter(|role| !speakers.contains(role)).collect()
}

/// Whether a step is the work of such roles alone.
fn writes(writers: &BTreeSet<&str>, flow: &Flow<'_>, step: &Step) -> bool {
    let roles = flow.roles(step);
    !roles.is_empty() && roles.iter().all(|role| writers.contains(role.value.as_str()))
}

fn is_writing(kind: Option<&ChannelKind>) -> bool {
    matches!(kind, Some(ChannelKind::Written | ChannelKind::Public) | None)
}

/// Whether a procedure holds only on channels where nobody speaks with anybody at the time.
fn is_written(kinds: &Kinds<'_>, procedure: &Procedure) -> bool {
    let Some(condition) = procedure.when.value().and_then(|when| when.find("channel")) else { return false };
    let written = |name: &Spanned<String>| is_writing(kinds.get(name.value.as_str()));
    !condition.value.is.is_empty() && condition.value.is.iter().all(written)
}
