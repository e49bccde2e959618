//! Flags procedures that pass the customer on more often than the standard allows.

use crate::check::flow::{Flow, flows, in_words};
use crate::check::{Context, rule};
use crate::source::Spanned;

rule! {
    /// One way through the procedure passes the customer on more often than is allowed.
    ///
    /// ## Why it matters
    /// With every transfer the customer waits again, explains again and trusts less. The limit stands under
    /// `transfers:` of the procedure or of the whole standard; the ways through a procedure grow with every branch,
    /// and the one that breaks the limit is hard to see.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// transfers: { at_most: 1 }
    /// roles: { manager: { level: 3 }, agent: { level: 1 }, expert: { level: 2 } }
    /// procedures:
    ///   complaint:
    ///     steps:
    ///       listen: { who: agent, tell: who can help, hand_over: expert, next: judge }
    ///       judge: { who: expert, tell: who decides, hand_over: manager, next: decide }
    ///       decide: { who: manager, do: Decide, tell: the decision, end: resolved }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// transfers: { at_most: 1 }
    /// roles: { manager: { level: 3 }, agent: { level: 1 } }
    /// procedures:
    ///   complaint:
    ///     steps:
    ///       listen: { who: agent, tell: who decides, hand_over: manager, next: decide }
    ///       decide: { who: manager, do: Decide, tell: the decision, end: resolved }
    /// ```
    "procedures/too-many-transfers" { severity: Error, run: check }
}

fn check(cx: &mut Context<'_>) {
    let general = cx.project.transfers.value().and_then(|transfers| transfers.at_most.get());
    for flow in flows(&cx.project.procedures) {
        let Some(limit) = flow.procedure.transfers.get().or(general) else { continue };
        let way = most_transfers(&flow);
        let passes = way.iter().filter(|step| passes_on(&flow, **step)).count();
        if passes > limit.value as usize {
            report(cx, &flow, limit, &way);
        }
    }
}

/// Whether a step passes the customer on to another role than the one that does it.
fn passes_on(flow: &Flow<'_>, number: usize) -> bool {
    let Some(step) = flow.step(number) else { return false };
    let Some(to) = step.hand_over.get() else { return false };
    flow.roles(step).iter().all(|from| from.value != to.value)
}

/// The way with the most transfers that meets no step twice, up to the last of them.
fn most_transfers(flow: &Flow<'_>) -> Vec<usize> {
    let (order, forward) = flow.graph.forward(0);
    let mut best: Vec<Option<(usize, usize)>> = vec![None; flow.steps.len()];
    let mut furthest = (0, 0);
    for step in order {
        let arrived = best.get(step).copied().flatten().map_or(0, |(count, _)| count);
        let count = arrived + usize::from(passes_on(flow, step));
        if count > furthest.0 {
            furthest = (count, step);
        }
        for to in forward.after(step) {
            if let Some(known) = best.get_mut(*to)
                && known.is_none_or(|(most, _)| most < count)
            {
                *known = Some((count, step));
            }
        }
    }
    let mut way = vec![furthest.1];
    let mut at = furthest.1;
    while let Some((_, before)) = best.get(at).copied().flatten() {
        way.push(before);
        at = before;
    }
    way.reverse();
    way
}

fn report(cx: &mut Context<'_>, flow: &Flow<'_>, limit: &Spanned<u32>, way: &[usize]) {
    let ids = flow.ids(way);
    let passing: Vec<_> = way.iter().filter(|step| passes_on(flow, **step)).collect();
    let times = |count: usize| if count == 1 { "once".to_owned() } else { format!("{count} times") };
    let allowed = match limit.value {
        0 => "it may not pass anybody on".to_owned(),
        count => format!("at most {} is allowed", times(count as usize)),
    };
    let message = format!(
        "the procedure `{}` can pass a customer on {}, but {allowed}",
        flow.procedure.id,
        times(passing.len())
    );
    let mut finding = cx
        .finding(flow.procedure.id_span, message)
        .label(format!("on the way {}", in_words(&ids)))
        .also(limit.span, "the limit")
        .help("let one role settle more of it, or join two of these steps")
        .arg("rules", vec![flow.procedure.id.as_str()])
        .arg("path", ids.clone())
        .arg("witness", in_words(&ids))
        .arg("transfers", passing.len())
        .arg("limit", limit.value);
    for hand_over in passing.iter().filter_map(|step| flow.step(**step)?.hand_over.get()).take(6) {
        finding = finding.also(hand_over.span, format!("passed on to `{}`", hand_over.value));
    }
    cx.report(finding);
}
