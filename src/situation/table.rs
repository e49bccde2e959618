//! A table of rules over a space: what each rule gives where, and how values compare.
//! Must never know where a rule was written; callers keep that beside it, by index.

use std::sync::Arc;

use super::space::Space;
use super::{Few, Point, Region};

/// How one value stands to another, seen by the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// They say the same.
    Same,
    /// The first is better.
    Better,
    /// The first is worse.
    Worse,
    /// They differ, and neither is better: two words, two texts.
    Different,
    /// They differ, and which one is better depends on the calendar.
    Unclear,
}

impl Relation {
    /// The relation of the second value to the first.
    #[must_use]
    pub fn turned(self) -> Relation {
        match self {
            Relation::Better => Relation::Worse,
            Relation::Worse => Relation::Better,
            same => same,
        }
    }
}

/// Something that rules give: a promise by measure, a script by purpose, an outcome.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attribute {
    /// Its name in the standard.
    pub name: String,
    /// Whether the best of several values counts where rules meet that neither beats.
    pub strictest: bool,
    /// How many different values the rules give.
    pub values: usize,
    relations: Relations,
}

/// How values compare.
#[derive(Debug, Clone, PartialEq, Default)]
enum Relations {
    /// They are the same or differ, and no more.
    #[default]
    Words,
    /// Each is better than those behind it.
    Ranks,
    /// As is said of each pair, row by row; the length is the square of the number of values.
    Pairs(Arc<[Relation]>),
}

impl Attribute {
    /// An attribute whose values compare as `relation` says of their indices.
    pub fn new(
        name: &str,
        strictest: bool,
        values: usize,
        relation: impl Fn(usize, usize) -> Relation,
    ) -> Self {
        let pairs = (0..values).flat_map(|one| (0..values).map(move |other| (one, other)));
        let relations = pairs.map(|(one, other)| relation(one, other)).collect();
        Attribute { name: name.to_owned(), strictest, values, relations: Relations::Pairs(relations) }
    }

    /// An attribute each of whose values is better than those behind it.
    pub fn of_ranks(name: &str, strictest: bool, values: usize) -> Self {
        Attribute { name: name.to_owned(), strictest, values, relations: Relations::Ranks }
    }

    /// An attribute whose values are words without an order.
    pub fn of_words(name: &str, strictest: bool, values: usize) -> Self {
        Attribute { name: name.to_owned(), strictest, values, relations: Relations::Words }
    }

    /// Whether some of its values are better than others; where not, they are the same or differ, and no more.
    pub fn compares(&self) -> bool {
        !matches!(self.relations, Relations::Words)
    }

    /// How one value stands to another.
    pub fn relation(&self, one: usize, other: usize) -> Relation {
        match &self.relations {
            _ if one == other => Relation::Same,
            Relations::Words => Relation::Different,
            Relations::Ranks if one < other => Relation::Better,
            Relations::Ranks => Relation::Worse,
            Relations::Pairs(pairs) => {
                pairs.get(one * self.values + other).copied().unwrap_or(Relation::Different)
            }
        }
    }
}

impl Attribute {
    /// For each value how many are better, when every two of them have an order; none otherwise.
    pub(crate) fn ranks(&self) -> Option<Vec<usize>> {
        match &self.relations {
            Relations::Words => None,
            Relations::Ranks => Some((0..self.values).collect()),
            Relations::Pairs(_) => {
                let all = 0..self.values;
                let better = |one: usize| {
                    all.clone().filter(|other| self.relation(*other, one) == Relation::Better).count()
                };
                let ranks: Vec<usize> = all.clone().map(better).collect();
                let agrees = |(one, first): (usize, &usize)| {
                    ranks.iter().enumerate().all(|(other, second)| match self.relation(one, other) {
                        Relation::Better => first < second,
                        Relation::Worse => first > second,
                        Relation::Same => first == second,
                        Relation::Different | Relation::Unclear => false,
                    })
                };
                ranks.iter().enumerate().all(agrees).then_some(ranks)
            }
        }
    }
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rule {
    /// The situations that meet its conditions.
    pub region: Region,
    /// Situations among them in which it does not hold all the same.
    pub never_when: Vec<Region>,
    /// The rules that it beats because its author says so.
    pub exception_to: Vec<usize>,
    /// Whether it is a bound that winners are held against, and no candidate itself.
    pub floor: bool,
    /// What it gives: attribute to value, both by index.
    pub gives: Few<usize>,
}

/// A table of rules.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its name in the standard.
    pub name: String,
    /// The dimensions.
    pub space: Space,
    /// What cannot happen.
    pub never: Vec<Region>,
    /// What rules give.
    pub attributes: Vec<Attribute>,
    /// The rules.
    pub rules: Vec<Rule>,
}

impl Table {
    /// Whether a situation can happen.
    pub fn can_happen(&self, point: &Point) -> bool {
        self.space.holds(point) && !self.never.iter().any(|never| never.contains(point))
    }

    /// The rules that give an attribute as candidates, floors left out.
    pub fn candidates(&self, attribute: usize) -> impl Iterator<Item = (usize, usize)> {
        let giving = self.rules.iter().enumerate().filter(|(_, rule)| !rule.floor);
        giving.filter_map(move |(at, rule)| rule.gives.get(&attribute).map(|value| (at, *value)))
    }

    /// The floors that bind an attribute.
    pub fn floors(&self, attribute: usize) -> impl Iterator<Item = (usize, usize)> {
        let giving = self.rules.iter().enumerate().filter(|(_, rule)| rule.floor);
        giving.filter_map(move |(at, rule)| rule.gives.get(&attribute).map(|value| (at, *value)))
    }

    /// The rule at an index; an empty one beyond the end.
    pub(crate) fn rule(&self, at: usize) -> &Rule {
        static NOTHING: std::sync::LazyLock<Rule> = std::sync::LazyLock::new(Rule::default);
        self.rules.get(at).unwrap_or(&NOTHING)
    }
}
