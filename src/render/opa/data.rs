//! Decision tables as the Rego module of a bundle reads them: words as keys, figures as positions.
//! Must never leave a choice to the module that the engine has settled.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::cells::{Cells, FAR, UNKNOWN};
use crate::compile::{DecisionTable, TableAttribute, TableDimension, TableRule, TableScale, TableValue};
use crate::resolve::NOT_KNOWN;

/// A table for the module.
pub(super) fn table(table: &DecisionTable) -> Value {
    if table.unsettled {
        return json!({ "unsettled": true });
    }
    let cells = Cells::of(table);
    let asks = |rule: &TableRule| {
        let names = rule.never_when.iter().flat_map(BTreeMap::keys).chain(rule.when.keys());
        (rule.id.clone(), json!(names.collect::<BTreeSet<_>>()))
    };
    let asks: Map<String, Value> = table.rules.iter().map(asks).collect();
    let beats = table.rules.iter().filter(|rule| !rule.beats.is_empty());
    let beats: Map<String, Value> = beats.map(|rule| (rule.id.clone(), json!(rule.beats))).collect();
    let never: Vec<Value> = table.never.iter().map(|never| cells.conditions(never, None)).collect();
    let attributes: Map<String, Value> =
        table.attributes.iter().map(|given| (given.name.clone(), attribute(table, given))).collect();
    let mut written =
        json!({ "unsettled": false, "never": never, "attributes": attributes, "asks": asks, "beats": beats });
    if let Value::Object(written) = &mut written {
        let left_out = |rule: &&TableRule| !rule.never_when.is_empty();
        let never_when = table.rules.iter().filter(left_out).map(|rule| {
            let never = rule.never_when.iter().map(|never| cells.conditions(never, None));
            (rule.id.clone(), never.collect())
        });
        let never_when: Map<String, Value> = never_when.collect();
        if !never_when.is_empty() {
            written.insert("never_when".to_owned(), never_when.into());
        }
        written.extend(scales(table));
        written.extend(cells.index(table));
    }
    written
}

// How values are read, kind by kind, so that no engine has to find out which kind a dimension is of.
fn scales(table: &DecisionTable) -> Map<String, Value> {
    let [mut all, mut words, mut flags, mut numbers, mut times] = [(); 5].map(|()| Map::new());
    for TableDimension { name, scale, optional, .. } in &table.dimensions {
        all.insert(name.clone(), true.into());
        let mut keys = Map::new();
        let mut unknown = json!(UNKNOWN);
        match scale {
            TableScale::Words(known) => {
                let mut own = Vec::new();
                for (at, word) in known.iter().enumerate() {
                    keys.insert(word.clone(), at.to_string().into());
                    if let Some(flag) = flag(word) {
                        keys.insert(flag.to_string(), at.to_string().into());
                        own.push(json!([flag, at.to_string()]));
                    }
                }
                unknown = known.len().to_string().into();
                if !own.is_empty() {
                    flags.insert(name.clone(), own.into());
                }
            }
            TableScale::Number { decimals, from, to } => {
                let (from, to) = (from.unwrap_or(-FAR).max(-FAR), to.unwrap_or(FAR).min(FAR));
                let times = 10_i64.pow((*decimals).min(6));
                numbers.insert(name.clone(), json!({ "times": times, "from": from, "to": to }));
            }
            TableScale::Time { holidays } => {
                times.insert(name.clone(), json!({ "holidays": holidays }));
            }
        }
        if *optional {
            keys.insert(NOT_KNOWN.to_owned(), unknown);
        }
        if !keys.is_empty() {
            words.insert(name.clone(), keys.into());
        }
    }
    let kinds =
        [("dimensions", all), ("words", words), ("flags", flags), ("numbers", numbers), ("times", times)];
    kinds.into_iter().map(|(kind, all)| (kind.to_owned(), all.into())).collect()
}

fn flag(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn attribute(table: &DecisionTable, given: &TableAttribute) -> Value {
    let giving = table.rules.iter().filter_map(|rule| Some((rule, *rule.gives.get(&given.name)?)));
    let of: Map<String, Value> = giving.map(|(rule, place)| (rule.id.clone(), place.into())).collect();
    let floors = table.rules.iter().filter(|rule| rule.floor && rule.gives.contains_key(&given.name));
    let floors: Vec<&str> = floors.map(|rule| rule.id.as_str()).collect();
    let values: Vec<&str> = given.values.iter().map(|value| value.is.as_str()).collect();
    let mut written = json!({
        "strictest": given.strictest,
        "several": given.several,
        "values": values,
        "of": of,
    });
    let ranks = ranks(&given.values);
    if let (Value::Object(written), Some(ranks)) = (&mut written, &ranks) {
        written.insert("ranks".to_owned(), json!(ranks));
    }
    if let (Value::Object(written), false) = (&mut written, floors.is_empty()) {
        written.insert("floors".to_owned(), json!(floors));
    }
    let better = given.values.iter().filter(|_| ranks.is_none());
    let lists: [(&str, Vec<&Vec<usize>>); 3] = [
        ("better", better.map(|value| &value.better_than).collect()),
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

// The ranks of values, the best one first, when they say all about which is better than which.
fn ranks(values: &[TableValue]) -> Option<Vec<usize>> {
    let mut ranks = vec![0_usize; values.len()];
    for worse in values.iter().flat_map(|value| &value.better_than) {
        *ranks.get_mut(*worse)? += 1;
    }
    let told = |(value, rank): (&TableValue, usize)| {
        let worse: BTreeSet<usize> = value.better_than.iter().copied().collect();
        let behind = ranks.iter().enumerate().filter(|(_, other)| **other > rank).map(|(at, _)| at);
        behind.eq(worse)
    };
    let some_differ = ranks.iter().any(|rank| *rank > 0);
    (some_differ && values.iter().zip(ranks.iter().copied()).all(told)).then_some(ranks)
}
