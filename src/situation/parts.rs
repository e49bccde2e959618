//! Cuts a table into parts whose rules can never meet, so that large standards are judged shop by shop. Must never
//! part rules that hold in a common situation or name one another.

use std::collections::BTreeMap;

use super::{Region, Rule, Scale, Table};

/// A part of a table: its rules under new numbers, and their numbers in the table.
pub(super) struct Part {
    pub(super) table: Table,
    pub(super) rules: Vec<usize>,
}

/// The parts of a table; none when it is of one piece.
pub(super) fn parts(table: &Table) -> Vec<Part> {
    // Along a rising dimension rules for different values are compared with one another.
    let steady = table.space.dimensions.iter().enumerate().filter(|(_, dimension)| !dimension.rising);
    let dividing = steady.filter_map(|(dimension, _)| groups(table, dimension));
    let Some(groups) = dividing.max_by_key(BTreeMap::len).filter(|groups| groups.len() > 1) else {
        return Vec::new();
    };
    groups.into_values().map(|rules| part(table, rules)).collect()
}

// The rules by the values of one dimension that they are tied to; none when some rule is tied to no value.
fn groups(table: &Table, dimension: usize) -> Option<BTreeMap<usize, Vec<usize>>> {
    let Scale::Words(words) = &table.space.dimensions.get(dimension)?.scale else { return None };
    let mut tied = Tied::new(table.rules.len() + words.len() + 1);
    let value = |position: i64| usize::try_from(position).ok().map(|position| table.rules.len() + position);
    for (at, rule) in table.rules.iter().enumerate() {
        let set = rule.region.get(dimension)?;
        for position in set.ranges().iter().flat_map(|(from, to)| *from..*to) {
            tied.join(at, value(position)?);
        }
        for beaten in &rule.exception_to {
            tied.join(at, *beaten);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..table.rules.len() {
        groups.entry(tied.of(at)).or_default().push(at);
    }
    Some(groups)
}

fn part(table: &Table, rules: Vec<usize>) -> Part {
    let number: BTreeMap<usize, usize> = rules.iter().enumerate().map(|(at, rule)| (*rule, at)).collect();
    let renumbered = rules.iter().map(|rule| {
        let rule = table.rule(*rule);
        let exception_to =
            rule.exception_to.iter().filter_map(|beaten| number.get(beaten).copied()).collect();
        Rule { exception_to, ..rule.clone() }
    });
    let own: Vec<Rule> = renumbered.collect();
    let meets = |never: &&Region| own.iter().any(|rule| never.meets(&rule.region));
    let part = Table {
        name: table.name.clone(),
        space: table.space.clone(),
        never: table.never.iter().filter(meets).cloned().collect(),
        attributes: table.attributes.clone(),
        rules: own,
    };
    Part { table: part, rules }
}

/// Numbers tied to one another, by way of a common smallest one.
struct Tied(Vec<usize>);

impl Tied {
    fn new(count: usize) -> Tied {
        Tied((0..count).collect())
    }

    fn of(&mut self, at: usize) -> usize {
        let mut root = at;
        while let Some(up) = self.0.get(root).copied().filter(|up| *up != root) {
            root = up;
        }
        let mut next = at;
        while let Some(up) = self.0.get_mut(next).filter(|up| **up != root) {
            next = std::mem::replace(up, root);
        }
        root
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        if let Some(up) = self.0.get_mut(one.max(other)) {
            *up = one.min(other);
        }
    }
}
