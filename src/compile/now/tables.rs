//! The tables that concern a reader, in positions. Must never leave out a rule that decides on one that is shown: it
//! stays without its name.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::super::context::Context;
use super::super::policy::{Conditions, DecisionTable, Positions, TableDimension, TableRule, TableScale};
use super::super::values::{attribute_title, table_title, value_words};
use super::{Shown, place};

/// The position of a figure that is not known; every browser holds it exactly.
const UNKNOWN: i64 = 9_007_199_254_740_000;
/// The ends of figures that nothing bounds.
const FAR: i64 = 9_000_000_000_000_000;

/// A table as the page carries it.
pub(super) struct Carried<'t> {
    /// The table of the policy.
    pub(super) table: &'t DecisionTable,
    /// The dimensions that its rules ask about.
    pub(super) asked: BTreeSet<&'t str>,
    /// The table for the script of the page.
    pub(super) written: Value,
}

/// A table with what concerns the reader; none when nothing in it does.
pub(super) fn carried<'t>(
    cx: &Context<'_>,
    table: &'t DecisionTable,
    shown: &mut Shown<'_>,
) -> Option<Carried<'t>> {
    let is_said = |rule: &&TableRule| shown.is_said(&place(cx.project, &table.name, &rule.id));
    let said = table.rules.iter().filter(|rule| !rule.floor).filter(is_said);
    let given: BTreeSet<&str> = said.flat_map(|rule| rule.gives.keys().map(String::as_str)).collect();
    let attributes: Vec<usize> = (0..table.attributes.len())
        .filter(|at| {
            table.attributes.get(*at).is_some_and(|attribute| given.contains(attribute.name.as_str()))
        })
        .collect();
    if attributes.is_empty() {
        return None;
    }
    let rules: Vec<&TableRule> = table
        .rules
        .iter()
        .filter(|rule| rule.gives.keys().any(|name| given.contains(name.as_str())))
        .collect();
    let conditions = rules.iter().flat_map(|rule| std::iter::once(&rule.when).chain(&rule.never_when));
    let asked = conditions.flat_map(|when| when.keys().map(String::as_str)).collect();
    let kept = Kept { table, attributes, rules };
    let written = told(cx, &kept, shown);
    Some(Carried { table, asked, written })
}

/// A whole table in positions, without a word of its standard: what the script of a page decides by.
pub fn now_table(table: &DecisionTable) -> Value {
    let (attributes, rules) = ((0..table.attributes.len()).collect(), table.rules.iter().collect());
    Value::Object(Kept { table, attributes, rules }.written())
}

// The table with the words and places that its answers need.
fn told(cx: &Context<'_>, kept: &Kept<'_>, shown: &mut Shown<'_>) -> Value {
    let table = kept.table;
    let mut written = kept.written();
    written.insert("title".to_owned(), table_title(cx, &table.name).into());
    let decision = cx.project.decision_tables().find(|(name, _)| *name == table.name);
    let own = decision.and_then(|(_, decision)| decision.situation.value());
    let own: Vec<&str> = own.into_iter().flatten().map(|entry| entry.id.as_str()).collect();
    written.insert("own".to_owned(), json!(own));
    // Rules whose conditions ask for a date have no place in a week.
    let dated = shown.dated.get(&table.name).cloned().unwrap_or_default();
    let dated: Vec<usize> = dated.iter().filter_map(|id| shown.rule(cx.project, &table.name, id)).collect();
    written.insert("dated".to_owned(), json!(dated));
    let attributes = written.get_mut("attributes").and_then(Value::as_array_mut);
    for (given, at) in attributes.into_iter().flatten().zip(&kept.attributes) {
        let (Value::Object(given), Some(attribute)) = (given, table.attributes.get(*at)) else { continue };
        given.insert("title".to_owned(), attribute_title(cx, &table.name, &attribute.name).into());
        let words: Vec<Option<Vec<String>>> = (0..attribute.values.len())
            .map(|value| {
                let gives = |rule: &&&TableRule| rule.gives.get(&attribute.name) == Some(&value);
                let rule = kept.rules.iter().find(gives)?;
                value_words(cx, &table.name, &rule.id, &attribute.name)
            })
            .collect();
        if words.iter().any(Option::is_some) {
            given.insert("values".to_owned(), json!(words));
        }
    }
    let rules = written.get_mut("rules").and_then(Value::as_array_mut);
    for (given, rule) in rules.into_iter().flatten().zip(&kept.rules) {
        let entry = shown.rule(cx.project, &table.name, &rule.id);
        if let (Value::Object(given), Some(entry)) = (given, entry) {
            given.insert("entry".to_owned(), entry.into());
        }
    }
    Value::Object(written)
}

/// What is kept of a table.
struct Kept<'t> {
    table: &'t DecisionTable,
    /// The attributes, by their places in the table.
    attributes: Vec<usize>,
    rules: Vec<&'t TableRule>,
}

impl Kept<'_> {
    fn written(&self) -> Map<String, Value> {
        let table = self.table;
        let mut written = Map::new();
        let mut put = |name: &str, value: Value| written.insert(name.to_owned(), value);
        put("name", table.name.as_str().into());
        if table.unsettled {
            put("unsettled", true.into());
            return written;
        }
        let places: BTreeMap<&str, usize> =
            self.rules.iter().enumerate().map(|(at, rule)| (rule.id.as_str(), at)).collect();
        put("dimensions", table.dimensions.iter().map(dimension).collect());
        put("never", table.never.iter().map(|never| self.conditions(never)).collect());
        put("attributes", self.attributes.iter().map(|at| self.attribute(*at)).collect());
        put("rules", self.rules.iter().map(|rule| self.rule(rule, &places)).collect());
        written
    }

    fn attribute(&self, at: usize) -> Value {
        let Some(attribute) = self.table.attributes.get(at) else { return Value::Null };
        let mut written = Map::new();
        let mut flag = |name: &str, is: bool| is.then(|| written.insert(name.to_owned(), true.into()));
        flag("strictest", attribute.strictest);
        flag("several", attribute.several);
        for (name, lists) in [
            ("better", attribute.values.iter().map(|value| &value.better_than).collect::<Vec<_>>()),
            ("same", attribute.values.iter().map(|value| &value.same_as).collect()),
        ] {
            if lists.iter().any(|list| !list.is_empty()) {
                written.insert(name.to_owned(), json!(lists));
            }
        }
        Value::Object(written)
    }

    fn rule(&self, rule: &TableRule, places: &BTreeMap<&str, usize>) -> Value {
        let mut written = Map::new();
        let mut put = |name: &str, value: Value| written.insert(name.to_owned(), value);
        if !rule.when.is_empty() {
            put("when", self.conditions(&rule.when));
        }
        if !rule.never_when.is_empty() {
            put("never_when", rule.never_when.iter().map(|never| self.conditions(never)).collect());
        }
        if rule.floor {
            put("floor", true.into());
        }
        let name = |at: usize| self.table.attributes.get(at).map(|attribute| attribute.name.as_str());
        let gives = self.attributes.iter().enumerate().filter_map(|(at, own)| {
            let value = rule.gives.get(name(*own)?)?;
            Some((at.to_string(), Value::from(*value)))
        });
        put("gives", Value::Object(gives.collect()));
        let beats: Vec<usize> = rule.beats.iter().filter_map(|id| places.get(id.as_str()).copied()).collect();
        if !beats.is_empty() {
            put("beats", json!(beats));
        }
        Value::Object(written)
    }

    fn conditions(&self, when: &Conditions) -> Value {
        let pair = |(at, dimension): (usize, &TableDimension)| {
            let positions = when.get(&dimension.name)?;
            Some(json!([at, set(dimension, positions)]))
        };
        self.table.dimensions.iter().enumerate().filter_map(pair).collect()
    }
}

fn dimension(dimension: &TableDimension) -> Value {
    let mut written = Map::new();
    let mut put = |name: &str, value: Value| written.insert(name.to_owned(), value);
    put("name", dimension.name.as_str().into());
    let (extent, unknown) = match &dimension.scale {
        TableScale::Words(words) => {
            put("kind", "words".into());
            put("words", json!(words));
            let end = i64::try_from(words.len()).unwrap_or(FAR);
            ([0, end], end)
        }
        TableScale::Number { decimals, from, to } => {
            put("kind", "number".into());
            put("times", 10_i64.pow((*decimals).min(6)).into());
            let (from, to) = (from.unwrap_or(-FAR).max(-FAR), to.unwrap_or(FAR).min(FAR));
            ([from, to + 1], UNKNOWN)
        }
        TableScale::Time { holidays } => {
            put("kind", "time".into());
            put("holidays", (*holidays).into());
            ([0, if *holidays { 20_160 } else { 10_080 }], UNKNOWN)
        }
    };
    let mut extent = extent.to_vec();
    if dimension.optional {
        put("unknown", unknown.into());
        match extent.last_mut().filter(|end| **end == unknown) {
            Some(end) => *end += 1,
            None => extent.extend([unknown, unknown + 1]),
        }
    }
    put("extent", json!(extent));
    Value::Object(written)
}

// The ends of the ranges that a condition admits, one after another.
fn set(dimension: &TableDimension, positions: &Positions) -> Vec<i64> {
    let (first, end, unknown) = match &dimension.scale {
        TableScale::Words(words) => {
            let end = i64::try_from(words.len()).unwrap_or(FAR);
            (0, end, end)
        }
        TableScale::Number { .. } => (-FAR, FAR + 1, UNKNOWN),
        TableScale::Time { holidays } => (0, if *holidays { 20_160 } else { 10_080 }, UNKNOWN),
    };
    let known = positions.ranges.iter();
    let mut ends: Vec<i64> =
        known.flat_map(|(from, to)| [from.unwrap_or(first).max(first), to.unwrap_or(end).min(end)]).collect();
    if positions.not_known {
        // The word for what is not known stands right behind the other words.
        match ends.last_mut().filter(|end| **end == unknown) {
            Some(end) => *end += 1,
            None => ends.extend([unknown, unknown + 1]),
        }
    }
    ends
}
