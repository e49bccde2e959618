//! The decision tables of a standard, written down for machines. Must never decide anything that the engine has not.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::format::{
    Conditions, DecisionTable, Positions, TableAttribute, TableDimension, TableRule, TableScale, TableValue,
};
use crate::resolve::Project;
use crate::situation::standard::{StandardTable, Value, tables};
use crate::situation::{Analysis, Attribute, Budget, Dimension, Region, Relation, Scale, Set, Table};

/// The tables of a standard as they stand on a day.
pub(super) fn decision_tables(project: &Project, today: Date) -> Vec<DecisionTable> {
    tables(project, today).iter().map(written).collect()
}

fn written(standard: &StandardTable<'_>) -> DecisionTable {
    let ids: Vec<&str> = standard.rules.iter().map(|source| source.id).collect();
    let values: Vec<Vec<TableValue>> =
        standard.values.iter().map(|values| values.iter().map(table_value).collect()).collect();
    decision_table(&standard.table, &ids, &standard.several, values)
}

/// A table written down, with the ids of its rules, the attributes that several rules give side by side, and the values
/// of each attribute; how values compare is added to them.
pub fn decision_table(
    table: &Table,
    ids: &[&str],
    several: &[bool],
    mut values: Vec<Vec<TableValue>>,
) -> DecisionTable {
    let attribute = |(at, attribute): (usize, &Attribute)| TableAttribute {
        name: attribute.name.clone(),
        strictest: attribute.strictest,
        several: several.get(at) == Some(&true),
        values: values
            .get_mut(at)
            .map(|values| compared(attribute, std::mem::take(values)))
            .unwrap_or_default(),
    };
    let beaten_by = beaten_by(table);
    DecisionTable {
        name: table.name.clone(),
        attributes: table.attributes.iter().enumerate().map(attribute).collect(),
        unsettled: beaten_by.is_none(),
        dimensions: table.space.dimensions.iter().map(table_dimension).collect(),
        never: table.never.iter().map(|never| conditions(table, never)).collect(),
        rules: rules(table, ids, &beaten_by.unwrap_or_default()),
    }
}

/// For each rule the rules that beat it; none when that is too hard to tell.
fn beaten_by(table: &Table) -> Option<Vec<Vec<usize>>> {
    Analysis::of(table, Budget::default()).beaten_by().map(<[Vec<usize>]>::to_vec)
}

fn rules(table: &Table, ids: &[&str], beaten_by: &[Vec<usize>]) -> Vec<TableRule> {
    let mut beats: Vec<Vec<usize>> = vec![Vec::new(); table.rules.len()];
    for (beaten, beaters) in beaten_by.iter().enumerate() {
        for beater in beaters.iter().filter(|beater| compete(table, **beater, beaten)) {
            if let Some(list) = beats.get_mut(*beater) {
                list.push(beaten);
            }
        }
    }
    let named = |rules: &[usize]| -> Vec<String> {
        rules.iter().filter_map(|rule| ids.get(*rule)).map(|id| (*id).to_owned()).collect()
    };
    let attribute = |at: &usize| table.attributes.get(*at).map(|attribute| attribute.name.clone());
    let rule = |((id, rule), beats): ((&&str, &crate::situation::Rule), &Vec<usize>)| TableRule {
        id: (*id).to_owned(),
        when: conditions(table, &rule.region),
        never_when: rule.never_when.iter().map(|never| conditions(table, never)).collect(),
        floor: rule.floor,
        gives: rule.gives.iter().filter_map(|(at, value)| Some((attribute(at)?, *value))).collect(),
        exception_to: named(&rule.exception_to),
        beats: named(beats),
    };
    ids.iter().zip(&table.rules).zip(&beats).map(rule).collect()
}

// Rules that give nothing in common never stand against each other, nor do rules that never meet.
fn compete(table: &Table, one: usize, other: usize) -> bool {
    let (one, other) = (table.rule(one), table.rule(other));
    let free = !one.floor && !other.floor;
    free && one.gives.keys().any(|attribute| other.gives.contains_key(attribute))
        && one.region.meets(&other.region)
}

fn table_dimension(dimension: &Dimension) -> TableDimension {
    TableDimension {
        name: dimension.name.clone(),
        scale: match &dimension.scale {
            Scale::Words(words) => TableScale::Words(words.to_vec()),
            Scale::Number { decimals, from, to } => {
                TableScale::Number { decimals: *decimals, from: *from, to: *to }
            }
            Scale::Time { holidays } => TableScale::Time { holidays: *holidays },
        },
        optional: dimension.optional,
        rising: dimension.rising,
    }
}

fn conditions(table: &Table, region: &Region) -> Conditions {
    let condition = |(at, set): (usize, &Set)| {
        let dimension = table.space.dimensions.get(at)?;
        Some((dimension.name.clone(), positions(dimension, set)))
    };
    region.limits().filter_map(condition).collect::<BTreeMap<_, _>>()
}

fn positions(dimension: &Dimension, set: &Set) -> Positions {
    let unknown = dimension.unknown();
    let known = unknown.map_or_else(|| set.clone(), |unknown| set.subtract(&Set::one(unknown)));
    let (open_below, open_above) = match &dimension.scale {
        Scale::Number { from, to, .. } => (from.is_none(), to.is_none()),
        _ => (false, false),
    };
    let extent = dimension.extent();
    let first = extent.first().filter(|_| open_below);
    let end = extent.ranges().first().map(|(_, end)| *end).filter(|_| open_above);
    let ends = |(from, to): &(i64, i64)| {
        ((Some(*from) != first).then_some(*from), (Some(*to) != end).then_some(*to))
    };
    Positions {
        ranges: known.ranges().iter().map(ends).collect(),
        not_known: unknown.is_some_and(|unknown| set.contains(unknown)),
    }
}

fn table_value(value: &Value) -> TableValue {
    let (aim, at_most) = match value {
        Value::Promise { aim, at_most, .. } => {
            (aim.as_ref().map(ToString::to_string), at_most.map(|limit| limit.to_string()))
        }
        _ => (None, None),
    };
    TableValue { is: value.to_string(), aim, at_most, ..TableValue::default() }
}

fn compared(attribute: &Attribute, mut values: Vec<TableValue>) -> Vec<TableValue> {
    if attribute.compares() {
        for (at, value) in values.iter_mut().enumerate() {
            for other in (0..attribute.values).filter(|other| *other != at) {
                match attribute.relation(at, other) {
                    Relation::Better => value.better_than.push(other),
                    Relation::Same => value.same_as.push(other),
                    Relation::Unclear => value.unclear_to.push(other),
                    Relation::Worse | Relation::Different => {}
                }
            }
        }
    }
    values
}
