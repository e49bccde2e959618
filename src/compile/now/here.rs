//! The decision tables as they stand at one place: without the values, rules and situations of other places.
//! Must never leave out anything that can happen there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::policy::{
    Conditions, DecisionTable, Positions, TableAttribute, TableDimension, TableRule, TableScale, TableValue,
};
use crate::resolve::Project;
use crate::situation::standard::{StandardTable, tables as standard_tables};

/// The decision tables of a standard, prepared once for the pages of all its handbooks.
#[derive(Debug)]
pub struct NowTables<'a> {
    tables: &'a [DecisionTable],
    /// For each table the dimensions whose values belong to places.
    local: Vec<BTreeMap<&'a str, Local>>,
    /// For each table the rules whose conditions ask for a date.
    pub(super) dated: BTreeMap<String, Vec<String>>,
}

/// The positions of a dimension by the place that they belong to.
#[derive(Debug, Default)]
struct Local {
    everywhere: Vec<usize>,
    at: BTreeMap<String, Vec<usize>>,
}

impl<'a> NowTables<'a> {
    /// The tables of a standard on a day.
    pub fn of(project: &Project, tables: &'a [DecisionTable], today: Date) -> Self {
        let channels: BTreeMap<&str, Option<&String>> =
            project.channels.iter().map(|entry| (entry.id.as_str(), entry.location.value())).collect();
        let places: BTreeSet<&str> = project.locations.iter().map(|entry| entry.id.as_str()).collect();
        let local = |dimension: &'a TableDimension, own: bool| {
            let TableScale::Words(words) = &dimension.scale else { return None };
            let described = own || project.situation.find(&dimension.name).is_some();
            let place_of = |word: &str| match dimension.name.as_str() {
                "channel" => channels.get(word).copied().flatten().cloned(),
                _ => places.get(word).map(|place| (*place).to_owned()),
            };
            let known = matches!(dimension.name.as_str(), "channel" | "location");
            (known && !described).then(|| (dimension.name.as_str(), Local::of(words, place_of)))
        };
        let of_table = |table: &'a DecisionTable| {
            let decision = project.decision_tables().find(|(name, _)| *name == table.name);
            let own = decision.and_then(|(_, decision)| decision.situation.value());
            let own = |name: &str| own.is_some_and(|own| own.find(name).is_some());
            table.dimensions.iter().filter_map(|dimension| local(dimension, own(&dimension.name))).collect()
        };
        let unplaced = |standard: &StandardTable<'_>| {
            let rules = standard.unplaced.iter().map(|source| source.id.to_owned()).collect();
            (standard.table.name.clone(), rules)
        };
        NowTables {
            tables,
            local: tables.iter().map(of_table).collect(),
            dated: standard_tables(project, today).iter().map(unplaced).collect(),
        }
    }

    /// The tables at a place; all of them without one.
    pub(super) fn at(&self, location: Option<&str>) -> Vec<Cow<'a, DecisionTable>> {
        let tables = self.tables.iter().zip(&self.local);
        let at = |(table, local): (&'a DecisionTable, &BTreeMap<&str, Local>)| match location {
            Some(location) if !local.is_empty() && !table.unsettled => {
                Cow::Owned(Here::of(local, location).table(table))
            }
            _ => Cow::Borrowed(table),
        };
        tables.map(at).collect()
    }
}

impl Local {
    fn of(words: &[String], place_of: impl Fn(&str) -> Option<String>) -> Self {
        let mut local = Local::default();
        for (at, word) in words.iter().enumerate() {
            match place_of(word) {
                Some(place) => local.at.entry(place).or_default().push(at),
                None => local.everywhere.push(at),
            }
        }
        local
    }
}

/// For each dimension whose values belong to places, the positions that are left.
struct Here<'l>(BTreeMap<&'l str, Vec<usize>>);

impl<'l> Here<'l> {
    fn of(local: &BTreeMap<&'l str, Local>, location: &str) -> Self {
        let kept = |(name, local): (&&'l str, &Local)| {
            let own = local.at.get(location).into_iter().flatten();
            let mut kept: Vec<usize> = local.everywhere.iter().chain(own).copied().collect();
            kept.sort_unstable();
            (*name, kept)
        };
        Here(local.iter().map(kept).collect())
    }

    fn table(&self, table: &DecisionTable) -> DecisionTable {
        let mut rules: Vec<TableRule> = table.rules.iter().filter_map(|rule| self.rule(rule)).collect();
        let attributes = table.attributes.iter().map(|attribute| used(attribute, &mut rules)).collect();
        DecisionTable {
            name: table.name.clone(),
            unsettled: false,
            dimensions: table.dimensions.iter().filter_map(|dimension| self.dimension(dimension)).collect(),
            never: table.never.iter().filter_map(|never| self.conditions(never)).collect(),
            attributes,
            rules,
        }
    }

    // A dimension of which nothing is left is asked for by no rule that is left.
    fn dimension(&self, dimension: &TableDimension) -> Option<TableDimension> {
        let (TableScale::Words(words), Some(kept)) = (&dimension.scale, self.0.get(dimension.name.as_str()))
        else {
            return Some(dimension.clone());
        };
        let words: Vec<String> = kept.iter().filter_map(|at| words.get(*at)).cloned().collect();
        (!words.is_empty() || dimension.optional)
            .then(|| TableDimension { scale: TableScale::Words(words), ..dimension.clone() })
    }

    // A rule that can hold here.
    fn rule(&self, rule: &TableRule) -> Option<TableRule> {
        let when = self.conditions(&rule.when)?;
        Some(TableRule {
            id: rule.id.clone(),
            when,
            never_when: rule.never_when.iter().filter_map(|never| self.conditions(never)).collect(),
            floor: rule.floor,
            gives: rule.gives.clone(),
            exception_to: rule.exception_to.clone(),
            beats: rule.beats.clone(),
        })
    }

    // Conditions that can be met here.
    fn conditions(&self, when: &Conditions) -> Option<Conditions> {
        let condition = |(name, positions): (&String, &Positions)| {
            let Some(kept) = self.0.get(name.as_str()) else {
                return Some((name.clone(), positions.clone()));
            };
            let left = left(positions, kept);
            (!left.ranges.is_empty() || left.not_known).then(|| (name.clone(), left))
        };
        when.iter().map(condition).collect()
    }
}

// The positions among those that are kept, counted anew.
fn left(positions: &Positions, kept: &[usize]) -> Positions {
    let admitted = |at: usize| {
        let at = i64::try_from(at).unwrap_or(i64::MAX);
        let within = |(from, to): &(Option<i64>, Option<i64>)| {
            from.is_none_or(|from| from <= at) && to.is_none_or(|to| at < to)
        };
        positions.ranges.iter().any(within)
    };
    let mut ranges: Vec<(Option<i64>, Option<i64>)> = Vec::new();
    for (at, _) in (0..).zip(kept).filter(|(_, old)| admitted(**old)) {
        match ranges.last_mut() {
            Some((_, to)) if *to == Some(at) => *to = Some(at + 1),
            _ => ranges.push((Some(at), Some(at + 1))),
        }
    }
    Positions { ranges, not_known: positions.not_known }
}

// An attribute with the values that some rule still gives, counted anew.
fn used(attribute: &TableAttribute, rules: &mut [TableRule]) -> TableAttribute {
    let given: BTreeSet<usize> =
        rules.iter().filter_map(|rule| rule.gives.get(&attribute.name).copied()).collect();
    let places: BTreeMap<usize, usize> = given.into_iter().zip(0..).collect();
    for value in rules.iter_mut().filter_map(|rule| rule.gives.get_mut(&attribute.name)) {
        *value = places.get(value).copied().unwrap_or_default();
    }
    let again = |values: &[usize]| values.iter().filter_map(|value| places.get(value).copied()).collect();
    let value = |value: &TableValue| TableValue {
        is: value.is.clone(),
        aim: value.aim.clone(),
        at_most: value.at_most.clone(),
        better_than: again(&value.better_than),
        same_as: again(&value.same_as),
        unclear_to: again(&value.unclear_to),
    };
    let values = places.keys().filter_map(|at| attribute.values.get(*at)).map(value).collect();
    TableAttribute {
        name: attribute.name.clone(),
        strictest: attribute.strictest,
        several: attribute.several,
        values,
    }
}
