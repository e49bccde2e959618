//! A policy read back: its decision tables made ready for decisions.
//! Must never trust the file: what does not fit together is refused, and no size in it is taken on faith.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use super::FORMAT;
use super::format::{
    Conditions, DecisionTable, Positions, TableAttribute, TableDimension, TableRule, TableScale, TableValue,
};
use crate::situation::{Attribute, Dimension, Few, Region, Relation, Rule, Scale, Set, Space, Table};
use crate::source::Lookup;

/// The decision tables of a policy.
#[derive(Debug, Default)]
pub struct LoadedPolicy {
    /// The day as of which the tables stand, as `YYYY-MM-DD`.
    pub as_of: String,
    /// The dimensions that the standard names, whether rules depend on them or not.
    pub dimensions: BTreeSet<String>,
    /// The tables in the order of the standard.
    pub tables: Vec<LoadedTable>,
}

/// A table of a policy, ready for decisions.
#[derive(Debug)]
pub struct LoadedTable {
    /// The table for the engine. Every rule names under `exception_to` all rules that it beats.
    pub table: Table,
    /// The ids of its rules, in their order.
    pub rules: Vec<String>,
    /// The different values of each attribute.
    pub values: Vec<Vec<TableValue>>,
    /// For each attribute, whether several rules may give it side by side.
    pub several: Vec<bool>,
    /// For each rule, the rules that beat it; none when that was too hard to tell.
    pub beaten_by: Option<Vec<Vec<usize>>>,
}

/// The most values that are compared with one another pair by pair.
const MOST_COMPARED: usize = 4_096;

/// What is read of a policy to decide by it.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    as_of: String,
    #[serde(default)]
    dimensions: BTreeMap<String, Value>,
    #[serde(default)]
    tables: Vec<DecisionTable>,
}

/// Reads the decision tables of a policy; the reason when it cannot be used.
pub fn load_policy(text: &str) -> Result<LoadedPolicy, String> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| format!("it is not JSON (line {}, column {})", error.line(), error.column()))?;
    match value.get("format").and_then(Value::as_u64) {
        Some(format) if format == u64::from(FORMAT) => {}
        Some(format) => {
            return Err(format!("its format is {format}, and this program reads format {FORMAT}"));
        }
        None => return Err("it does not say which format of a policy it has".to_owned()),
    }
    let head: Head =
        serde_json::from_value(value).map_err(|_| "its tables are not those of a policy".to_owned())?;
    let tables: Result<Vec<LoadedTable>, String> = head.tables.into_iter().map(loaded).collect();
    Ok(LoadedPolicy { as_of: head.as_of, dimensions: head.dimensions.into_keys().collect(), tables: tables? })
}

/// Makes a written table ready for decisions; the reason when it does not fit together.
pub fn loaded(written: DecisionTable) -> Result<LoadedTable, String> {
    let name = written.name.clone();
    fitted(written).map_err(|reason| format!("its table `{name}` does not fit together: {reason}"))
}

fn fitted(written: DecisionTable) -> Result<LoadedTable, String> {
    let space = Space { dimensions: written.dimensions.iter().map(dimension).collect::<Result<_, _>>()? };
    let index: Lookup<&str, usize> =
        written.rules.iter().enumerate().map(|(at, rule)| (rule.id.as_str(), at)).collect();
    let attributes: Lookup<&str, usize> =
        written.attributes.iter().enumerate().map(|(at, attribute)| (attribute.name.as_str(), at)).collect();
    if index.len() != written.rules.len() || attributes.len() != written.attributes.len() {
        return Err("a name stands twice".to_owned());
    }
    let mut beaten_by: Vec<Vec<usize>> = vec![Vec::new(); written.rules.len()];
    let mut rules = Vec::new();
    for (at, rule) in written.rules.iter().enumerate() {
        let beats: Option<Vec<usize>> = rule.beats.iter().map(|id| index.get(id.as_str()).copied()).collect();
        let beats = beats.ok_or_else(|| format!("rule `{}` beats a rule that is not there", rule.id))?;
        for beaten in &beats {
            if let Some(list) = beaten_by.get_mut(*beaten) {
                list.push(at);
            }
        }
        rules.push(engine_rule(rule, &space, &written.attributes, &attributes, beats)?);
    }
    let table = Table {
        name: written.name,
        never: written.never.iter().map(|never| region(never, &space)).collect::<Result<_, _>>()?,
        space,
        attributes: written.attributes.iter().map(attribute).collect::<Result<_, _>>()?,
        rules,
    };
    Ok(LoadedTable {
        table,
        rules: written.rules.into_iter().map(|rule| rule.id).collect(),
        several: written.attributes.iter().map(|attribute| attribute.several).collect(),
        values: written.attributes.into_iter().map(|attribute| attribute.values).collect(),
        beaten_by: (!written.unsettled).then_some(beaten_by),
    })
}

fn dimension(written: &TableDimension) -> Result<Dimension, String> {
    let scale = match &written.scale {
        TableScale::Words(words) => Scale::Words(words.clone().into()),
        TableScale::Number { decimals, from, to } => {
            // Positions stay far from the ends of the numbers.
            let near = |bound: &Option<i64>| bound.is_none_or(|bound| bound.abs() < i64::MAX / 8);
            if *decimals > 6 || !near(from) || !near(to) {
                return Err(format!("`{}` has numbers beyond all bounds", written.name));
            }
            Scale::Number { decimals: *decimals, from: *from, to: *to }
        }
        TableScale::Time { holidays } => Scale::Time { holidays: *holidays },
    };
    let name = written.name.clone();
    Ok(Dimension { name, scale, optional: written.optional, rising: written.rising })
}

fn region(written: &Conditions, space: &Space) -> Result<Region, String> {
    let mut region = Region::everywhere();
    for (name, positions) in written {
        let Some((at, dimension)) = space.find(name) else {
            return Err(format!("`{name}` is none of its dimensions"));
        };
        region.limit(at, set(dimension, positions)?);
    }
    Ok(region)
}

fn set(dimension: &Dimension, positions: &Positions) -> Result<Set, String> {
    let extent = dimension.extent();
    let known = extent.ranges().first().copied().unwrap_or_default();
    let mut ranges: Vec<(i64, i64)> = Vec::new();
    for (from, to) in &positions.ranges {
        let range = (from.unwrap_or(known.0), to.unwrap_or(known.1));
        if range.0 >= range.1 {
            return Err(format!("a range of `{}` ends before it starts", dimension.name));
        }
        ranges.push(range);
    }
    if positions.not_known {
        let unknown = dimension.unknown();
        let unknown = unknown.ok_or_else(|| format!("`{}` is always known", dimension.name))?;
        ranges.push((unknown, unknown + 1));
    }
    let set = Set::of(ranges);
    if !extent.covers(&set) {
        return Err(format!("a condition lies outside of `{}`", dimension.name));
    }
    Ok(set)
}

fn attribute(written: &TableAttribute) -> Result<Attribute, String> {
    let count = written.values.len();
    let relations = |value: &TableValue| {
        let all = [
            (&value.better_than, Relation::Better),
            (&value.same_as, Relation::Same),
            (&value.unclear_to, Relation::Unclear),
        ];
        all.into_iter()
            .flat_map(|(others, relation)| others.iter().map(move |other| (*other, relation)))
            .collect::<BTreeMap<usize, Relation>>()
    };
    let relations: Vec<BTreeMap<usize, Relation>> = written.values.iter().map(relations).collect();
    if relations.iter().all(BTreeMap::is_empty) {
        return Ok(Attribute::of_words(&written.name, written.strictest, count));
    }
    if count > MOST_COMPARED || relations.iter().flat_map(BTreeMap::keys).any(|other| *other >= count) {
        return Err(format!("the values of `{}` cannot be compared", written.name));
    }
    let said = |one: usize, other: usize| relations.get(one).and_then(|list| list.get(&other)).copied();
    Ok(Attribute::new(&written.name, written.strictest, count, |one, other| {
        said(one, other).or_else(|| said(other, one).map(Relation::turned)).unwrap_or(Relation::Different)
    }))
}

fn engine_rule(
    written: &TableRule,
    space: &Space,
    attributes: &[TableAttribute],
    index: &Lookup<&str, usize>,
    beats: Vec<usize>,
) -> Result<Rule, String> {
    let mut gives = Few::default();
    for (name, value) in &written.gives {
        let at = index.get(name.as_str()).copied();
        let known =
            at.and_then(|at| attributes.get(at)).is_some_and(|attribute| *value < attribute.values.len());
        match at.filter(|_| known) {
            Some(at) => gives.insert(at, *value),
            None => return Err(format!("rule `{}` gives what is not there", written.id)),
        };
    }
    Ok(Rule {
        region: region(&written.when, space)?,
        never_when: written.never_when.iter().map(|never| region(never, space)).collect::<Result<_, _>>()?,
        exception_to: beats,
        floor: written.floor,
        gives,
    })
}
