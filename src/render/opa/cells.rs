//! The index of the rules of a table: each one stands in the cells of the dimension that tells it apart best.
//! Must never leave a rule out of a cell in which it may hold.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::compile::{Conditions, DecisionTable, Positions, TableDimension, TableRule, TableScale};

/// The position of a figure that is not known; every reader of JSON holds it exactly.
pub(super) const UNKNOWN: i64 = 9_007_199_254_740_000;
/// The ends of figures that nothing bounds.
pub(super) const FAR: i64 = 9_000_000_000_000_000;

/// So many figures at most have a cell each.
const NEAR: i64 = 256;
/// So many figures of a condition at most are written one by one.
const LISTED: usize = 64;
/// Into so many stretches at most figures are divided where they are more; twice as many cost twice the time to find
/// the right one, and save half of the rules that are looked at in it.
const STRETCHES: usize = 16;
const STRETCHES_OF_MANY: usize = 64;
/// From so many rules on a table has many.
const MANY: usize = 1_000;

/// The cells of the dimensions of a table.
#[derive(Debug)]
pub(super) struct Cells<'t>(BTreeMap<&'t str, Kind>);

/// What the cells of a dimension are.
#[derive(Debug)]
enum Kind {
    /// One for each of so many words, and one more where a value may be unknown.
    Words { known: usize, optional: bool },
    /// One for each figure from the first to the last, and one more where a value may be unknown.
    Near { from: i64, to: i64, optional: bool },
    /// The stretches before, between and behind these figures.
    Far(Vec<i64>),
}

impl<'t> Cells<'t> {
    pub(super) fn of(table: &'t DecisionTable) -> Self {
        let kind = |dimension: &'t TableDimension| (dimension.name.as_str(), kind(table, dimension));
        Cells(table.dimensions.iter().map(kind).collect())
    }

    /// The lists of rules by dimension and cell, what is left to be asked of each rule, and how cells are found.
    pub(super) fn index(&self, table: &DecisionTable) -> Map<String, Value> {
        let mut by: BTreeMap<&str, BTreeMap<String, Vec<String>>> = BTreeMap::new();
        let (mut left, mut ids) = (Map::new(), Map::new());
        for (place, rule) in places(table).zip(&table.rules) {
            let (name, cells) = self.place(rule).unwrap_or_else(|| ("", vec![String::new()]));
            for cell in cells {
                by.entry(name).or_default().entry(cell).or_default().push(place.clone());
            }
            // Who stands in a cell of one position meets the condition.
            let met = (!matches!(self.0.get(name), Some(Kind::Far(_)))).then_some(name);
            left.insert(place.clone(), self.conditions(&rule.when, met));
            ids.insert(place, rule.id.as_str().into());
        }
        let (mut near, mut starts) = (Vec::new(), Map::new());
        for (name, kind) in &self.0 {
            match kind {
                Kind::Near { .. } => near.push(*name),
                Kind::Far(own) if by.contains_key(name) => {
                    starts.insert((*name).to_owned(), json!(own));
                }
                _ => {}
            }
        }
        let starts = starts.into();
        let index =
            [("ids", ids.into()), ("by", json!(by)), ("conditions", left.into()), ("near", json!(near))];
        let index = index.into_iter().chain([("starts", starts)]);
        index.map(|(key, value)| (key.to_owned(), value)).collect()
    }

    /// Conditions as the module asks them: keys of cells where cells say all, ranges elsewhere.
    pub(super) fn conditions(&self, when: &Conditions, but: Option<&str>) -> Value {
        let (mut words, mut ranges) = (Map::new(), Map::new());
        for (name, positions) in when.iter().filter(|(name, _)| but != Some(name.as_str())) {
            let listed = match self.0.get(name.as_str()) {
                None => continue,
                Some(Kind::Words { known, .. }) => Some(keys(positions, *known)),
                Some(Kind::Near { from, to, .. }) => {
                    Some(figures(positions, *from, *to)).filter(|figures| figures.len() <= LISTED)
                }
                Some(Kind::Far(_)) => None,
            };
            match listed {
                Some(keys) => {
                    let keys = keys.into_iter().map(|key| (key, true.into()));
                    words.insert(name.clone(), Value::Object(keys.collect()));
                }
                None => {
                    ranges.insert(name.clone(), json!(bounded(positions)));
                }
            }
        }
        json!({ "words": words, "ranges": ranges })
    }

    /// The dimension that tells a rule apart best and its cells there; nothing when none leaves out half of all cells.
    fn place<'r>(&self, rule: &'r TableRule) -> Option<(&'r str, Vec<String>)> {
        let mut best: Option<(usize, &str, Vec<String>)> = None;
        for (name, positions) in &rule.when {
            let Some(kind) = self.0.get(name.as_str()) else { continue };
            let (cells, of) = kind.cells(positions);
            let share = cells.len().saturating_mul(10_000) / of.max(1);
            // What can never hold stands where it is found while the dimension is open.
            if !cells.is_empty() && share <= 5_000 && best.as_ref().is_none_or(|(least, _, _)| share < *least)
            {
                best = Some((share, name, cells));
            }
        }
        best.map(|(_, name, cells)| (name, cells))
    }
}

impl Kind {
    /// The cells in which a condition may be met, and how many there are in all.
    fn cells(&self, positions: &Positions) -> (Vec<String>, usize) {
        match self {
            Kind::Words { known, optional } => (keys(positions, *known), known + usize::from(*optional)),
            Kind::Near { from, to, optional } => {
                let count = usize::try_from(to - from + 1).unwrap_or_default();
                (figures(positions, *from, *to), count + usize::from(*optional))
            }
            Kind::Far(starts) => {
                let stretch = |at: i64| starts.partition_point(|start| *start <= at);
                let ranges = bounded(positions).into_iter().filter(|(from, to)| from < to);
                let touched: BTreeSet<usize> =
                    ranges.flat_map(|(from, to)| stretch(from)..=stretch(to - 1)).collect();
                (touched.into_iter().map(|at| at.to_string()).collect(), starts.len() + 1)
            }
        }
    }
}

/// The places of the rules in the standard, so written that engines that sort words keep them in order.
fn places(table: &DecisionTable) -> impl Iterator<Item = String> + use<> {
    let width = table.rules.len().to_string().len();
    (0..table.rules.len()).map(move |place| format!("{place:0width$}"))
}

fn kind(table: &DecisionTable, dimension: &TableDimension) -> Kind {
    match &dimension.scale {
        TableScale::Words(words) => Kind::Words { known: words.len(), optional: dimension.optional },
        TableScale::Number { from: Some(from), to: Some(to), .. } if to.saturating_sub(*from) < NEAR => {
            Kind::Near { from: *from, to: *to, optional: dimension.optional }
        }
        _ => Kind::Far(starts(table, &dimension.name)),
    }
}

/// Where the stretches of a dimension begin: at bounds of its conditions, with as many of these in each.
fn starts(table: &DecisionTable, dimension: &str) -> Vec<i64> {
    let conditions = table.rules.iter().filter_map(|rule| rule.when.get(dimension));
    let bounds: BTreeSet<i64> = conditions.flat_map(bounded).flat_map(|(from, to)| [from, to]).collect();
    let bounds: Vec<i64> = bounds.into_iter().collect();
    let most = if table.rules.len() < MANY { STRETCHES } else { STRETCHES_OF_MANY };
    let step = bounds.len().div_ceil(most).max(1);
    bounds.into_iter().step_by(step).collect()
}

/// The ranges of a condition with ends that every reader of JSON holds.
fn bounded(positions: &Positions) -> Vec<(i64, i64)> {
    let ends = |(from, to): &(Option<i64>, Option<i64>)| {
        (from.unwrap_or(-FAR).max(-FAR), to.unwrap_or(FAR + 1).min(FAR + 1))
    };
    let mut ranges: Vec<(i64, i64)> = positions.ranges.iter().map(ends).collect();
    ranges.extend(positions.not_known.then_some((UNKNOWN, UNKNOWN + 1)));
    ranges
}

/// The figures that a condition admits from the first to the last, one by one.
fn figures(positions: &Positions, from: i64, to: i64) -> Vec<String> {
    let ranges = bounded(positions).into_iter();
    let known = |(first, behind): (i64, i64)| first.max(from)..behind.min(to.saturating_add(1));
    let unknown = positions.not_known.then_some(UNKNOWN);
    ranges.flat_map(known).chain(unknown).map(|at| at.to_string()).collect()
}

/// The keys of the words that a condition admits, of so many.
fn keys(positions: &Positions, words: usize) -> Vec<String> {
    let known = |bound: i64| usize::try_from(bound).unwrap_or_default().min(words);
    let ranges =
        positions.ranges.iter().flat_map(|(from, to)| known(from.unwrap_or(0))..to.map_or(words, known));
    ranges.chain(positions.not_known.then_some(words)).map(|at| at.to_string()).collect()
}
