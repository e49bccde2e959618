//! The meaning of tables by listing every situation; knows nothing of regions, atoms or solvers.

use std::collections::BTreeSet;

use etalon::situation::{Point, Relation, Table};

pub(super) struct Brute<'t> {
    pub(super) table: &'t Table,
    /// Every situation that can happen.
    pub(super) points: Vec<Point>,
    /// For each rule, the situations in which it holds, by index.
    pub(super) holds: Vec<BTreeSet<usize>>,
    beats: Vec<Vec<bool>>,
}

impl<'t> Brute<'t> {
    pub(super) fn of(table: &'t Table) -> Self {
        let mut points: Vec<Point> = vec![Vec::new()];
        for dimension in &table.space.dimensions {
            let extent = dimension.extent();
            let positions: Vec<i64> = extent.ranges().iter().flat_map(|(from, to)| *from..*to).collect();
            points = points
                .iter()
                .flat_map(|point| {
                    positions.iter().map(move |at| point.iter().copied().chain([*at]).collect::<Point>())
                })
                .collect();
        }
        points.retain(|point| !table.never.iter().any(|never| never.contains(point)));
        let holds: Vec<BTreeSet<usize>> = table
            .rules
            .iter()
            .map(|rule| (0..points.len()).filter(|at| rule.region.contains(&points[*at])).collect())
            .collect();
        let rules = table.rules.len();
        let beats = (0..rules)
            .map(|one| {
                (0..rules)
                    .map(|other| {
                        let inside = holds[one].is_subset(&holds[other]) && holds[one] != holds[other];
                        one != other && (table.rules[one].exception_to.contains(&other) || inside)
                    })
                    .collect()
            })
            .collect();
        Brute { table, points, holds, beats }
    }

    pub(super) fn beats(&self, one: usize, other: usize) -> bool {
        self.beats[one][other]
    }

    /// The rules that give an attribute, floors left out.
    pub(super) fn candidates(&self, attribute: usize) -> impl Iterator<Item = usize> + '_ {
        let rules = self.table.rules.iter().enumerate().filter(|(_, rule)| !rule.floor);
        rules.filter(move |(_, rule)| rule.gives.contains_key(&attribute)).map(|(at, _)| at)
    }

    /// The winners at a situation, perhaps as if one rule were not there.
    pub(super) fn winners(&self, attribute: usize, point: usize, without: Option<usize>) -> Vec<usize> {
        let rules = &self.table.rules;
        let holding: Vec<usize> = (0..rules.len())
            .filter(|at| Some(*at) != without && !rules[*at].floor)
            .filter(|at| rules[*at].gives.contains_key(&attribute) && self.holds[*at].contains(&point))
            .collect();
        let unbeaten: Vec<usize> = holding
            .iter()
            .copied()
            .filter(|rule| !holding.iter().any(|other| self.beats[*other][*rule]))
            .collect();
        if !self.table.attributes[attribute].strictest {
            return unbeaten;
        }
        let better = |one: usize, other: usize| self.relation(attribute, one, other) == Relation::Better;
        unbeaten.iter().copied().filter(|rule| !unbeaten.iter().any(|other| better(*other, *rule))).collect()
    }

    pub(super) fn relation(&self, attribute: usize, one: usize, other: usize) -> Relation {
        let value = |rule: usize| self.table.rules[rule].gives.get(&attribute).copied().unwrap();
        self.table.attributes[attribute].relation(value(one), value(other))
    }

    pub(super) fn values(&self, attribute: usize, point: usize, without: Option<usize>) -> BTreeSet<usize> {
        let winners = self.winners(attribute, point, without);
        winners
            .into_iter()
            .map(|rule| self.table.rules[rule].gives.get(&attribute).copied().unwrap())
            .collect()
    }

    /// What overrules a rule at a situation.
    pub(super) fn overruled(&self, attribute: usize, rule: usize, point: usize) -> BTreeSet<usize> {
        let gives = |other: usize| {
            let other = &self.table.rules[other];
            !other.floor && other.gives.contains_key(&attribute)
        };
        let there = |other: &usize| gives(*other) && self.holds[*other].contains(&point);
        let all: Vec<usize> = (0..self.table.rules.len()).filter(there).collect();
        let unbeaten = |other: usize| !all.iter().any(|third| self.beats[*third][other]);
        all.iter()
            .copied()
            .filter(|other| {
                let outbids = self.table.attributes[attribute].strictest
                    && unbeaten(*other)
                    && self.relation(attribute, *other, rule) == Relation::Better;
                self.beats[*other][rule] || outbids
            })
            .collect()
    }

    pub(super) fn index(&self, point: &Point) -> Option<usize> {
        self.points.iter().position(|other| other == point)
    }
}
