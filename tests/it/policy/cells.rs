//! Situations of a table: one for every cell that its conditions tell apart, and the winners in it by the meaning.

use std::collections::BTreeSet;

use etalon::compile::{DecisionTable, TableValue, decision_table};
use etalon::resolve::NOT_KNOWN;
use etalon::situation::standard::situation_of;
use etalon::situation::{Point, Relation, Scale, Set, Table, plain};
use serde_json::{Map, Value};

use crate::situation::random::Seeded;

/// A situation for every cell; so many of them, spread evenly, where there are more than `most`.
pub(crate) fn cells(table: &Table, most: usize) -> (Vec<Point>, bool) {
    let mut lines: Vec<Vec<i64>> = Vec::new();
    for (at, dimension) in table.space.dimensions.iter().enumerate() {
        let regions =
            table.rules.iter().flat_map(|rule| std::iter::once(&rule.region).chain(&rule.never_when));
        let sets: Vec<&Set> = regions.chain(&table.never).filter_map(|region| region.get(at)).collect();
        let extent = dimension.extent();
        let mut starts: BTreeSet<i64> = extent.ranges().iter().map(|(from, _)| *from).collect();
        starts.extend(sets.iter().flat_map(|set| set.ranges().iter().flat_map(|(from, to)| [*from, *to])));
        if matches!(dimension.scale, Scale::Words(_)) {
            starts.extend(extent.ranges().iter().flat_map(|(from, to)| *from..*to));
        }
        let unbounded = |start: i64| if start < -i64::MAX / 8 { 0 } else { start };
        // A line that begins without bound is shown by a number below its first border.
        let first = starts.iter().copied().find(|start| *start > -i64::MAX / 8).unwrap_or(0);
        let shown = |start: i64| if start < -i64::MAX / 8 { first.min(0) - 1 } else { unbounded(start) };
        lines.push(starts.into_iter().filter(|start| extent.contains(*start)).map(shown).collect());
    }
    let all: u128 = lines.iter().map(|line| line.len() as u128).product();
    let step = all.div_ceil(most as u128).max(1);
    // A step that shares no factor with the lines spreads over all of them.
    let step = if step == 1 { 1 } else { step | 1 };
    let mut points = Vec::new();
    let mut at = 0;
    while at < all {
        let mut rest = at;
        let point = lines.iter().map(|line| {
            let position = line[(rest % line.len() as u128) as usize];
            rest /= line.len() as u128;
            position
        });
        points.push(point.collect());
        at += step;
    }
    (points, step == 1)
}

/// A situation as machines are asked.
pub(crate) fn input(table: &Table, point: &Point) -> Map<String, Value> {
    let words = situation_of(table, point);
    let value = |name: &str, word: String| {
        let (_, dimension) = table.space.find(name).unwrap();
        match &dimension.scale {
            Scale::Number { .. } if word != NOT_KNOWN => serde_json::from_str(&word).unwrap(),
            _ => Value::String(word),
        }
    };
    words.into_iter().map(|(name, word)| (name.clone(), value(&name, word))).collect()
}

/// Who wins by the meaning of tables, with the question of who beats whom asked once.
pub(crate) struct Meaning<'t> {
    table: &'t Table,
    beats: Vec<Vec<bool>>,
}

impl<'t> Meaning<'t> {
    pub(crate) fn of(table: &'t Table) -> Self {
        let rules = table.rules.len();
        let meets = |one: usize, other: usize| table.rules[one].region.meets(&table.rules[other].region);
        let beats = |one: usize, other: usize| meets(one, other) && plain::beats(table, one, other).unwrap();
        let beats = (0..rules).map(|one| (0..rules).map(|other| beats(one, other)).collect()).collect();
        Meaning { table, beats }
    }

    pub(crate) fn winners(&self, attribute: usize, point: &Point) -> Vec<usize> {
        let holding: Vec<(usize, usize)> = self
            .table
            .candidates(attribute)
            .filter(|(rule, _)| plain::holds(self.table, *rule, point))
            .collect();
        let unbeaten: Vec<(usize, usize)> = holding
            .iter()
            .copied()
            .filter(|(rule, _)| !holding.iter().any(|(other, _)| self.beats[*other][*rule]))
            .collect();
        let kind = &self.table.attributes[attribute];
        let outbid = |value: usize| {
            kind.strictest
                && unbeaten.iter().any(|(_, other)| kind.relation(*other, value) == Relation::Better)
        };
        unbeaten.iter().filter(|(_, value)| !outbid(*value)).map(|(rule, _)| *rule).collect()
    }
}

/// The situation with some of its dimensions left out; `share` of a hundred stay.
pub(crate) fn partly(dice: &mut Seeded, whole: &Map<String, Value>, share: u64) -> Map<String, Value> {
    whole.iter().filter(|_| dice.chance(share)).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// A table as policies hold it, with rules called by this name and their numbers.
pub(crate) fn written(table: &Table, name: &str, several: bool) -> DecisionTable {
    let ids: Vec<String> = (0..table.rules.len()).map(|at| format!("{name}{at}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let value = |at: usize| TableValue { is: format!("value {at}"), ..TableValue::default() };
    let values = table.attributes.iter().map(|attribute| (0..attribute.values).map(value).collect());
    decision_table(table, &ids, &[several], values.collect())
}
