//! Flags moments at which the customer hears nothing: a transfer, a wait, an end.

use crate::check::flow::{Flow, flows};
use crate::check::{Context, rule};
use crate::model::Step;
use crate::source::Span;
use crate::syntax::decode::Entry;
use crate::time::{Clock, Duration, Unit};

rule! {
    /// The customer is passed on, left waiting or left at the end without a word.
    ///
    /// ## Why it matters
    /// A customer who does not know what happens next calls to ask, and calls again. A step that hands over, that may
    /// take an hour or longer, that waits for a link of the chain, or that ends the procedure needs `tell:` or `say:`.
    /// For a wait and for an end it is enough when the step directly before has told the customer. The first step may
    /// take its time, since nobody has spoken with the customer yet, and a procedure in which nobody ever speaks to a customer is left
    /// alone. Where `transfers:` names a script, that script is said at every transfer.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// procedures:
    ///   repair:
    ///     owner: manager
    ///     steps:
    ///       take-in: { do: Take the device, tell: when it is ready, next: diagnose }
    ///       diagnose: { do: Find the fault, within: 1 h, next: mend }
    ///       mend: { do: Repair it, within: 3 days, next: return }
    ///       return: { do: Hand it back, tell: what was repaired, end: resolved }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// procedures:
    ///   repair:
    ///     owner: manager
    ///     steps:
    ///       take-in: { do: Take the device, tell: when it is ready, next: diagnose }
    ///       diagnose: { do: Find the fault, within: 1 h, tell: the price and the day, next: mend }
    ///       mend: { do: Repair it, within: 3 days, next: return }
    ///       return: { do: Hand it back, tell: what was repaired, end: resolved }
    /// ```
    "procedures/customer-told-nothing" { severity: Warning, run: check }
}

fn check(cx: &mut Context<'_>) {
    let at_transfers = cx.project.transfers.value().is_some_and(|transfers| !transfers.say.is_empty());
    let ring = cx.project.ring_seconds();
    for flow in flows(&cx.project.procedures) {
        if !flow.steps.iter().any(|step| speaks(step)) {
            continue;
        }
        let told = told_before(&flow);
        let reached = flow.graph.reachable([0]);
        for (number, step) in flow.steps.iter().enumerate() {
            let Some(moment) = moment(step, number, ring, at_transfers) else { continue };
            let is = |marks: &[bool]| marks.get(number).copied().unwrap_or(false);
            // Words before a transfer are about something else; the transfer itself has to be told.
            let told = is(&told) && step.hand_over.is_absent();
            if !is(&reached) || speaks(step) || told {
                continue;
            }
            report(cx, &flow, step, moment);
        }
    }
}

/// What happens to the customer, in words, and where it is written.
type Moment = (&'static str, &'static str, Span);

fn moment(step: &Step, number: usize, ring: u64, at_transfers: bool) -> Option<Moment> {
    if let Some(to) = step.hand_over.span() {
        return (!at_transfers).then_some(("is passed on", "passed on here", to));
    }
    if let Some(end) = step.end.span() {
        return Some(("reaches the end", "ends here", end));
    }
    let waits = number > 0;
    if let Some(within) = step.within.get().filter(|within| waits && is_long(&within.value, ring)) {
        return Some(("waits", "may take this long", within.span));
    }
    step.uses.first().filter(|_| waits).map(|link| ("waits", "waits for this link", link.span))
}

fn is_long(within: &Duration, ring: u64) -> bool {
    const HOUR: u64 = 3_600;
    match within.clock {
        Clock::Calendar => within.seconds(ring).is_none_or(|seconds| seconds >= HOUR),
        Clock::Business if matches!(within.unit, Unit::Second | Unit::Minute | Unit::Hour) => {
            within.business_seconds().is_none_or(|seconds| seconds >= HOUR)
        }
        Clock::Business => true,
    }
}

/// Whether the customer hears something in a step; whoever asks for something speaks as well.
fn speaks(step: &Step) -> bool {
    !(step.tell.is_absent() && step.say.is_empty() && step.ask_for.is_empty())
}

/// The steps directly before which the customer was told something; decisions in between take no time.
fn told_before(flow: &Flow<'_>) -> Vec<bool> {
    let mut told = vec![false; flow.steps.len()];
    let talking = flow.steps.iter().enumerate().filter(|(_, step)| speaks(step)).map(|(number, _)| number);
    let mut open: Vec<usize> = talking.collect();
    while let Some(number) = open.pop() {
        for after in flow.graph.after(number) {
            let fresh = told.get_mut(*after).is_some_and(|mark| !std::mem::replace(mark, true));
            let decides = flow.step(*after).is_some_and(|step| !step.question.is_absent() && !speaks(step));
            if fresh && decides {
                open.push(*after);
            }
        }
    }
    told
}

fn report(cx: &mut Context<'_>, flow: &Flow<'_>, step: &Entry<Step>, (what, label, place): Moment) {
    let message =
        format!("the customer {what} at `{}` of `{}` and is told nothing", step.id, flow.procedure.id);
    let finding = cx
        .finding(step.id_span, message)
        .also(place, label)
        .help("add `tell:` with what happens next and by when, or `say:` with a script")
        .arg("procedure", flow.procedure.id.as_str())
        .arg("step", step.id.as_str());
    cx.report(finding);
}
