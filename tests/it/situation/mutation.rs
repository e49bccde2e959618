//! Sound tables with one rule deleted, moved, widened or narrowed: what is missing and what meets then is found, always.

use std::path::Path;

use etalon::resolve::{Entrance, read};
use etalon::situation::standard::tables;
use etalon::situation::{
    Analysis, Attribute, Budget, Dimension, Point, Region, Rule, Scale, Set, Space, Table, plain,
};
use etalon::source::DiskWorld;
use jiff::civil::date;

use super::random::Seeded;

/// A table whose rules divide the space without a rest, each with a value of its own and at least four positions wide.
fn partition(seed: u64) -> Table {
    let mut dice = Seeded::new(seed);
    let size = |at: u64| if at.is_multiple_of(2) { 1_000 } else { 16 };
    let columns = 2 + dice.next(3);
    let sizes: Vec<i64> = (0..columns).map(size).collect();
    let dimension = |(at, size): (usize, &i64)| Dimension {
        name: format!("column-{at}"),
        scale: Scale::Number { decimals: 0, from: Some(0), to: Some(size - 1) },
        optional: false,
        rising: false,
    };
    let space = Space { dimensions: sizes.iter().enumerate().map(dimension).collect() };
    let mut leaves: Vec<Vec<(i64, i64)>> = vec![sizes.iter().map(|size| (0, *size)).collect()];
    let wanted = 4 + dice.next(16) as usize;
    for _ in 0..200 {
        let leaf = dice.next(leaves.len() as u64) as usize;
        let column = dice.next(columns) as usize;
        let (from, to) = leaves[leaf][column];
        if leaves.len() < wanted && to - from >= 8 {
            let cut = from + 4 + dice.next((to - from - 7) as u64) as i64;
            let mut other = leaves[leaf].clone();
            leaves[leaf][column] = (from, cut);
            other[column] = (cut, to);
            leaves.push(other);
        }
    }
    let rule = |(at, leaf): (usize, &Vec<(i64, i64)>)| {
        let mut region = Region::everywhere();
        for (column, range) in
            leaf.iter().enumerate().filter(|(column, range)| **range != (0, sizes[*column]))
        {
            region.limit(column, Set::of(vec![*range]));
        }
        Rule { region, gives: [(0, at)].into_iter().collect(), ..Rule::default() }
    };
    Table {
        name: format!("partition-{seed}"),
        rules: leaves.iter().enumerate().map(rule).collect(),
        attributes: vec![Attribute::of_words("value", false, leaves.len())],
        space,
        never: Vec::new(),
    }
}

/// What is found of one attribute: whether something is missing, whether rules contradict each other. Every witness is
/// read again.
fn found(table: &Table, attribute: usize) -> (bool, bool) {
    let mut analysis = Analysis::of(table, Budget::default());
    let (gaps, conflicts) = (analysis.gaps(attribute), analysis.conflicts(attribute));
    assert_eq!((gaps.unknown, conflicts.unknown), (0, 0), "{}", table.name);
    for gap in &gaps.items {
        assert!(plain::winners(table, attribute, &gap.witness).unwrap().is_empty(), "{}", table.name);
    }
    for conflict in &conflicts.items {
        assert!(contradicts(table, attribute, &conflict.witness), "{}", table.name);
    }
    (!gaps.items.is_empty(), !conflicts.items.is_empty())
}

fn contradicts(table: &Table, attribute: usize, point: &Point) -> bool {
    let winners = plain::winners(table, attribute, point).unwrap();
    let value = |rule: &usize| table.rules[*rule].gives.get(&attribute).copied();
    winners.iter().any(|rule| value(rule) != value(&winners[0]))
}

fn deleted(table: &Table, rule: usize) -> Table {
    let mut new = table.clone();
    new.rules.remove(rule);
    for left in &mut new.rules {
        left.exception_to.retain(|other| *other != rule);
        left.exception_to.iter_mut().filter(|other| **other > rule).for_each(|other| *other -= 1);
    }
    new
}

/// The table with other values in one condition of a rule.
fn limited(table: &Table, rule: usize, dimension: usize, set: Set) -> Table {
    let mut region = Region::everywhere();
    for (at, own) in table.rules[rule].region.limits().filter(|(at, _)| *at != dimension) {
        region.limit(at, own.clone());
    }
    region.limit(dimension, set);
    let mut new = table.clone();
    new.rules[rule].region = region;
    new
}

#[test]
fn one_changed_rule_of_a_partition_is_always_found() {
    let mut seen = 0;
    for seed in 0..40 {
        let table = partition(seed);
        assert_eq!(found(&table, 0), (false, false), "{}", table.name);
        for rule in 0..table.rules.len() {
            let name = format!("{} rule {rule}", table.name);
            assert_eq!(found(&deleted(&table, rule), 0), (true, false), "{name} deleted");
            let limits: Vec<(usize, Set)> =
                table.rules[rule].region.limits().map(|(at, set)| (at, set.clone())).collect();
            for (dimension, set) in limits {
                let (from, to) = set.ranges()[0];
                let one = |from: i64, to: i64| Set::of(vec![(from, to)]);
                let (_, end) = table.space.dimensions[dimension].extent().ranges()[0];
                let towards = if to < end { 1 } else { -1 };
                let moved = limited(&table, rule, dimension, one(from + towards, to + towards));
                assert_eq!(found(&moved, 0), (true, true), "{name} moved");
                let wider = if to < end { one(from, to + 1) } else { one(from - 1, to) };
                assert_eq!(
                    found(&limited(&table, rule, dimension, wider), 0),
                    (false, true),
                    "{name} widened"
                );
                let narrower = limited(&table, rule, dimension, one(from, to - 1));
                assert_eq!(found(&narrower, 0), (true, false), "{name} narrowed");
                seen += 3;
            }
            seen += 1;
        }
    }
    assert!(seen > 1_500, "only {seen} changes were tried");
}

/// Situations at the corners of what the rules ask for.
fn corners(table: &Table, dice: &mut Seeded) -> Vec<Point> {
    let mut edges: Vec<Vec<i64>> = Vec::new();
    for (at, dimension) in table.space.dimensions.iter().enumerate() {
        let sets = table.rules.iter().filter_map(|rule| rule.region.get(at).cloned());
        let sets = sets.chain([dimension.extent()]);
        let mut all: Vec<i64> =
            sets.flat_map(|set| set.ranges().to_vec()).flat_map(|(from, to)| [from, to - 1]).collect();
        all.sort_unstable();
        all.dedup();
        edges.push(all);
    }
    let point = |dice: &mut Seeded| -> Point {
        edges.iter().map(|all| all[dice.next(all.len() as u64) as usize]).collect()
    };
    let points = (0..400).map(|_| point(dice)).filter(|point| table.can_happen(point));
    points.collect()
}

/// The table without the rule, or with one condition of it left out, turned round or taken from another rule.
fn changed(table: &Table, rule: usize, dice: &mut Seeded) -> Table {
    let limits: Vec<(usize, Set)> =
        table.rules[rule].region.limits().map(|(at, set)| (at, set.clone())).collect();
    let kind = dice.next(4);
    if limits.is_empty() || kind == 0 {
        return deleted(table, rule);
    }
    let (at, set) = &limits[dice.next(limits.len() as u64) as usize];
    let extent = table.space.dimensions[*at].extent();
    let others = table.rules.iter().filter_map(|other| other.region.get(*at)).filter(|other| *other != set);
    let others: Vec<&Set> = others.collect();
    let set = match kind {
        1 => extent,
        2 => extent.subtract(set),
        _ if others.is_empty() => extent,
        _ => others[dice.next(others.len() as u64) as usize].clone(),
    };
    limited(table, rule, *at, set)
}

#[test]
fn one_changed_rule_of_an_example_is_found_wherever_it_shows() {
    let (mut gaps, mut conflicts) = (0, 0);
    for name in ["appliance-shop", "equipment-service", "pharmacy", "software-support", "web-shop"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
        let day = date(2026, 12, 1);
        let reading = read(&DiskWorld::new(folder, day), &Entrance::Folder(String::new())).unwrap();
        for standard in tables(&reading.project, day) {
            let table = &standard.table;
            let mut dice = Seeded::new(table.rules.len() as u64);
            let single: Vec<usize> =
                (0..table.attributes.len()).filter(|at| !standard.several[*at]).collect();
            for _ in 0..24.min(table.rules.len() * single.len()) {
                let attribute = single[dice.next(single.len() as u64) as usize];
                let candidates: Vec<usize> = table.candidates(attribute).map(|(rule, _)| rule).collect();
                let Some(rule) = candidates.get(dice.next(candidates.len() as u64) as usize) else {
                    continue;
                };
                let new = changed(table, *rule, &mut dice);
                let points = corners(&new, &mut dice);
                let missing = |point: &&Point| {
                    let now = plain::winners(&new, attribute, point).unwrap();
                    now.is_empty() && !plain::winners(table, attribute, point).unwrap().is_empty()
                };
                let gap = points.iter().find(missing);
                let conflict = points.iter().find(|point| contradicts(&new, attribute, point));
                let (told_gap, told_conflict) = found(&new, attribute);
                let name = format!("{name} {} {}", table.name, standard.rules[*rule].id);
                assert!(gap.is_none() || told_gap, "{name}: {gap:?} is missing");
                assert!(conflict.is_none() || told_conflict, "{name}: {conflict:?}");
                gaps += usize::from(gap.is_some());
                conflicts += usize::from(conflict.is_some());
            }
        }
    }
    assert!(gaps > 20 && conflicts > 5, "only {gaps} gaps and {conflicts} conflicts were made");
}
