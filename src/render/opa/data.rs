//! Decision tables as the Rego module of a bundle reads them: words as keys, figures as positions.
//! Must never leave a choice to the module that the engine has settled.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::compile::{
    Conditions, DecisionTable, Positions, TableAttribute, TableDimension, TableRule, TableScale,
};
use crate::resolve::NOT_KNOWN;

/// The position of a figure that is not known; every reader of JSON holds it exactly.
const UNKNOWN: i64 = 9_007_199_254_740_000;
/// The ends of figures that nothing bounds.
const FAR: i64 = 9_000_000_000_000_000;

/// A table for the module.
pub(super) fn table(table: &DecisionTable) -> Value {
    if table.unsettled {
        return json!({ "unsettled": true });
    }
    let dimensions: BTreeMap<&str, &TableDimension> =
        table.dimensions.iter().map(|dimension| (dimension.name.as_str(), dimension)).collect();
    let mut beaten_by: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for rule in &table.rules {
        for beaten in &rule.beats {
            beaten_by.entry(beaten).or_default().insert(rule.id.clone(), true.into());
        }
    }
    let rule = |rule: &TableRule| {
        let mut written = conditions(&dimensions, &rule.when);
        let left_out: Vec<Value> =
            rule.never_when.iter().map(|never| Value::Object(conditions(&dimensions, never))).collect();
        let mut asks: Vec<&String> =
            rule.never_when.iter().flat_map(BTreeMap::keys).chain(rule.when.keys()).collect();
        asks.sort_unstable();
        asks.dedup();
        written.insert("asks".to_owned(), json!(asks));
        if !left_out.is_empty() {
            written.insert("never_when".to_owned(), Value::Array(left_out));
        }
        if let Some(beaten_by) = beaten_by.remove(rule.id.as_str()) {
            written.insert("beaten_by".to_owned(), Value::Object(beaten_by));
        }
        (rule.id.clone(), Value::Object(written))
    };
    let rules: Map<String, Value> = table.rules.iter().map(rule).collect();
    let never: Vec<Value> =
        table.never.iter().map(|never| Value::Object(conditions(&dimensions, never))).collect();
    let attributes: Map<String, Value> =
        table.attributes.iter().map(|given| (given.name.clone(), attribute(table, given))).collect();
    let dimensions: Map<String, Value> =
        table.dimensions.iter().map(|dimension| (dimension.name.clone(), scale(dimension))).collect();
    json!({
        "unsettled": false,
        "dimensions": dimensions,
        "never": never,
        "attributes": attributes,
        "rules": rules,
    })
}

fn scale(dimension: &TableDimension) -> Value {
    let mut words = Map::new();
    match &dimension.scale {
        TableScale::Words(known) => {
            for (at, word) in known.iter().enumerate() {
                words.insert(word.clone(), at.to_string().into());
                let alias = match word.as_str() {
                    "yes" => "true",
                    "no" => "false",
                    _ => continue,
                };
                words.insert(alias.to_owned(), at.to_string().into());
            }
            if dimension.optional {
                words.insert(NOT_KNOWN.to_owned(), known.len().to_string().into());
            }
            json!({ "words": words })
        }
        TableScale::Number { decimals, from, to } => {
            if dimension.optional {
                words.insert(NOT_KNOWN.to_owned(), UNKNOWN.into());
            }
            let (from, to) = (from.unwrap_or(-FAR).max(-FAR), to.unwrap_or(FAR).min(FAR));
            json!({ "words": words, "number": { "times": 10_i64.pow((*decimals).min(6)), "from": from, "to": to } })
        }
        TableScale::Time { holidays } => {
            if dimension.optional {
                words.insert(NOT_KNOWN.to_owned(), UNKNOWN.into());
            }
            json!({ "words": words, "time": { "holidays": holidays } })
        }
    }
}

fn conditions(dimensions: &BTreeMap<&str, &TableDimension>, when: &Conditions) -> Map<String, Value> {
    let (mut words, mut ranges) = (Map::new(), Map::new());
    for (name, positions) in when {
        let Some(dimension) = dimensions.get(name.as_str()) else { continue };
        match &dimension.scale {
            TableScale::Words(known) => {
                let keys = keys(positions, known.len()).into_iter().map(|key| (key, true.into()));
                words.insert(name.clone(), Value::Object(keys.collect()));
            }
            _ => {
                let mut list: Vec<(i64, i64)> = positions
                    .ranges
                    .iter()
                    .map(|(from, to)| (from.unwrap_or(-FAR).max(-FAR), to.unwrap_or(FAR + 1).min(FAR + 1)))
                    .collect();
                list.extend(positions.not_known.then_some((UNKNOWN, UNKNOWN + 1)));
                ranges.insert(name.clone(), json!(list));
            }
        }
    }
    [("words".to_owned(), Value::Object(words)), ("ranges".to_owned(), Value::Object(ranges))]
        .into_iter()
        .collect()
}

// The keys of the words that a condition admits, of so many.
fn keys(positions: &Positions, words: usize) -> Vec<String> {
    let known = |bound: i64| usize::try_from(bound).unwrap_or_default().min(words);
    let ranges =
        positions.ranges.iter().flat_map(|(from, to)| known(from.unwrap_or(0))..to.map_or(words, known));
    ranges.chain(positions.not_known.then_some(words)).map(|at| at.to_string()).collect()
}

fn attribute(table: &DecisionTable, given: &TableAttribute) -> Value {
    let giving = |floor: bool| -> Vec<&TableRule> {
        let rules = table.rules.iter().filter(|rule| rule.floor == floor);
        rules.filter(|rule| rule.gives.contains_key(&given.name)).collect()
    };
    let ids = |rules: &[&TableRule]| -> Vec<String> { rules.iter().map(|rule| rule.id.clone()).collect() };
    let (rules, floors) = (giving(false), giving(true));
    let of = rules
        .iter()
        .chain(&floors)
        .filter_map(|rule| Some((rule.id.clone(), (*rule.gives.get(&given.name)?).into())));
    let of: Map<String, Value> = of.collect();
    let (pivot, by) = pivot(table, &rules).unwrap_or_default();
    let values: Vec<&str> = given.values.iter().map(|value| value.is.as_str()).collect();
    let mut written = json!({
        "strictest": given.strictest,
        "several": given.several,
        "values": values,
        "of": of,
        "rules": ids(&rules),
        "floors": ids(&floors),
        "pivot": pivot,
        "by": by,
    });
    let lists: [(&str, Vec<&Vec<usize>>); 3] = [
        ("better", given.values.iter().map(|value| &value.better_than).collect()),
        ("same", given.values.iter().map(|value| &value.same_as).collect()),
        ("unclear", given.values.iter().map(|value| &value.unclear_to).collect()),
    ];
    for (name, lists) in lists {
        if let (Value::Object(written), true) = (&mut written, lists.iter().any(|list| !list.is_empty())) {
            written.insert(name.to_owned(), json!(lists));
        }
    }
    written
}

// The dimension of words that leaves the fewest rules to look at, and those that each of its words leaves.
fn pivot(table: &DecisionTable, rules: &[&TableRule]) -> Option<(String, Map<String, Value>)> {
    let mut best: Option<(usize, String, Map<String, Value>)> = None;
    for dimension in &table.dimensions {
        let TableScale::Words(words) = &dimension.scale else { continue };
        if !rules.iter().any(|rule| rule.when.contains_key(&dimension.name)) {
            continue;
        }
        let positions = words.len() + usize::from(dimension.optional);
        let mut by: BTreeMap<String, Vec<&str>> =
            (0..positions).map(|at| (at.to_string(), Vec::new())).collect();
        let mut left = 0;
        for rule in rules {
            let admitted = match rule.when.get(&dimension.name) {
                Some(admitted) => keys(admitted, words.len()),
                None => (0..positions).map(|at| at.to_string()).collect(),
            };
            left += admitted.len();
            for key in admitted {
                by.entry(key).or_default().push(&rule.id);
            }
        }
        let share = left.saturating_mul(1_000) / positions.max(1);
        if best.as_ref().is_none_or(|(least, _, _)| share < *least) {
            let by = by.into_iter().map(|(key, ids)| (key, json!(ids))).collect();
            best = Some((share, dimension.name.clone(), by));
        }
    }
    best.map(|(_, name, by)| (name, by))
}
