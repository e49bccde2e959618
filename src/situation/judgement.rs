//! Every question that is asked of every table of a standard, answered once. Must never word a finding.

use jiff::civil::Date;

use super::standard::{StandardTable, Value, tables};
use super::{Analysis, Budget, Conflict, Falling, Found, Gap, Idle, Point, Relation, Undercut, Unreachable};
use crate::model::known_measure;
use crate::resolve::Project;
use crate::source::Span;

/// A table with everything that was found in it.
#[derive(Debug)]
pub struct Judged<'a> {
    /// The table.
    pub standard: StandardTable<'a>,
    /// Rules that beat one another in a circle; each rule beats the next.
    pub circles: Vec<Vec<usize>>,
    /// Rules that contradict each other.
    pub conflicts: Found<Conflict>,
    /// Rules that never win.
    pub unreachable: Found<Unreachable>,
    /// Rules that change nothing.
    pub idle: Found<Idle>,
    /// What is not covered, with the place that asks for it.
    pub gaps: Vec<(Span, Found<Gap>)>,
    /// Promises that get worse where they should not.
    pub falling: Found<Falling>,
    /// Rules that fall short of a floor.
    pub undercuts: Found<Undercut>,
    /// Measures that end before an earlier one of the same request.
    pub order: Found<Order>,
}

/// Two promises of one situation in the wrong order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The attribute that comes first in the life of a request, and the rule that wins it.
    pub earlier: (usize, usize),
    /// The attribute that comes later though its time is shorter, and the rule that wins it.
    pub later: (usize, usize),
    /// A situation in which both win.
    pub witness: Point,
}

/// Judges every table of a standard as it stands on a day.
pub fn judge(project: &Project, today: Date, budget: Budget) -> Vec<Judged<'_>> {
    tables(project, today).into_iter().map(|table| judged(table, budget)).collect()
}

fn judged(standard: StandardTable<'_>, budget: Budget) -> Judged<'_> {
    let table = &standard.table;
    let mut analysis = Analysis::of(table, budget);
    let single: Vec<usize> =
        (0..table.attributes.len()).filter(|at| standard.several.get(*at) == Some(&false)).collect();
    let mut conflicts = Found::default();
    let mut undercuts = Found::default();
    let mut falling = Found::default();
    for attribute in &single {
        conflicts.extend(analysis.conflicts(*attribute), &budget);
        undercuts.extend(analysis.undercuts(*attribute), &budget);
        let rising = table.space.dimensions.iter().enumerate().filter(|(_, dimension)| dimension.rising);
        for (dimension, _) in rising {
            falling.extend(analysis.falling(*attribute, dimension), &budget);
        }
    }
    let gaps =
        standard.must_cover.iter().map(|(attribute, span)| (*span, analysis.gaps(*attribute))).collect();
    let order = order(&standard, &mut analysis, &budget);
    let circles = analysis.circles();
    let unreachable = analysis.unreachable();
    let idle = if single.is_empty() { Found::default() } else { analysis.idle() };
    Judged { circles, conflicts, unreachable, idle, gaps, falling, undercuts, order, standard }
}

// Measures have an order in the life of a request: what comes first may not take longer than what comes after.
fn order(standard: &StandardTable<'_>, analysis: &mut Analysis<'_>, budget: &Budget) -> Found<Order> {
    let mut found = Found::default();
    if standard.table.name != "response_times" {
        return found;
    }
    let stage = |at: &usize| {
        let attribute = standard.table.attributes.get(*at)?;
        known_measure(&attribute.name)?.stage
    };
    let measures: Vec<(usize, u8)> =
        (0..standard.table.attributes.len()).filter_map(|at| Some((at, stage(&at)?))).collect();
    for (earlier, first) in &measures {
        for (later, _) in measures.iter().filter(|(_, second)| second > first) {
            for (one, value) in standard.table.candidates(*earlier) {
                for (other, end) in standard.table.candidates(*later) {
                    let figure = |attribute: usize, value: usize| standard.values.get(attribute)?.get(value);
                    let longer = figure(*earlier, value)
                        .zip(figure(*later, end))
                        .is_some_and(|(one, other)| takes_longer(standard, one, other));
                    if !longer || found.is_full(budget) {
                        continue;
                    }
                    let winners = [(*earlier, one), (*later, other)];
                    match analysis.together(&winners) {
                        Ok(Some(witness)) => {
                            let order = Order { earlier: (*earlier, one), later: (*later, other), witness };
                            found.add(order, budget);
                        }
                        Ok(None) => {}
                        Err(_) => found.unknown += 1,
                    }
                }
            }
        }
    }
    found
}

fn takes_longer(standard: &StandardTable<'_>, one: &Value, other: &Value) -> bool {
    standard.comparison.times(one, other) == Relation::Worse
}
