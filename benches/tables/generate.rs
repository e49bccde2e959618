//! Rule tables of any size, made from a seed: the same seed gives the same table on every machine.

use etalon::situation::{Attribute, Dimension, Region, Rule, Scale, Set, Space, Table};

pub(crate) struct Seeded(u64);

impl Seeded {
    pub(crate) fn new(seed: u64) -> Self {
        Seeded(seed)
    }

    pub(crate) fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below.max(1)
    }
}

fn dimension(name: String, positions: i64, rising: bool) -> Dimension {
    let scale = if positions <= 12 || rising {
        Scale::Words((0..positions).map(|at| format!("v{at}")).collect())
    } else {
        Scale::Number { decimals: 0, from: Some(0), to: Some(positions - 1) }
    };
    Dimension { name, scale, optional: false, rising }
}

/// What is done to a tenth of the rules of a partition.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Damage {
    Widen,
    Shrink,
    Both,
}

/// A table whose rules divide the space as a tree does, with a tenth of them damaged: the shape of the credit tables
/// of Calvanese et al. (BPM 2016).
pub(crate) fn partition(columns: usize, rules: usize, damage: Damage, seed: u64) -> Table {
    let mut dice = Seeded::new(seed);
    let sizes: Vec<i64> = (0..columns).map(|at| if at % 3 == 2 { 12 } else { 10_000 }).collect();
    let space = Space {
        dimensions: sizes
            .iter()
            .enumerate()
            .map(|(at, size)| dimension(format!("c{at}"), *size, false))
            .collect(),
    };
    let mut leaves: Vec<Vec<(i64, i64)>> = vec![sizes.iter().map(|size| (0, *size)).collect()];
    while leaves.len() < rules {
        let leaf = dice.next(leaves.len() as u64) as usize;
        let column = dice.next(columns as u64) as usize;
        let (from, to) = leaves[leaf][column];
        if to - from < 2 {
            continue;
        }
        let cut = from + 1 + dice.next((to - from - 1) as u64) as i64;
        let mut other = leaves[leaf].clone();
        leaves[leaf][column] = (from, cut);
        other[column] = (cut, to);
        leaves.push(other);
    }
    for at in 0..rules / 10 {
        let leaf = dice.next(leaves.len() as u64) as usize;
        let column = dice.next(columns as u64) as usize;
        let size = sizes[column];
        let (from, to) = leaves[leaf][column];
        let step = (size / 20).max(1);
        let widen = damage == Damage::Widen || (damage == Damage::Both && at % 2 == 0);
        leaves[leaf][column] = if widen {
            (from, (to + step).min(size))
        } else {
            (from, (to - step).max(from + (to - from + 1) / 2))
        };
    }
    let rules = leaves
        .iter()
        .map(|leaf| {
            let mut region = Region::everywhere();
            for (column, (from, to)) in leaf.iter().enumerate() {
                if (*from, *to) != (0, sizes[column]) {
                    region.limit(column, Set::of(vec![(*from, *to)]));
                }
            }
            let mut rule = Rule { region, ..Rule::default() };
            rule.gives.insert(0, dice.next(7) as usize);
            rule
        })
        .collect();
    Table {
        name: "partition".to_owned(),
        space,
        never: Vec::new(),
        attributes: vec![Attribute::of_words("category", false, 7)],
        rules,
    }
}

/// Rules as service standards have them: two to five conditions over eight or twelve dimensions, lists, exclusions,
/// windows of the week, ranges, and thirty defaults; where rules meet, the one with the smaller rank counts.
pub(crate) fn service(dimensions: usize, rules: usize, ranks: usize, seed: u64) -> Table {
    let mut dice = Seeded::new(seed);
    let all: [(&str, i64); 12] = [
        ("channel", 8),
        ("tier", 5),
        ("severity", 4),
        ("topic", 200),
        ("week", 10_080),
        ("jurisdiction", 60),
        ("language", 24),
        ("order-value", 100_000),
        ("days", 3_650),
        ("category", 80),
        ("condition", 6),
        ("receipt", 2),
    ];
    let all = &all[..dimensions];
    let space = Space {
        dimensions: all
            .iter()
            .map(|(name, size)| dimension((*name).to_owned(), *size, *name == "tier"))
            .collect(),
    };
    let windows: Vec<(i64, i64)> =
        (0..10).map(|at| (at * 1_000, at * 1_000 + 480 + dice.next(600) as i64)).collect();
    let mut made = Vec::new();
    for at in 0..rules {
        let mut region = Region::everywhere();
        let conditions = if at + 30 >= rules { 1 } else { 2 + dice.next(4) as usize };
        for _ in 0..conditions {
            let which = dice.next(dimensions as u64) as usize;
            if region.get(which).is_some() {
                continue;
            }
            let size = all[which].1;
            let set = match all[which].0 {
                "week" => Set::of(vec![windows[dice.next(10) as usize]]),
                "order-value" | "days" => {
                    let from = dice.next(size as u64) as i64;
                    Set::of(vec![(from, (from + 1 + dice.next(size as u64 / 2) as i64).min(size))])
                }
                _ => {
                    let count = 1 + dice.next((size as u64 / 3).clamp(1, 6));
                    let listed = (0..count).map(|_| dice.next(size as u64) as i64);
                    let listed = Set::of(listed.map(|at| (at, at + 1)).collect());
                    let whole = Set::of(vec![(0, size)]);
                    if dice.next(8) == 0 { whole.subtract(&listed) } else { listed }
                }
            };
            if !set.is_empty() {
                region.limit(which, set);
            }
        }
        let mut rule = Rule { region, ..Rule::default() };
        rule.gives.insert(0, if ranks >= rules { at } else { dice.next(ranks as u64) as usize });
        made.push(rule);
    }
    Table {
        name: "service".to_owned(),
        space,
        never: Vec::new(),
        attributes: vec![Attribute::of_ranks("first_response", true, ranks)],
        rules: made,
    }
}
