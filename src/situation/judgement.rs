//! Every question that is asked of every table of a standard, answered once. Must never word a finding.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::parts::parts;
use super::standard::{StandardTable, tables};
use super::{
    Analysis, Budget, Conflict, Falling, Found, Gap, Idle, Point, Relation, Table, Undercut, Unreachable,
};
use crate::model::known_measure;
use crate::resolve::Project;
use crate::source::{Span, side_by_side};

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

/// How many parts of a table are worth a core of their own.
const FEW: usize = 8;

/// Judges every table of a standard as it stands on a day.
pub fn judge(project: &Project, today: Date, budget: Budget) -> Vec<Judged<'_>> {
    tables(project, today).into_iter().map(|table| judged(table, budget)).collect()
}

fn judged(standard: StandardTable<'_>, budget: Budget) -> Judged<'_> {
    let parts = parts(&standard.table);
    let mut answers = Answers::default();
    if parts.is_empty() {
        let mut analysis = Analysis::of(&standard.table, budget);
        answers = ask(&standard, &standard.table, &mut analysis, &budget);
        answers.gaps =
            standard.must_cover.iter().map(|(attribute, span)| (*span, analysis.gaps(*attribute))).collect();
    } else {
        let found = side_by_side(&parts, FEW, |part| {
            let mut analysis = Analysis::of(&part.table, budget);
            ask(&standard, &part.table, &mut analysis, &budget)
        });
        for (part, found) in parts.iter().zip(found) {
            answers.add(found, &part.rules, &budget);
        }
        if !standard.must_cover.is_empty() {
            // What is missing lies between the parts.
            let mut analysis = Analysis::of(&standard.table, budget);
            answers.gaps = standard
                .must_cover
                .iter()
                .map(|(attribute, span)| (*span, analysis.gaps(*attribute)))
                .collect();
        }
    }
    let Answers { circles, conflicts, unreachable, idle, gaps, falling, undercuts, order } = answers;
    Judged { circles, conflicts, unreachable, idle, gaps, falling, undercuts, order, standard }
}

/// What was found in a table or a part of it.
#[derive(Default)]
struct Answers {
    circles: Vec<Vec<usize>>,
    conflicts: Found<Conflict>,
    unreachable: Found<Unreachable>,
    idle: Found<Idle>,
    gaps: Vec<(Span, Found<Gap>)>,
    falling: Found<Falling>,
    undercuts: Found<Undercut>,
    order: Found<Order>,
}

impl Answers {
    /// Adds what was found in a part whose rules have these numbers in the table.
    fn add(&mut self, mut found: Answers, rules: &[usize], budget: &Budget) {
        let number = |at: &mut usize| *at = rules.get(*at).copied().unwrap_or_default();
        for item in &mut found.conflicts.items {
            number(&mut item.rules.0);
            number(&mut item.rules.1);
        }
        for item in &mut found.unreachable.items {
            number(&mut item.rule);
            item.covered_by.iter_mut().for_each(number);
        }
        for item in &mut found.idle.items {
            number(&mut item.rule);
            item.instead.iter_mut().for_each(number);
        }
        for item in &mut found.falling.items {
            number(&mut item.better);
            number(&mut item.worse);
        }
        for item in &mut found.undercuts.items {
            number(&mut item.rule);
            number(&mut item.floor);
        }
        for item in &mut found.order.items {
            number(&mut item.earlier.1);
            number(&mut item.later.1);
        }
        found.circles.iter_mut().flatten().for_each(number);
        self.circles.extend(found.circles);
        self.conflicts.extend(found.conflicts, budget);
        self.unreachable.extend(found.unreachable, budget);
        self.idle.extend(found.idle, budget);
        self.falling.extend(found.falling, budget);
        self.undercuts.extend(found.undercuts, budget);
        self.order.extend(found.order, budget);
    }
}

fn ask(standard: &StandardTable<'_>, table: &Table, analysis: &mut Analysis<'_>, budget: &Budget) -> Answers {
    let mut answers = Answers::default();
    let single = |at: &usize| standard.several.get(*at) == Some(&false);
    let given: BTreeSet<usize> = table.rules.iter().flat_map(|rule| rule.gives.keys().copied()).collect();
    let single: Vec<usize> = given.into_iter().filter(single).collect();
    for attribute in &single {
        answers.conflicts.extend(analysis.conflicts(*attribute), budget);
        answers.undercuts.extend(analysis.undercuts(*attribute), budget);
        let rising = table.space.dimensions.iter().enumerate().filter(|(_, dimension)| dimension.rising);
        for (dimension, _) in rising {
            answers.falling.extend(analysis.falling(*attribute, dimension), budget);
        }
    }
    answers.order = order(standard, table, analysis, budget);
    answers.circles = analysis.circles();
    answers.unreachable = analysis.unreachable();
    if !single.is_empty() {
        answers.idle = analysis.idle();
    }
    answers
}

// Measures have an order in the life of a request: what comes first may not take longer than what comes after.
fn order(
    standard: &StandardTable<'_>,
    table: &Table,
    analysis: &mut Analysis<'_>,
    budget: &Budget,
) -> Found<Order> {
    let mut found = Found::default();
    if table.name != "response_times" {
        return found;
    }
    let stage = |at: &usize| known_measure(&table.attributes.get(*at)?.name)?.stage;
    let measures: Vec<(usize, u8)> =
        (0..table.attributes.len()).filter_map(|at| Some((at, stage(&at)?))).collect();
    for (earlier, first) in &measures {
        for (later, _) in measures.iter().filter(|(_, second)| second > first) {
            for (value, end) in longer(standard, *earlier, *later) {
                let giving = |attribute: usize, wanted: usize| {
                    table
                        .candidates(attribute)
                        .filter(move |(_, value)| *value == wanted)
                        .map(|(rule, _)| rule)
                };
                for one in giving(*earlier, value) {
                    for other in giving(*later, end) {
                        if found.is_full(budget) {
                            return found;
                        }
                        match analysis.together(&[(*earlier, one), (*later, other)]) {
                            Ok(Some(witness)) => {
                                let order =
                                    Order { earlier: (*earlier, one), later: (*later, other), witness };
                                found.add(order, budget);
                            }
                            Ok(None) => {}
                            Err(_) => found.unknown += 1,
                        }
                    }
                }
            }
        }
    }
    found
}

// The pairs of values of which the first takes longer.
fn longer(standard: &StandardTable<'_>, earlier: usize, later: usize) -> Vec<(usize, usize)> {
    let values = |attribute: usize| standard.values.get(attribute).map(Vec::as_slice).unwrap_or_default();
    let pairs = values(earlier).iter().enumerate().flat_map(|(at, one)| {
        values(later).iter().enumerate().map(move |(end, other)| ((at, one), (end, other)))
    });
    let longer =
        pairs.filter(|((_, one), (_, other))| standard.comparison.times(one, other) == Relation::Worse);
    longer.map(|((at, _), (end, _))| (at, end)).collect()
}
