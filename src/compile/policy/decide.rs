//! Decisions by a policy alone. Must never guess a dimension that a situation leaves out: what depends on it stays
//! open.

use serde_json::{Map, Value, json};

use super::load::{LoadedPolicy, LoadedTable};
use crate::resolve::NOT_KNOWN;
use crate::situation::{Decisions, Dimension, Known, Relation, Room, Scale};

/// A policy compiled for decisions.
#[derive(Debug)]
pub struct Decider<'p> {
    tables: Vec<(&'p LoadedTable, Option<Decisions<'p>>)>,
}

impl<'p> Decider<'p> {
    /// The tables with what they were compiled to; nothing where it is too hard to tell which rule beats which.
    pub fn tables(&self) -> &[(&'p LoadedTable, Option<Decisions<'p>>)] {
        &self.tables
    }

    /// Compiles a policy.
    pub fn of(policy: &'p LoadedPolicy) -> Self {
        let compiled = |table: &'p LoadedTable| {
            let decisions = table.beaten_by.as_ref().map(|beaten| Decisions::of(&table.table, beaten));
            (table, decisions)
        };
        Decider { tables: policy.tables.iter().map(compiled).collect() }
    }

    /// What holds in a situation, table by table: `{table: {attribute: {outcome, values, rules, …}}}`.
    ///
    /// A situation is a map from dimension to a word, a number, yes or no, a time such as `Sa 23:30`, or `not known`.
    pub fn decide(&self, situation: &Map<String, Value>) -> Value {
        let tables = self.tables.iter();
        Value::Object(tables.map(|table| (table.0.table.name.clone(), decided(table, situation))).collect())
    }

    /// What one table says of a situation; none when there is no such table.
    pub fn decide_in(&self, table: &str, situation: &Map<String, Value>) -> Option<Value> {
        let table = self.tables.iter().find(|(loaded, _)| loaded.table.name == table)?;
        Some(decided(table, situation))
    }
}

fn decided(
    (loaded, decisions): &(&LoadedTable, Option<Decisions<'_>>),
    situation: &Map<String, Value>,
) -> Value {
    match decisions {
        Some(decisions) => answer(loaded, decisions, situation),
        None => json!({ "unsettled": true }),
    }
}

fn answer(loaded: &LoadedTable, decisions: &Decisions<'_>, situation: &Map<String, Value>) -> Value {
    let dimensions = &loaded.table.space.dimensions;
    let mut known = Known::new();
    let mut refused = Vec::new();
    for dimension in dimensions {
        let given = situation.get(&dimension.name);
        let position = given.and_then(|value| position(dimension, value));
        if given.is_some() && position.is_none() {
            refused.push(dimension.name.clone());
        }
        known.push(position);
    }
    refused.sort();
    if !refused.is_empty() {
        return json!({ "refused": refused });
    }
    let mut room = Room::default();
    if decisions.enter_partly(&known, &mut room).is_none() {
        return json!({ "never_happens": true });
    }
    let scene = Scene { loaded, decisions, known: &known };
    let attributes = loaded.table.attributes.iter().enumerate();
    let attributes =
        attributes.map(|(at, attribute)| (attribute.name.clone(), scene.attribute(at, &mut room)));
    json!({ "attributes": Value::Object(attributes.collect()) })
}

/// The position of a value; none when the dimension has no such value.
fn position(dimension: &Dimension, value: &Value) -> Option<i64> {
    let text = match (value, &dimension.scale) {
        (Value::String(text), _) => text.clone(),
        (Value::Bool(yes), Scale::Words(_)) => (if *yes { "yes" } else { "no" }).to_owned(),
        (Value::Number(number), Scale::Number { .. }) => number.to_string(),
        _ => return None,
    };
    let wordy = matches!(dimension.scale, Scale::Words(_)) || text == NOT_KNOWN;
    let set = if wordy { dimension.read(&text)? } else { dimension.read_situation(&text)? };
    match set.ranges() {
        [(from, to)] if *to == from + 1 && dimension.extent().contains(*from) => Some(*from),
        _ => None,
    }
}

struct Scene<'s> {
    loaded: &'s LoadedTable,
    decisions: &'s Decisions<'s>,
    known: &'s Known,
}

impl Scene<'_> {
    fn attribute(&self, attribute: usize, room: &mut Room) -> Value {
        let open: Vec<usize> = self
            .decisions
            .open(attribute, room)
            .into_iter()
            .filter(|at| self.known.get(*at).is_some_and(Option::is_none))
            .collect();
        if !open.is_empty() {
            let dimensions = &self.loaded.table.space.dimensions;
            let mut names: Vec<&str> = open
                .iter()
                .filter_map(|at| dimensions.get(*at))
                .map(|dimension| dimension.name.as_str())
                .collect();
            names.sort_unstable();
            return json!({ "outcome": "open", "open": names });
        }
        let winners = self.decisions.winners(attribute, room).to_vec();
        let holding = self.decisions.holding(attribute, room);
        let mut values: Vec<usize> = winners.iter().filter_map(|rule| self.value(attribute, *rule)).collect();
        values.sort_unstable();
        values.dedup();
        let several = self.loaded.several.get(attribute) == Some(&true);
        let differ = |one: &usize, other: &usize| self.relation(attribute, *one, *other) != Relation::Same;
        let outcome = if holding.is_empty() {
            "nothing"
        } else if winners.is_empty() {
            "circle"
        } else if !several && winners.iter().any(|one| winners.iter().any(|other| differ(one, other))) {
            "conflict"
        } else {
            "settled"
        };
        let list = self.loaded.values.get(attribute).map(Vec::as_slice).unwrap_or_default();
        let values: Vec<&str> =
            values.iter().filter_map(|at| list.get(*at)).map(|value| value.is.as_str()).collect();
        let losers = holding.iter().filter(|rule| !winners.contains(rule));
        let beaten: Vec<Value> = losers
            .map(|rule| json!({ "rule": self.id(*rule), "by": self.beaters(attribute, *rule, &holding, &winners) }))
            .collect();
        let floors = self.decisions.floors(attribute, room);
        let floors: Vec<Value> = floors.iter().map(|floor| self.floor(attribute, *floor, &winners)).collect();
        let rules: Vec<&str> = winners.iter().map(|rule| self.id(*rule)).collect();
        json!({ "outcome": outcome, "values": values, "rules": rules, "beaten": beaten, "floors": floors })
    }

    fn beaters(&self, attribute: usize, rule: usize, holding: &[usize], winners: &[usize]) -> Vec<&str> {
        let mut by: Vec<usize> =
            holding.iter().copied().filter(|other| self.decisions.beats(*other, rule)).collect();
        if by.is_empty() {
            let stricter = |other: &usize| self.relation(attribute, *other, rule) == Relation::Better;
            by = winners.iter().copied().filter(stricter).collect();
        }
        by.iter().map(|rule| self.id(*rule)).collect()
    }

    fn floor(&self, attribute: usize, floor: usize, winners: &[usize]) -> Value {
        let relations: Vec<Relation> =
            winners.iter().map(|rule| self.relation(attribute, *rule, floor)).collect();
        let kept = if relations.iter().any(|one| matches!(one, Relation::Worse | Relation::Different)) {
            "no"
        } else if relations.is_empty() || relations.contains(&Relation::Unclear) {
            "unclear"
        } else {
            "yes"
        };
        let list = self.loaded.values.get(attribute).map(Vec::as_slice).unwrap_or_default();
        let value = self.value(attribute, floor).and_then(|at| list.get(at)).map(|value| value.is.as_str());
        json!({ "rule": self.id(floor), "value": value, "kept": kept })
    }

    fn id(&self, rule: usize) -> &str {
        self.loaded.rules.get(rule).map(String::as_str).unwrap_or_default()
    }

    fn value(&self, attribute: usize, rule: usize) -> Option<usize> {
        self.loaded.table.rules.get(rule)?.gives.get(&attribute).copied()
    }

    fn relation(&self, attribute: usize, one: usize, other: usize) -> Relation {
        let kind = self.loaded.table.attributes.get(attribute);
        let pair = self.value(attribute, one).zip(self.value(attribute, other));
        kind.zip(pair).map_or(Relation::Same, |(kind, (one, other))| kind.relation(one, other))
    }
}
