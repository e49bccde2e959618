//! Whether one value alone wins in a region. Must never call a value the only one while something stays open.

use super::cases::groups;
use crate::situation::plain;
use crate::situation::{Point, Region, Table};

/// The only value that wins an attribute in a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sole {
    /// The value.
    pub value: usize,
    /// The rules that win with it somewhere in the region, in their order.
    pub rules: Vec<usize>,
    /// A situation in which the first of them wins.
    pub witness: Point,
}

/// The most pieces that a region is cut into to find a situation of it that can happen.
const MOST_PIECES: usize = 2_000;

/// The value that wins an attribute wherever in the region any does. None when there are several, when rules
/// contradict each other, when nothing wins, or when it is too hard to tell.
pub fn sole(table: &Table, attribute: usize, within: &Region) -> Option<Sole> {
    let groups = groups(table, attribute, within).ok()?;
    let winning = || groups.iter().filter(|group| !group.winners.is_empty());
    let value = |rule: &usize| table.rule(*rule).gives.get(&attribute).copied();
    let first = winning().flat_map(|group| &group.winners).find_map(value)?;
    if winning().flat_map(|group| &group.winners).any(|rule| value(rule) != Some(first)) {
        return None;
    }
    let mut rules: Vec<usize> = winning().flat_map(|group| group.winners.iter().copied()).collect();
    rules.sort_unstable();
    rules.dedup();
    let named = rules.first()?;
    let witness = winning().flat_map(|group| &group.regions).find_map(|region| {
        let point = possible(table, &region.intersect(within))?;
        let winners = plain::winners(table, attribute, &point)?;
        winners.contains(named).then_some(point)
    })?;
    Some(Sole { value: first, rules, witness })
}

// A situation of a region that can happen.
fn possible(table: &Table, region: &Region) -> Option<Point> {
    let mut pieces = vec![table.space.whole().intersect(region)];
    for never in &table.never {
        pieces = pieces.iter().flat_map(|piece| piece.subtract(never)).collect();
        if pieces.len() > MOST_PIECES {
            return None;
        }
    }
    pieces.iter().find_map(|piece| {
        let first = |at: usize| piece.get(at).and_then(|set| set.ranges().first()).map(|range| range.0);
        let point: Option<Point> = (0..table.space.dimensions.len()).map(first).collect();
        point.filter(|point| table.can_happen(point))
    })
}
