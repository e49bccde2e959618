//! Questions to a policy alone, what is open laid out in cases. Must never answer a question that names a dimension or
//! a value which the policy does not know.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::load::{LoadedPolicy, LoadedTable};
use crate::diagnostic::{listed, nearest};
use crate::situation::answer::{Group, Objection, TooHard, groups, winning};
use crate::situation::{Region, Relation, Set, Table, covered};

/// The most pieces that the question whether a situation can happen is cut into.
const PIECES: usize = 50_000;

/// What a policy says about a situation that may be known in part: table by table, each attribute with its cases.
pub fn ask_policy(policy: &LoadedPolicy, given: &BTreeMap<String, Vec<String>>) -> Result<Value, Objection> {
    for (name, values) in given {
        known(policy, name, values)?;
    }
    let tables = policy.tables.iter().map(|table| (table.table.name.clone(), answer(table, given)));
    Ok(json!({ "as_of": policy.as_of, "situation": given, "tables": Value::Object(tables.collect()) }))
}

fn known(policy: &LoadedPolicy, name: &str, values: &[String]) -> Result<(), Objection> {
    let tables = policy.tables.iter().filter_map(|table| table.table.space.find(name));
    let dimensions: Vec<_> = tables.map(|(_, dimension)| dimension).collect();
    if dimensions.is_empty() && policy.dimensions.contains(name) {
        // The standard knows it, though no rule depends on it.
        return Ok(());
    }
    if dimensions.is_empty() {
        let own = policy.tables.iter().flat_map(|table| &table.table.space.dimensions);
        let all: BTreeSet<&str> = own
            .map(|dimension| dimension.name.as_str())
            .chain(policy.dimensions.iter().map(String::as_str))
            .collect();
        let help = match nearest(name, all.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("its dimensions are {}", listed(all, 20)),
        };
        return Err(Objection::new(format!("`{name}` is not a dimension of the situation"), help));
    }
    for value in values {
        let possible = |dimension: &&&crate::situation::Dimension| {
            dimension.read_situation(value).is_some_and(|set| !set.intersect(&dimension.extent()).is_empty())
        };
        if !dimensions.iter().any(|dimension| possible(&dimension)) {
            let message = format!("`{value}` is not a value that `{name}` can have in this policy");
            return Err(Objection::new(
                message,
                "ask for a value that its tables tell apart, or ask the standard",
            ));
        }
    }
    Ok(())
}

fn answer(loaded: &LoadedTable, given: &BTreeMap<String, Vec<String>>) -> Value {
    let table = &loaded.table;
    if loaded.beaten_by.is_none() {
        return json!({ "unsettled": true });
    }
    let mut within = Region::everywhere();
    for (name, values) in given {
        let Some((at, dimension)) = table.space.find(name) else { continue };
        let sets = values.iter().filter_map(|value| dimension.read_situation(value));
        let set = sets.fold(Set::default(), |all, set| all.union(&set)).intersect(&dimension.extent());
        if set.is_empty() {
            return json!({ "refused": [name] });
        }
        within.limit(at, set);
    }
    let whole = table.space.whole().intersect(&within);
    let never: Vec<&Region> = table.never.iter().filter(|never| never.meets(&whole)).collect();
    if covered(&whole, &never, &mut { PIECES }) == Some(true) {
        return json!({ "never_happens": true });
    }
    let attributes = table
        .attributes
        .iter()
        .enumerate()
        .map(|(at, attribute)| (attribute.name.clone(), attribute_answer(loaded, at, &within)));
    json!({ "attributes": attributes.collect::<Map<String, Value>>() })
}

fn attribute_answer(loaded: &LoadedTable, attribute: usize, within: &Region) -> Value {
    let table = &loaded.table;
    let several = loaded.several.get(attribute) == Some(&true);
    let cases: Result<Vec<Group>, TooHard> = if several {
        let each = table.candidates(attribute).map(|(rule, _)| winning(table, attribute, rule, within));
        each.collect::<Result<Vec<_>, _>>().map(|groups| groups.into_iter().flatten().collect())
    } else {
        groups(table, attribute, within)
    };
    match cases {
        Ok(groups) => {
            let cases: Vec<Value> =
                groups.iter().map(|group| case(loaded, attribute, several, group)).collect();
            json!({ "side_by_side": several, "cases": cases })
        }
        Err(TooHard::Cases) => {
            json!({ "unsettled": "there are too many cases: say more about the situation" })
        }
        Err(TooHard::Containment) => {
            json!({ "unsettled": "which rule is the exception to which is too hard to settle" })
        }
    }
}

fn case(loaded: &LoadedTable, attribute: usize, several: bool, group: &Group) -> Value {
    let table = &loaded.table;
    let value = |rule: usize| table.rules.get(rule).and_then(|rule| rule.gives.get(&attribute)).copied();
    let kind = table.attributes.get(attribute);
    let differ = |one: usize, other: usize| {
        let pair = kind.zip(value(one).zip(value(other)));
        pair.is_some_and(|(kind, (one, other))| kind.relation(one, other) != Relation::Same)
    };
    let conflict = group.winners.iter().any(|one| group.winners.iter().any(|other| differ(*one, *other)));
    let outcome = match group.winners.is_empty() {
        true if group.held.is_empty() => "nothing",
        true => "circle",
        false if conflict && !several => "conflict",
        false => "settled",
    };
    let ids = |rules: &mut dyn Iterator<Item = &usize>| -> Vec<&str> {
        rules.filter_map(|rule| loaded.rules.get(*rule)).map(String::as_str).collect()
    };
    let places: BTreeSet<usize> = group.winners.iter().filter_map(|rule| value(*rule)).collect();
    let list = loaded.values.get(attribute).map(Vec::as_slice).unwrap_or_default();
    let values: Vec<Value> =
        places.iter().filter_map(|at| list.get(*at)).map(|value| json!(value.is)).collect();
    let when: Vec<Value> = group.regions.iter().map(|region| conditions(table, region)).collect();
    json!({
        "when": when,
        "outcome": outcome,
        "values": values,
        "rules": ids(&mut group.winners.iter()),
        "beaten": ids(&mut group.held.iter().filter(|rule| !group.winners.contains(rule))),
    })
}

fn conditions(table: &Table, region: &Region) -> Value {
    let limits = region.limits().filter_map(|(at, set)| {
        let dimension = table.space.dimensions.get(at)?;
        Some((dimension.name.clone(), json!(dimension.values(set))))
    });
    json!(limits.collect::<BTreeMap<String, Value>>())
}
