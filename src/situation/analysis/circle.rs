//! Rules that beat one another in a circle. Must never call it a circle when a chain merely meets again.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Analysis;

impl Analysis<'_> {
    /// For every group of rules that beat one another round about, a shortest circle: each rule beats the next one, and
    /// the last beats the first.
    pub fn circles(&self) -> Vec<Vec<usize>> {
        let mut circles = Vec::new();
        let mut done: BTreeSet<usize> = BTreeSet::new();
        for start in 0..self.table.rules.len() {
            if done.contains(&start) {
                continue;
            }
            if let Some(circle) = self.circle_through(start) {
                done.extend(circle.iter().copied());
                circles.push(circle);
            }
        }
        circles
    }

    // A shortest way from a rule back to itself against the direction of beating, turned round.
    fn circle_through(&self, start: usize) -> Option<Vec<usize>> {
        let mut from: BTreeMap<usize, usize> = BTreeMap::new();
        let mut next = VecDeque::from([start]);
        while let Some(rule) = next.pop_front() {
            for beater in self.beating.of_rule(rule) {
                if *beater == start {
                    let mut circle = vec![rule];
                    while let Some(before) = circle.last().and_then(|rule| from.get(rule)) {
                        circle.push(*before);
                    }
                    circle.rotate_right(1);
                    return Some(circle);
                }
                if !from.contains_key(beater) {
                    from.insert(*beater, rule);
                    next.push_back(*beater);
                }
            }
        }
        None
    }
}
