//! In which situations of a channel something holds. Must never call a topic held where one situation is left out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Treated;
use crate::resolve::{Axes, Axis, Domain, NOT_KNOWN};

/// The most situations that are looked at one by one; what has more is not called held without a general rule.
const MOST: usize = 20_000;

/// Conditions on dimensions, all of which must be met.
#[derive(Debug, Clone, Default)]
pub(super) struct Case {
    conditions: Vec<(String, Condition)>,
}

#[derive(Debug, Clone, Default)]
struct Condition {
    is: Vec<String>,
    not: Vec<String>,
}

impl Case {
    /// The case in which all of these conditions are met.
    pub(super) fn of<'a>(whens: impl IntoIterator<Item = &'a Value>) -> Self {
        let groups = whens.into_iter().filter_map(Value::as_object).flatten();
        Case {
            conditions: groups.map(|(dimension, said)| (dimension.clone(), Condition::of(said))).collect(),
        }
    }

    /// The same case, in one channel only.
    pub(super) fn in_channel(mut self, channel: &str) -> Self {
        let condition = Condition { is: vec![channel.to_owned()], not: Vec::new() };
        self.conditions.push(("channel".to_owned(), condition));
        self
    }

    /// Whether the case lies in a channel, at least in part.
    pub(super) fn reaches(&self, channel: &str) -> bool {
        self.within(channel).is_some()
    }

    /// The conditions besides those on the channel; none when the case lies outside the channel.
    fn within(&self, channel: &str) -> Option<Case> {
        let (of_channel, others): (Vec<_>, Vec<_>) =
            self.conditions.iter().cloned().partition(|(dimension, _)| dimension == "channel");
        let met = of_channel.iter().all(|(_, condition)| condition.met_by(channel));
        met.then_some(Case { conditions: others })
    }

    fn met_in(&self, point: &BTreeMap<&str, &str>) -> bool {
        let met = |(dimension, condition): &(String, Condition)| {
            point.get(dimension.as_str()).is_some_and(|value| condition.met_by(value))
        };
        self.conditions.iter().all(met)
    }
}

impl Condition {
    fn of(said: &Value) -> Self {
        let words = |value: Option<&Value>| -> Vec<String> {
            let values = value.and_then(Value::as_array).into_iter().flatten();
            values.filter_map(Value::as_str).map(plain).collect()
        };
        Condition { is: words(said.get("is")), not: words(said.get("not")) }
    }

    fn met_by(&self, value: &str) -> bool {
        let among = |words: &[String]| words.iter().any(|word| word == value);
        (self.is.is_empty() || among(&self.is)) && !among(&self.not)
    }
}

fn plain(word: &str) -> String {
    match word {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        word => word.to_owned(),
    }
}

/// The situations that there are.
pub(super) struct Space<'a> {
    /// The dimensions.
    pub(super) axes: &'a Axes,
    /// Combinations that cannot occur.
    pub(super) never: &'a [Case],
    /// The only situations in which the channel may be used.
    pub(super) only_when: Case,
}

/// How far the cases together fill the situations of a channel.
pub(super) fn treated(cases: &[Case], channel: &str, space: &Space<'_>) -> Treated {
    let cases: Vec<Case> = cases.iter().filter_map(|case| case.within(channel)).collect();
    if cases.is_empty() {
        return Treated::Missing;
    }
    let general = cases.iter().any(|case| case.conditions.is_empty());
    match general || fill(&cases, channel, space) {
        true => Treated::Held,
        false => Treated::Partly,
    }
}

fn fill(cases: &[Case], channel: &str, space: &Space<'_>) -> bool {
    let never: Vec<Case> = space.never.iter().filter_map(|case| case.within(channel)).collect();
    let listed = |dimension: &str| space.axes.get(dimension).and_then(values);
    // A number or a time has no list of values: a condition on it is never met in all of them, and shuts nothing out.
    let mut only = space.only_when.clone();
    only.conditions.retain(|(dimension, _)| listed(dimension).is_some());
    let spoken = cases.iter().chain(&never).chain([&only]).flat_map(|case| &case.conditions);
    let dimensions: BTreeSet<&str> = spoken.map(|(dimension, _)| dimension.as_str()).collect();
    let mut points: Vec<BTreeMap<&str, &str>> = vec![BTreeMap::new()];
    for dimension in dimensions {
        let Some(values) = listed(dimension) else { continue };
        if values.is_empty() || points.len().saturating_mul(values.len()) > MOST {
            return false;
        }
        let with = |(point, value): (&BTreeMap<_, _>, _)| {
            let mut point = point.clone();
            point.insert(dimension, value);
            point
        };
        let pairs = points.iter().flat_map(|point| values.iter().map(move |value| (point, *value)));
        points = pairs.map(with).collect();
    }
    let possible =
        |point: &&BTreeMap<&str, &str>| only.met_in(point) && !never.iter().any(|case| case.met_in(point));
    points.iter().filter(possible).all(|point| cases.iter().any(|case| case.met_in(point)))
}

fn values(axis: &Axis) -> Option<Vec<&str>> {
    let mut values: Vec<&str> = match &axis.domain {
        Domain::Words(words) => words.ordered().iter().map(String::as_str).collect(),
        Domain::YesNo => vec!["yes", "no"],
        Domain::Number { .. } | Domain::Time => return None,
    };
    if axis.optional {
        values.push(NOT_KNOWN);
    }
    Some(values)
}
