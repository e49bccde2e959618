//! A procedure as a graph of its steps. Must never judge: rules do.

use std::collections::BTreeMap;

use super::graph::Graph;
use crate::model::{Procedure, Step};
use crate::source::Spanned;
use crate::syntax::decode::Entry;

/// A procedure that has steps; steps are numbered in the order written, and the first is the start.
#[derive(Debug)]
pub(super) struct Flow<'a> {
    /// The procedure.
    pub(super) procedure: &'a Entry<Procedure>,
    /// Its steps.
    pub(super) steps: &'a [Entry<Step>],
    /// Which step follows which.
    pub(super) graph: Graph,
    /// Steps that lead to a step which is not there; what follows them is not known.
    pub(super) unknown: Vec<bool>,
    /// Whether every step could be read; where one could not, nothing is said about what leads nowhere.
    pub(super) complete: bool,
}

impl<'a> Flow<'a> {
    /// The graph of a procedure; none when it has no steps.
    pub(super) fn of(procedure: &'a Entry<Procedure>) -> Option<Self> {
        let entries = procedure.steps.value()?;
        let steps: &[Entry<Step>] = entries;
        if steps.is_empty() {
            return None;
        }
        let numbers: BTreeMap<&str, usize> =
            steps.iter().enumerate().map(|(number, step)| (step.id.as_str(), number)).collect();
        let mut graph = Graph::new(steps.len());
        let mut unknown = vec![false; steps.len()];
        for (from, step) in steps.iter().enumerate() {
            for target in targets(step) {
                match numbers.get(target) {
                    Some(to) => graph.connect(from, *to),
                    None => unknown.iter_mut().skip(from).take(1).for_each(|unknown| *unknown = true),
                }
            }
        }
        let complete = entries.refused().is_empty();
        Some(Flow { procedure, steps, graph, unknown, complete })
    }

    /// The step with this number.
    pub(super) fn step(&self, number: usize) -> Option<&'a Entry<Step>> {
        self.steps.get(number)
    }

    /// Whether something is written that follows this step.
    pub(super) fn goes_on(&self, number: usize) -> bool {
        self.step(number)
            .is_some_and(|step| !step.next.is_absent() || has_branches(step) || !step.at_once.is_empty())
    }

    /// Whether the procedure may end at this step, by word, by handing over, or because nothing more is known.
    pub(super) fn may_end(&self, number: usize) -> bool {
        let unknown = self.unknown.get(number).copied().unwrap_or(false);
        unknown || !self.goes_on(number) || self.step(number).is_some_and(|step| !step.end.is_absent())
    }

    /// The roles of which one does a step.
    pub(super) fn roles(&self, step: &'a Step) -> Vec<&'a Spanned<String>> {
        match step.who.is_empty() {
            true => self.procedure.owner.get().into_iter().collect(),
            false => step.who.iter().collect(),
        }
    }

    /// Steps that are done at the same time as others, and all that follow them: where such a branch stops, the
    /// step that began it goes on.
    pub(super) fn side_by_side(&self) -> Vec<bool> {
        let branches = self.steps.iter().flat_map(|step| step.at_once.iter());
        let ids: std::collections::BTreeSet<&str> = branches.map(|id| id.value.as_str()).collect();
        let starts = self.steps.iter().enumerate().filter(|(_, step)| ids.contains(step.id.as_str()));
        self.graph.reachable(starts.map(|(number, _)| number))
    }

    /// The ids of steps.
    pub(super) fn ids(&self, way: &[usize]) -> Vec<&'a str> {
        way.iter().filter_map(|number| self.step(*number)).map(|step| step.id.as_str()).collect()
    }
}

/// Every procedure that has steps.
pub(super) fn flows<'a>(procedures: &'a [Entry<Procedure>]) -> impl Iterator<Item = Flow<'a>> {
    procedures.iter().filter_map(Flow::of)
}

/// Whether a step has answers to a question.
pub(super) fn has_branches(step: &Step) -> bool {
    !(step.yes.is_absent() && step.no.is_absent() && step.answers.is_absent())
}

/// A way in words: `a` → `b` → `c`; of a long one the middle is only counted.
pub(super) fn in_words(ids: &[&str]) -> String {
    const MOST: usize = 8;
    let named = |ids: &[&str]| ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" → ");
    match (ids.get(..MOST - 2), ids.len().checked_sub(2).and_then(|at| ids.get(at..))) {
        (Some(first), Some(last)) if ids.len() > MOST => {
            format!("{} → {} more steps → {}", named(first), ids.len() - MOST, named(last))
        }
        _ => named(ids),
    }
}

fn targets(step: &Step) -> impl Iterator<Item = &str> {
    let single = [step.next.value(), step.yes.value(), step.no.value()];
    let answers = step.answers.value().into_iter().flatten().map(|answer| answer.value.as_str());
    let at_once = step.at_once.iter().map(|id| id.value.as_str());
    single.into_iter().flatten().map(String::as_str).chain(answers).chain(at_once)
}
