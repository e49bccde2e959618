//! How long a procedure may take when every step takes the time it is given: the longest way through it.
//! Must never add a time that nobody has written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::calendars::Desk;
use super::flow::Flow;
use super::graph::Graph;
use crate::resolve::Project;
use crate::source::Span;
use crate::syntax::decode::Entry;
use crate::time::{Apart, Duration, Finish, Timeline};

/// The steps of a procedure that follow one another, with the times they are given. A loop is gone through once.
pub(super) struct Chain {
    order: Vec<usize>,
    forward: Graph,
    times: Vec<Vec<StepTime>>,
}

/// The most pieces of calendars that are gone through for one procedure.
const MOST_WORK: usize = 4_000_000;

/// A time that a step is given.
#[derive(Debug, Clone, Copy)]
pub(super) struct StepTime {
    /// The time.
    pub(super) time: Duration,
    /// Where it stands.
    pub(super) span: Span,
}

/// The way that takes longest beyond a promise.
pub(super) struct Worst {
    /// By how many seconds.
    pub(super) seconds: i64,
    /// When the procedure begins.
    pub(super) arrival: Timestamp,
    /// The steps, and when each of them is done.
    pub(super) way: Vec<(usize, Timestamp)>,
    /// When the promise ends.
    pub(super) promised: Timestamp,
}

impl Chain {
    /// The steps of a procedure.
    pub(super) fn of(flow: &Flow<'_>, project: &Project) -> Self {
        let (order, forward) = joined(flow).forward(0);
        let own = |step: &Entry<crate::model::Step>| {
            let within = step.within.get().map(|within| StepTime { time: within.value, span: within.span });
            let links = step.uses.iter().filter_map(|link| project.links.find(&link.value)?.target.get());
            within
                .into_iter()
                .chain(links.map(|target| StepTime { time: target.value, span: target.span }))
                .collect()
        };
        // While the customer is asked for something the clock may stand still.
        let pauses = project.clock.value().is_some_and(|clock| !clock.pauses_while.is_empty());
        let times = flow.steps.iter().map(|step| match pauses && !step.ask_for.is_empty() {
            true => Vec::new(),
            false => own(step),
        });
        Chain { order, forward, times: times.collect() }
    }

    /// The times of a step.
    pub(super) fn times(&self, step: usize) -> &[StepTime] {
        self.times.get(step).map_or(&[], Vec::as_slice)
    }

    /// All times of steps that can be reached.
    pub(super) fn all(&self) -> impl Iterator<Item = &StepTime> {
        self.order.iter().flat_map(|step| self.times(*step))
    }

    /// A bound on the seconds that the procedure takes; none where a time is never over.
    pub(super) fn bound(&self, desk: &Desk) -> Option<i64> {
        let mut arrived = vec![0_i64; self.times.len()];
        let mut most = 0;
        for step in &self.order {
            let mut takes = 0;
            for time in self.times(*step) {
                takes = takes.max(desk.bounds(&time.time)?.longest);
            }
            let done = arrived.get(*step).copied().unwrap_or_default().saturating_add(takes);
            most = most.max(done);
            for to in self.forward.after(*step) {
                arrived.iter_mut().skip(*to).take(1).for_each(|at| *at = (*at).max(done));
            }
        }
        Some(most)
    }

    /// The way and the arrival from which the procedure ends longest after `promise`, if it ever does.
    pub(super) fn worst(
        &self,
        flow: &Flow<'_>,
        desk: &Desk,
        promise: &Duration,
        arrivals: Option<&Timeline>,
    ) -> Option<Worst> {
        let promise = desk.finish(promise);
        let mut begun: Vec<Option<Arc<Finish>>> = vec![None; self.times.len()];
        let mut done: Vec<Option<Arc<Finish>>> = vec![None; self.times.len()];
        begun.iter_mut().take(1).for_each(|first| *first = Some(Arc::new(desk.layout.at_once())));
        let mut worst: Option<(Apart, usize)> = None;
        let mut left = MOST_WORK;
        for step in &self.order {
            let Some(begins) = begun.get(*step).cloned().flatten() else { continue };
            left = left.checked_sub(self.times(*step).len() * begins.size())?;
            let ends = self.times(*step).iter().map(|time| begins.then(&desk.finish(&time.time)));
            let ends = ends.reduce(|one, other| one.later_of(&other)).map_or(begins, Arc::new);
            for to in self.forward.after(*step) {
                let Some(next) = begun.get_mut(*to) else { continue };
                *next = match next.take() {
                    Some(known) if !Arc::ptr_eq(&known, &ends) => {
                        left = left.checked_sub(known.size() + ends.size())?;
                        Some(Arc::new(known.later_of(&ends)))
                    }
                    _ => Some(Arc::clone(&ends)),
                };
            }
            if self.forward.after(*step).is_empty() || flow.may_end(*step) {
                left = left.checked_sub(ends.size())?;
                let late = ends.furthest_behind(&promise, arrivals).filter(|late| late.seconds() > 0);
                let worse = |late: &Apart| worst.is_none_or(|(worst, _)| late.seconds() > worst.seconds());
                worst = late.filter(worse).map(|late| (late, *step)).or(worst);
            }
            done.iter_mut().skip(*step).take(1).for_each(|done| *done = Some(Arc::clone(&ends)));
        }
        let (Apart { arrival, other: promised, .. }, last) = worst?;
        let seconds = worst?.0.seconds();
        Some(Worst { seconds, arrival, promised, way: self.way(&done, arrival, last) })
    }

    // The way back from the last step: each time to the step that was waited for.
    fn way(&self, done: &[Option<Arc<Finish>>], arrival: Timestamp, last: usize) -> Vec<(usize, Timestamp)> {
        let backward = self.forward.reversed();
        let ends = |step: usize| done.get(step)?.as_ref()?.of(arrival);
        let mut way = Vec::new();
        let mut at = Some(last);
        while let Some(step) = at {
            way.push((step, ends(step).unwrap_or(arrival)));
            at = backward
                .after(step)
                .iter()
                .copied()
                .max_by_key(|before| (ends(*before), std::cmp::Reverse(*before)));
        }
        way.reverse();
        way
    }
}

/// The steps with what is done at the same time led to what follows it.
fn joined(flow: &Flow<'_>) -> Graph {
    let mut graph = flow.graph.clone();
    let numbers: BTreeMap<&str, usize> =
        flow.steps.iter().enumerate().map(|(at, step)| (step.id.as_str(), at)).collect();
    let number = |id: &str| numbers.get(id).copied();
    for step in flow.steps.iter().filter(|step| !step.at_once.is_empty()) {
        let Some(next) = step.next.value().and_then(|next| number(next)) else { continue };
        let mut open: Vec<usize> = step.at_once.iter().filter_map(|id| number(&id.value)).collect();
        let mut seen: BTreeSet<usize> = BTreeSet::from([next]);
        while let Some(at) = open.pop() {
            if seen.insert(at) {
                open.extend(flow.graph.after(at));
                if flow.graph.after(at).is_empty() {
                    graph.connect(at, next);
                }
            }
        }
    }
    graph
}
