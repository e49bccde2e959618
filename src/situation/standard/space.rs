//! The dimensions of a standard as a space, and its conditions as regions. Must never report: what cannot be read has
//! been reported already, and a rule with it stays out.

use std::collections::BTreeMap;

use crate::model::{Condition, Situation, When};
use crate::resolve::{Axes, Axis, Domain, Project, Range, axes, declared};
use crate::situation::{Dimension, Region, Scale, Set, Space};
use crate::source::{Lookup, LookupSet};
use crate::time::Hours;

/// How finely a space is laid out beyond what its conditions ask for, so that a situation has a position in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fineness {
    /// Whether public holidays are told apart from other days.
    holidays: bool,
    /// How many decimals the numbers of a dimension have.
    decimals: BTreeMap<String, u32>,
}

impl Fineness {
    /// As fine as these values of dimensions are written.
    pub fn of<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut fineness = Fineness::default();
        for (dimension, value) in values {
            if dimension == "time" {
                fineness.holidays |= speaks_of_holidays(value);
            }
            let decimals = decimals(value).min(6);
            if decimals > 0 && Range::parse(value).is_some() {
                let known = fineness.decimals.entry(dimension.to_owned()).or_default();
                *known = decimals.max(*known);
            }
        }
        fineness
    }
}

/// The dimensions of the project, with those of one table behind them, as far as they are used.
pub(super) fn space(
    project: &Project,
    own: Option<&Situation>,
    used: &Used<'_>,
    fineness: &Fineness,
) -> Space {
    let mut all: Axes = axes(project);
    all.extend(own.map(declared).unwrap_or_default());
    let order = ["channel"].into_iter().map(str::to_owned);
    let order = order.chain(project.situation.iter().map(|entry| entry.id.clone()));
    let order = order.chain(own.into_iter().flatten().map(|entry| entry.id.clone()));
    let order = order.chain(["time", "role", "location", "language"].map(str::to_owned));
    let mut dimensions: Vec<Dimension> = Vec::new();
    for name in order {
        let (Some(axis), Some(values)) = (all.get(&name), used.get(name.as_str())) else { continue };
        if !dimensions.iter().any(|dimension| dimension.name == name) {
            dimensions.push(dimension(name, axis, values, fineness));
        }
    }
    Space { dimensions }
}

/// Where all conditions are met; none when some of them cannot be read or asks for a date.
pub(super) fn region(space: &Space, when: &When) -> Option<Region> {
    Conditions::of(space).region(when)
}

impl super::StandardTable<'_> {
    /// The situations that conditions leave to this table: dimensions that none of its rules asks about are free. None
    /// when a condition cannot be read or asks for a date.
    pub fn reached(&self, when: Option<&When>) -> Option<Region> {
        let mut region = Region::everywhere();
        for entry in when.into_iter().flat_map(|when| when.iter()) {
            if let Some((at, dimension)) = self.table.space.find(&entry.id) {
                region.limit(at, set(dimension, &entry.value)?);
            }
        }
        Some(region)
    }
}

/// The positions that a condition admits.
pub(super) fn set(dimension: &Dimension, condition: &Condition) -> Option<Set> {
    admitted(dimension, condition, |value| read(dimension, value))
}

/// Reads the conditions of many rules; what is written twice is read once.
pub(super) struct Conditions<'s, 'a> {
    space: &'s Space,
    places: Lookup<&'s str, usize>,
    known: Lookup<(usize, &'a str), Option<Set>>,
}

impl<'s, 'a> Conditions<'s, 'a> {
    pub(super) fn of(space: &'s Space) -> Self {
        let names = space.dimensions.iter().enumerate().map(|(at, dimension)| (dimension.name.as_str(), at));
        Conditions { space, places: names.collect(), known: Lookup::default() }
    }

    /// Where all conditions are met, as [`region`] says.
    pub(super) fn region(&mut self, when: &'a When) -> Option<Region> {
        let mut region = Region::everywhere();
        for entry in when {
            let at = *self.places.get(entry.id.as_str())?;
            let dimension = self.space.dimensions.get(at)?;
            let set = admitted(dimension, &entry.value, |value| match dimension.scale {
                Scale::Words(_) => read(dimension, value),
                _ => self.known.entry((at, value)).or_insert_with(|| read(dimension, value)).clone(),
            })?;
            region.limit(at, set);
        }
        Some(region)
    }
}

fn admitted<'a>(
    dimension: &Dimension,
    condition: &'a Condition,
    mut read: impl FnMut(&'a str) -> Option<Set>,
) -> Option<Set> {
    let mut all = |values: &'a [crate::source::Spanned<String>]| {
        if let [only] = values {
            return read(&only.value);
        }
        let mut ranges = Vec::new();
        for value in values {
            ranges.extend_from_slice(read(&value.value)?.ranges());
        }
        Some(Set::of(ranges))
    };
    let is = if condition.is.is_empty() { dimension.extent() } else { all(&condition.is)? };
    if condition.not.is_empty() {
        return Some(is);
    }
    Some(is.subtract(&all(&condition.not)?))
}

// The positions of a value; none where it asks for a date.
fn read(dimension: &Dimension, value: &str) -> Option<Set> {
    if matches!(dimension.scale, Scale::Time { .. }) && is_dated(value) {
        return None;
    }
    Some(dimension.read(value)?.intersect(&dimension.extent()))
}

/// A dimension that no condition speaks of.
pub(super) fn bare(name: String, axis: &Axis) -> Dimension {
    dimension(name, axis, &[], &Fineness::default())
}

/// The dimensions that conditions name, with the values that are written for them.
pub(super) type Used<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// What conditions name.
pub(super) fn used<'a>(conditions: &[&'a When]) -> Used<'a> {
    let mut used: Used<'_> = BTreeMap::new();
    let mut seen: LookupSet<(&str, &str)> = LookupSet::default();
    for entry in conditions.iter().flat_map(|when| when.iter()) {
        let values = entry.value.is.iter().chain(entry.value.not.iter()).map(|value| value.value.as_str());
        let values = values.filter(|value| seen.insert((entry.id.as_str(), *value)));
        used.entry(entry.id.as_str()).or_default().extend(values);
    }
    used
}

fn dimension(name: String, axis: &Axis, values: &[&str], fineness: &Fineness) -> Dimension {
    let scale = match &axis.domain {
        Domain::Words(words) => Scale::Words(words.ordered().iter().cloned().collect()),
        Domain::YesNo => Scale::Words(vec!["yes".to_owned(), "no".to_owned()].into()),
        Domain::Time => Scale::Time {
            holidays: fineness.holidays || values.iter().any(|value| speaks_of_holidays(value)),
        },
        Domain::Number { from, to } => {
            let bounds = [from, to].into_iter().flatten().map(|bound| bound.to_string());
            let written = values.iter().map(|value| (*value).to_owned()).chain(bounds);
            let asked = fineness.decimals.get(&name).copied().unwrap_or_default();
            let decimals = written.map(|value| decimals(&value)).max().unwrap_or(0).min(6).max(asked);
            let scaled =
                |bound: &f64| (bound * 10_f64.powi(i32::try_from(decimals).unwrap_or(0))).round() as i64;
            Scale::Number { decimals, from: from.as_ref().map(scaled), to: to.as_ref().map(scaled) }
        }
    };
    Dimension { name, scale, optional: axis.optional, rising: axis.rising }
}

fn speaks_of_holidays(value: &str) -> bool {
    match Hours::parse_window(value) {
        Ok(hours) => hours.rules.iter().any(crate::time::Rule::names_holidays),
        Err(_) => value.trim_start().to_lowercase().starts_with("ph"),
    }
}

fn is_dated(value: &str) -> bool {
    Hours::parse_window(value).is_ok_and(|hours| hours.rules.iter().any(|rule| !rule.dates.is_empty()))
}

// The decimals of the finest number in a text such as `0.5..99.99`.
fn decimals(text: &str) -> u32 {
    let text = text.replace("..", " ");
    let numbers = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let after = numbers.filter_map(|number| number.split_once('.')).map(|(_, after)| after.len());
    after.max().and_then(|most| u32::try_from(most).ok()).unwrap_or(0)
}
