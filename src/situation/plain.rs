//! The meaning of a table, followed word by word: slow, short, and shared with nothing that searches.
//! Must never use the solver: every witness that the search finds is held against this before anybody sees it.

use std::collections::BTreeSet;

use super::{Dimension, Point, Region, Relation, Table, covered};

/// The most pieces that a question of containment is cut into.
const PIECES: usize = 200_000;

/// Whether a rule holds in a situation.
pub fn holds(table: &Table, rule: usize, point: &Point) -> bool {
    let rule = table.rule(rule);
    rule.region.contains(point) && !rule.never_when.iter().any(|never| never.contains(point))
}

/// Whether every situation of rule `inner` that can happen is one of rule `outer`.
pub fn lies_inside(table: &Table, inner: usize, outer: usize) -> Option<bool> {
    let (outer, inner) = (table.rule(outer), table.rule(inner));
    if table.never.is_empty() && inner.never_when.is_empty() && outer.never_when.is_empty() {
        return Some(lies_within(table, &inner.region, &outer.region));
    }
    let region = table.space.whole().intersect(&inner.region);
    let absent: Vec<&Region> = table.never.iter().chain(&inner.never_when).collect();
    let others: Vec<&Region> = std::iter::once(&outer.region).chain(absent.iter().copied()).collect();
    if !covered(&region, &others, &mut { PIECES })? {
        return Some(false);
    }
    // Where the outer rule leaves something out, the inner one must not hold.
    for left_out in &outer.never_when {
        if !covered(&region.intersect(left_out), &absent, &mut { PIECES })? {
            return Some(false);
        }
    }
    Some(true)
}

// The same where every combination can happen: dimension by dimension, and a region without situations lies anywhere.
fn lies_within(table: &Table, inner: &Region, outer: &Region) -> bool {
    let own = |dimension: usize| {
        let extent = table.space.dimensions.get(dimension).map(Dimension::extent).unwrap_or_default();
        inner.get(dimension).map(|own| own.intersect(&extent)).unwrap_or(extent)
    };
    outer.limits().all(|(dimension, set)| set.covers(&own(dimension)))
        || inner.limits().any(|(dimension, _)| own(dimension).is_empty())
}

/// Whether a rule can hold at all.
pub fn can_hold(table: &Table, rule: usize) -> Option<bool> {
    let rule = table.rule(rule);
    let region = table.space.whole().intersect(&rule.region);
    let absent: Vec<&Region> = table.never.iter().chain(&rule.never_when).collect();
    covered(&region, &absent, &mut { PIECES }).map(|covered| !covered)
}

/// Whether `one` beats `other` wherever both hold and give the same attribute.
pub fn beats(table: &Table, one: usize, other: usize) -> Option<bool> {
    if one == other {
        return Some(false);
    }
    if table.rule(one).exception_to.contains(&other) {
        return Some(true);
    }
    Some(lies_inside(table, one, other)? && !lies_inside(table, other, one)?)
}

/// The rules that win an attribute in a situation, in their order: they hold, give it, and are beaten by no rule that
/// also holds and gives it; where the strictest counts, those of them that no other one is better than. None when the
/// question of containment is too hard.
pub fn winners(table: &Table, attribute: usize, point: &Point) -> Option<Vec<usize>> {
    let holding: Vec<(usize, usize)> =
        table.candidates(attribute).filter(|(rule, _)| holds(table, *rule, point)).collect();
    let mut unbeaten = Vec::new();
    for (rule, value) in &holding {
        let mut beaten = false;
        for (other, _) in &holding {
            beaten = beaten || beats(table, *other, *rule)?;
        }
        if !beaten {
            unbeaten.push((*rule, *value));
        }
    }
    let Some(kind) = table.attributes.get(attribute).filter(|kind| kind.strictest) else {
        return Some(unbeaten.into_iter().map(|(rule, _)| rule).collect());
    };
    let outbid =
        |value: usize| unbeaten.iter().any(|(_, other)| kind.relation(*other, value) == Relation::Better);
    Some(unbeaten.iter().filter(|(_, value)| !outbid(*value)).map(|(rule, _)| *rule).collect())
}

/// The values that hold in a situation; several when winners disagree.
pub fn outcome(table: &Table, attribute: usize, point: &Point) -> Option<BTreeSet<usize>> {
    let value = |rule: usize| table.rule(rule).gives.get(&attribute).copied();
    Some(winners(table, attribute, point)?.into_iter().filter_map(value).collect())
}
