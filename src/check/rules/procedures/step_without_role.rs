//! Flags steps that nobody is responsible for.

use crate::check::{Context, rule};

rule! {
    /// A step names no role, and the procedure has no owner either.
    ///
    /// ## Why it matters
    /// A step that is everybody's is nobody's. Where the procedure has an owner, steps without `who:` are the owner's.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// procedures:
    ///   complaint:
    ///     steps:
    ///       listen: { who: manager, do: Hear the customer out, tell: what happens next, next: record }
    ///       record: { do: Register the complaint, tell: the number, end: resolved }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { who: manager, do: Hear the customer out, tell: what happens next, next: record }
    ///       record: { do: Register the complaint, tell: the number, end: resolved }
    /// ```
    "procedures/step-without-role" { severity: Warning, run: check }
}

/// The most steps that one finding shows.
const MOST: usize = 8;

fn check(cx: &mut Context<'_>) {
    for procedure in cx.project.procedures.iter().filter(|procedure| procedure.owner.is_absent()) {
        let steps = procedure.steps.value().into_iter().flatten();
        let lacking: Vec<_> = steps.filter(|step| step.who.is_empty()).collect();
        let Some((first, others)) = lacking.split_first() else { continue };
        let message = match others.len() {
            0 => format!("nobody is named for the step `{}` of `{}`", first.id, procedure.id),
            count => format!("nobody is named for {} steps of `{}`", count + 1, procedure.id),
        };
        let mut finding = cx
            .finding(first.id_span, message)
            .help("add `who:` with a role to each step, or `owner:` to the procedure")
            .arg("procedure", procedure.id.as_str())
            .arg("steps", lacking.iter().map(|step| step.id.as_str()).collect::<Vec<_>>());
        for step in others.iter().take(MOST - 1) {
            finding = finding.also(step.id_span, "nor for this one");
        }
        cx.report(finding);
    }
}
