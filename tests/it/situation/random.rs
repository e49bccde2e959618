//! Small tables made from a seed: every kind of dimension, exceptions, floors, impossibilities.

use etalon::situation::{Attribute, Dimension, Region, Relation, Rule, Scale, Set, Space, Table};

pub(crate) struct Seeded(u64);

impl Seeded {
    pub(crate) fn new(seed: u64) -> Self {
        Seeded(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    pub(crate) fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below.max(1)
    }

    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.next(100) < percent
    }
}

/// A table of up to eight rules over two to four small dimensions.
pub(crate) fn table(seed: u64) -> Table {
    let mut dice = Seeded::new(seed);
    let space = Space { dimensions: (0..2 + dice.next(3)).map(|at| dimension(&mut dice, at)).collect() };
    let strict = dice.chance(35);
    let attributes: Vec<Attribute> = (0..1 + dice.next(2))
        .map(|at| {
            // Values in order; the last one stands apart from the order, as a figure on another clock does.
            let apart = dice.chance(30);
            Attribute::new(&format!("attribute-{at}"), strict, 4, move |one, other| {
                if one == other {
                    Relation::Same
                } else if apart && (one == 3 || other == 3) {
                    Relation::Unclear
                } else if one < other {
                    Relation::Better
                } else {
                    Relation::Worse
                }
            })
        })
        .collect();
    let count = 1 + dice.next(8);
    let rules: Vec<Rule> = (0..count)
        .map(|at| {
            let mut rule = Rule { region: region(&mut dice, &space, 45), ..Rule::default() };
            for attribute in 0..attributes.len() {
                if attribute == 0 || dice.chance(60) {
                    rule.gives.insert(attribute, dice.next(4) as usize);
                }
            }
            rule.floor = dice.chance(12);
            if dice.chance(20) && count > 1 {
                let other = dice.next(count) as usize;
                if other != at as usize {
                    rule.exception_to.push(other);
                }
            }
            rule
        })
        .collect();
    let never = (0..dice.next(3)).map(|_| region(&mut dice, &space, 70)).filter(|never| never.width() > 0);
    let never: Vec<Region> = never.collect();
    Table { name: format!("table-{seed}"), space, never, attributes, rules }
}

fn dimension(dice: &mut Seeded, at: u64) -> Dimension {
    let scale = match dice.next(3) {
        0 => {
            Scale::Number { decimals: 0, from: Some(dice.next(3) as i64), to: Some(4 + dice.next(4) as i64) }
        }
        _ => Scale::Words((0..2 + dice.next(3)).map(|value| format!("value-{value}")).collect()),
    };
    Dimension { name: format!("dimension-{at}"), scale, optional: dice.chance(20), rising: dice.chance(50) }
}

fn region(dice: &mut Seeded, space: &Space, limited: u64) -> Region {
    let mut region = Region::everywhere();
    for (at, dimension) in space.dimensions.iter().enumerate() {
        if !dice.chance(limited) {
            continue;
        }
        let positions: Vec<i64> =
            dimension.extent().ranges().iter().flat_map(|(from, to)| *from..*to).collect();
        let set = if dice.chance(50) {
            let from = dice.next(positions.len() as u64) as usize;
            let to = from + dice.next((positions.len() - from) as u64) as usize;
            positions[from..=to].iter().map(|at| (*at, at + 1)).collect()
        } else {
            positions.iter().filter(|_| dice.chance(50)).map(|at| (*at, at + 1)).collect()
        };
        region.limit(at, Set::of(set));
    }
    region
}

/// The table with one to three things changed: a value, a condition, a rule, an exception, an impossibility.
pub(super) fn mutated(table: &Table, dice: &mut Seeded) -> Table {
    let mut new = table.clone();
    for _ in 0..1 + dice.next(3) {
        let rules = new.rules.len();
        let at = dice.next(rules as u64) as usize;
        match dice.next(9) {
            0 if rules > 1 => {
                new.rules.remove(at);
                for rule in &mut new.rules {
                    rule.exception_to.retain(|other| *other != at);
                    rule.exception_to.iter_mut().filter(|other| **other > at).for_each(|other| *other -= 1);
                }
            }
            1 | 2 => {
                new.rules[at].gives.insert(0, dice.next(4) as usize);
            }
            3 | 4 => new.rules[at].region = region(dice, &table.space, 45),
            5 => {
                let rule = Rule {
                    region: region(dice, &table.space, 60),
                    gives: [(0, 1)].into_iter().collect(),
                    ..Rule::default()
                };
                new.rules.push(rule);
            }
            6 if rules > 1 => {
                let other = dice.next(rules as u64) as usize;
                if other != at {
                    new.rules[at].exception_to = vec![other];
                }
            }
            7 => new.never.push(region(dice, &table.space, 70)),
            8 => {
                let strictest = dice.chance(50);
                new.attributes.iter_mut().for_each(|attribute| attribute.strictest = strictest);
            }
            _ => {
                new.never.pop();
            }
        }
    }
    new.never.retain(|never| never.width() > 0);
    new
}
