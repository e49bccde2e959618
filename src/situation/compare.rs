//! Two versions of a table laid side by side: where something else wins than before. Must never report a difference
//! that the plain reading of both versions does not confirm.

use std::collections::BTreeSet;

use super::plain;
use super::{Analysis, Budget, Dimension, Found, Point, Region, Rule, Scale, Set, Space, Table};

/// A region in which other values win than before.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// In what.
    pub attribute: usize,
    /// The values that won; none when nothing did.
    pub old: BTreeSet<usize>,
    /// The values that win now.
    pub new: BTreeSet<usize>,
    /// The rules that won in the witness.
    pub old_rules: Vec<usize>,
    /// The rules that win in the witness now.
    pub new_rules: Vec<usize>,
    /// Where; it may hold situations that can happen in neither version.
    pub region: Region,
    /// Whether all of the region changes so. Where that would take too many regions, it is the region in which the old
    /// and the new rule both hold, and other rules win in parts of it.
    pub whole: bool,
    /// A situation of the region that changes so; the smallest one where all of the region does.
    pub witness: Point,
    /// The part of all combinations that the region takes, from 0 to 1.
    pub share: f64,
}

/// The dimension that tells the versions apart while both are searched.
pub(super) const VERSION: usize = 0;
/// Its positions.
const OLD: i64 = 0;
const NEW: i64 = 1;

/// Everything in which two versions of a table differ, attribute by attribute. Both have the same dimensions, and the
/// same attributes with the same values; what exists in one version alone is impossible in the other.
pub fn compare(old: &Table, new: &Table, budget: Budget) -> Vec<Found<Change>> {
    let attributes = old.attributes.len();
    if old == new {
        return vec![Found::default(); attributes];
    }
    let joint = joint(old, new);
    let mut analysis = Analysis::of(&joint, budget);
    let mut all = Vec::new();
    for attribute in 0..attributes {
        let raw = analysis.changes(attribute, attribute + attributes);
        let mut found = Found { items: Vec::new(), more: raw.more, unknown: raw.unknown };
        for part in raw.items {
            match confirmed(old, new, attribute, &part.region, &part.witness) {
                Some(change) => {
                    found.items.push(Change { whole: part.whole, share: part.share, ..change });
                }
                None => found.unknown += 1,
            }
        }
        all.push(found);
    }
    all
}

// What wins in a witness in either version, read plainly; none unless it differs.
fn confirmed(old: &Table, new: &Table, attribute: usize, region: &Region, witness: &[i64]) -> Option<Change> {
    let witness: Point = witness.iter().skip(1).copied().collect();
    let mut unshifted = Region::everywhere();
    for (dimension, set) in region.limits() {
        unshifted.limit(dimension.checked_sub(1)?, set.clone());
    }
    let winners = |table: &Table| match table.can_happen(&witness) {
        true => plain::winners(table, attribute, &witness),
        false => Some(Vec::new()),
    };
    let values = |table: &Table, rules: &[usize]| -> BTreeSet<usize> {
        rules.iter().filter_map(|rule| table.rule(*rule).gives.get(&attribute).copied()).collect()
    };
    let (old_rules, new_rules) = (winners(old)?, winners(new)?);
    let (before, after) = (values(old, &old_rules), values(new, &new_rules));
    if before == after {
        return None;
    }
    Some(Change {
        attribute,
        old: before,
        new: after,
        old_rules,
        new_rules,
        region: unshifted,
        whole: true,
        witness,
        share: 0.0,
    })
}

// Both versions as one table with one more dimension: which version a situation belongs to. Every rule holds in its
// own version only, so that neither beats a rule of the other one, and gives attributes of its own version.
fn joint(old: &Table, new: &Table) -> Table {
    let words = vec!["old".to_owned(), "new".to_owned()];
    let version = Dimension {
        name: "version".to_owned(),
        scale: Scale::Words(words.into()),
        optional: false,
        rising: false,
    };
    let dimensions = std::iter::once(version).chain(old.space.dimensions.iter().cloned()).collect();
    let common: Vec<Region> = old.never.iter().filter(|never| new.never.contains(never)).cloned().collect();
    let mut joint = Table {
        name: old.name.clone(),
        space: Space { dimensions },
        never: common.iter().map(|never| shifted(never, None)).collect(),
        attributes: [&old.attributes, &new.attributes].into_iter().flatten().cloned().collect(),
        rules: Vec::new(),
    };
    for (table, position, attributes) in [(old, OLD, 0), (new, NEW, old.attributes.len())] {
        let first = joint.rules.len();
        let own: Vec<&Region> = table.never.iter().filter(|never| !common.contains(never)).collect();
        joint.rules.extend(table.rules.iter().map(|rule| Rule {
            gives: rule.gives.iter().map(|(attribute, value)| (attribute + attributes, *value)).collect(),
            exception_to: rule.exception_to.iter().map(|beaten| beaten + first).collect(),
            ..placed(rule, &own, table, position)
        }));
    }
    joint
}

// A rule in its version: it does not hold in what only that version calls impossible.
fn placed(rule: &Rule, own: &[&Region], table: &Table, version: i64) -> Rule {
    let mut region = shifted(&rule.region, Some(version));
    let mut never_when: Vec<Region> = rule.never_when.iter().map(|never| shifted(never, None)).collect();
    for never in own {
        let mut limits = never.limits();
        match (limits.next(), limits.next()) {
            // What is impossible for a value alone is taken off the values.
            (Some((dimension, set)), None) => {
                let extent = table.space.dimensions.get(dimension).map(Dimension::extent).unwrap_or_default();
                region.limit(dimension + 1, extent.subtract(set));
            }
            _ => never_when.push(shifted(never, None)),
        }
    }
    Rule { region, never_when, floor: rule.floor, ..Rule::default() }
}

fn shifted(region: &Region, version: Option<i64>) -> Region {
    let mut shifted = Region::everywhere();
    if let Some(version) = version {
        shifted.limit(VERSION, Set::one(version));
    }
    for (dimension, set) in region.limits() {
        shifted.limit(dimension + 1, set.clone());
    }
    shifted
}
