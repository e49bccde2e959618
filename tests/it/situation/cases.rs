//! The cases of an open situation, held against brute force: every situation in exactly one of them, no case twice.

use std::collections::{BTreeMap, BTreeSet};

use etalon::situation::answer::{groups, winning};
use etalon::situation::{Region, Set, Table, plain};

use super::brute::Brute;
use super::random::{Seeded, table};

fn tables() -> u64 {
    std::env::var("ETALON_TABLES").ok().and_then(|count| count.parse().ok()).unwrap_or(250)
}

/// Some dimensions fixed to a few of their positions, the others left open.
fn partial(table: &Table, seed: u64) -> Region {
    let mut dice = Seeded::new(seed ^ 0xA5A5);
    let mut within = Region::everywhere();
    for (at, dimension) in table.space.dimensions.iter().enumerate() {
        if dice.chance(40) {
            let positions: Vec<i64> =
                dimension.extent().ranges().iter().flat_map(|(from, to)| *from..*to).collect();
            let first = positions[dice.next(positions.len() as u64) as usize];
            let second = positions[dice.next(positions.len() as u64) as usize];
            let set = Set::one(first);
            within.limit(at, if dice.chance(30) { set.union(&Set::one(second)) } else { set });
        }
    }
    within
}

#[test]
fn every_open_situation_is_in_exactly_one_case_with_its_winners() {
    for seed in 0..tables() * 4 {
        let table = table(seed);
        let brute = Brute::of(&table);
        let within = partial(&table, seed);
        for attribute in 0..table.attributes.len() {
            let groups = groups(&table, attribute, &within).unwrap();
            let mut expected: BTreeMap<(Vec<usize>, bool), usize> = BTreeMap::new();
            for (at, point) in brute.points.iter().enumerate().filter(|(_, point)| within.contains(point)) {
                let winners = brute.winners(attribute, at, None);
                assert_eq!(plain::winners(&table, attribute, point).unwrap(), winners, "{}", table.name);
                let held = table.candidates(attribute).any(|(rule, _)| brute.holds[rule].contains(&at));
                let found: Vec<_> = groups
                    .iter()
                    .filter(|group| group.regions.iter().any(|region| region.contains(point)))
                    .collect();
                assert_eq!(found.len(), 1, "{} {point:?} within {within:?}: {groups:#?}", table.name);
                assert_eq!(found[0].winners, winners, "{} {point:?}", table.name);
                let all: BTreeSet<usize> = found[0].held.iter().copied().collect();
                for (rule, _) in table.candidates(attribute) {
                    assert!(!brute.holds[rule].contains(&at) || all.contains(&rule), "{}", table.name);
                }
                *expected.entry((winners, held)).or_default() += 1;
            }
            assert_eq!(groups.len(), expected.len(), "{}: as few cases as there can be", table.name);
            for group in &groups {
                for rule in &group.held {
                    let somewhere = brute.points.iter().enumerate().any(|(at, point)| {
                        brute.holds[*rule].contains(&at)
                            && within.contains(point)
                            && group.regions.iter().any(|region| region.contains(point))
                    });
                    assert!(somewhere, "{}: rule {rule} holds nowhere in its case", table.name);
                }
            }
        }
    }
}

#[test]
fn no_region_of_a_case_is_superfluous_and_none_names_what_was_asked() {
    let (mut regions, mut least) = (0, 0);
    for seed in 0..tables() * 2 {
        let table = table(seed);
        let brute = Brute::of(&table);
        let within = partial(&table, seed);
        for attribute in 0..table.attributes.len() {
            for group in groups(&table, attribute, &within).unwrap() {
                regions += group.regions.len();
                least += 1;
                for (at, region) in group.regions.iter().enumerate() {
                    for (dimension, set) in region.limits() {
                        let own = table.space.whole().intersect(&within);
                        assert_ne!(own.get(dimension), Some(set), "{}", table.name);
                    }
                    let needed = brute.points.iter().any(|point| {
                        let others = group.regions.iter().enumerate().filter(|(other, _)| *other != at);
                        within.contains(point)
                            && region.contains(point)
                            && !others.into_iter().any(|(_, other)| other.contains(point))
                    });
                    assert!(needed, "{} {region:?}", table.name);
                }
            }
        }
    }
    assert!(regions < least * 2, "{regions} regions for {least} cases");
}

#[test]
fn a_rule_that_holds_beside_others_wins_where_nothing_beats_it() {
    for seed in 0..tables() * 2 {
        let mut table = table(seed);
        table.attributes.iter_mut().for_each(|attribute| attribute.strictest = false);
        let brute = Brute::of(&table);
        let within = partial(&table, seed);
        for attribute in 0..table.attributes.len() {
            for (rule, _) in table.candidates(attribute) {
                let found = winning(&table, attribute, rule, &within).unwrap();
                for (at, point) in brute.points.iter().enumerate().filter(|(_, point)| within.contains(point))
                {
                    let regions = found.iter().flat_map(|group| &group.regions);
                    let wins = brute.winners(attribute, at, None).contains(&rule);
                    let told = regions.into_iter().any(|region| region.contains(point));
                    assert_eq!(wins, told, "{} rule {rule} {point:?}", table.name);
                }
            }
        }
    }
}
