//! Two versions of random tables: every difference that brute force finds, and no other.

use std::collections::BTreeSet;

use etalon::situation::{Budget, Point, Region, Set, Table, compare};

use super::brute::Brute;
use super::random::{Seeded, mutated, table};

fn tables() -> u64 {
    std::env::var("ETALON_TABLES").ok().and_then(|count| count.parse().ok()).unwrap_or(250)
}

/// Every position of every dimension, possible or not.
fn all_points(table: &Table) -> Vec<Point> {
    let mut free = table.clone();
    free.never.clear();
    free.rules.clear();
    Brute::of(&free).points
}

fn values(brute: &Brute<'_>, attribute: usize, point: &Point) -> BTreeSet<usize> {
    brute.index(point).map(|at| brute.values(attribute, at, None)).unwrap_or_default()
}

fn agree_with_brute_force(old: &Table, new: &Table) -> usize {
    let (before, after) = (Brute::of(old), Brute::of(new));
    let points = all_points(old);
    let mut seen = 0;
    for (attribute, found) in compare(old, new, Budget::default()).into_iter().enumerate() {
        assert_eq!((found.more, found.unknown), (0, 0), "{}", old.name);
        let outcome = |point: &Point| (values(&before, attribute, point), values(&after, attribute, point));
        for point in &points {
            let (old_values, new_values) = outcome(point);
            let told: Vec<_> =
                found.items.iter().filter(|item| item.whole && item.region.contains(point)).collect();
            let possible = before.index(point).is_some() || after.index(point).is_some();
            for item in &told {
                let as_told = item.old == old_values && item.new == new_values;
                assert!(!possible || as_told, "{} {point:?} {item:?} {old:#?} {new:#?}", old.name);
            }
            if old_values != new_values {
                let in_part = found.items.iter().any(|item| !item.whole && item.region.contains(point));
                assert!(!told.is_empty() || in_part, "{} misses {point:?} {old:#?} {new:#?}", old.name);
            }
        }
        for (at, item) in found.items.iter().enumerate() {
            assert_ne!(item.old, item.new);
            assert_eq!(outcome(&item.witness), (item.old.clone(), item.new.clone()));
            assert!(item.region.contains(&item.witness));
            if item.whole {
                let smallest = points.iter().find(|point| {
                    item.region.contains(point)
                        && (before.index(point).is_some() || after.index(point).is_some())
                        && outcome(point).0 != outcome(point).1
                });
                assert_eq!(smallest, Some(&item.witness), "{}: the witness is the smallest", old.name);
                let superfluous = points
                    .iter()
                    .filter(|point| item.region.contains(point) && outcome(point).0 != outcome(point).1)
                    .all(|point| {
                        let others = found.items.iter().enumerate();
                        others
                            .filter(|(other, theirs)| *other != at && theirs.whole)
                            .any(|(_, other)| other.region.contains(point))
                    });
                assert!(!superfluous, "{}: a region says nothing new {:#?}", old.name, found.items);
            }
            seen += 1;
        }
    }
    seen
}

#[test]
fn changes_are_exactly_those_of_brute_force() {
    let mut seen = 0;
    for seed in 0..tables() {
        let old = table(seed);
        let mut dice = Seeded::new(seed + 77);
        let new = mutated(&old, &mut dice);
        seen += agree_with_brute_force(&old, &new);
        seen += agree_with_brute_force(&new, &old);
    }
    assert!(seen as u64 > tables(), "only {seen} changes were looked at");
}

#[test]
fn a_table_differs_from_a_wholly_other_one_as_brute_force_says() {
    for seed in 0..tables() / 5 {
        let old = table(seed);
        let mut new = old.clone();
        let other = table(seed + 10_000);
        // The rules of another table, as far as they fit the space of this one.
        new.rules = other.rules;
        for rule in &mut new.rules {
            let mut region = Region::everywhere();
            for (at, set) in rule.region.limits() {
                if let Some(dimension) = old.space.dimensions.get(at) {
                    region.limit(at, set.intersect(&dimension.extent()));
                }
            }
            rule.region = region;
            let known = rule.gives.iter().filter(|(attribute, _)| **attribute < old.attributes.len());
            rule.gives = known.map(|(attribute, value)| (*attribute, *value)).collect();
        }
        agree_with_brute_force(&old, &new);
    }
}

#[test]
fn a_table_does_not_differ_from_itself() {
    for seed in 0..20 {
        let old = table(seed);
        let mut new = old.clone();
        // Another order of rules and a rule that never holds change nothing.
        new.rules.push(etalon::situation::Rule {
            region: {
                let mut never = Region::everywhere();
                never.limit(0, Set::default());
                never
            },
            gives: [(0, 0)].into_iter().collect(),
            ..Default::default()
        });
        for found in compare(&old, &new, Budget::default()) {
            assert!(found.is_clean(), "{found:?}");
        }
    }
}
