//! Flags procedures without steps.

use crate::check::{Context, rule};

rule! {
    /// A procedure has no steps.
    ///
    /// ## Why it matters
    /// The handbook would show a heading and nothing below it, and staff would do what each of them thinks best.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// procedures:
    ///   complaint: { title: Complaints, owner: manager }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// procedures:
    ///   complaint:
    ///     owner: manager
    ///     steps:
    ///       listen: { do: Hear the customer out, tell: what happens next, end: resolved }
    /// ```
    "procedures/empty-procedure" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    for procedure in &cx.project.procedures {
        // Steps that could not be read have been reported already.
        let written = procedure.steps.value().map(|steps| steps.len() + steps.refused().len());
        if procedure.steps.is_absent() || written == Some(0) {
            let finding = cx
                .finding(procedure.id_span, format!("the procedure `{}` has no steps", procedure.id))
                .help("add `steps:`; the first step written is where the procedure starts")
                .arg("procedure", procedure.id.as_str());
            cx.report(finding);
        }
    }
}
