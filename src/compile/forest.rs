//! Rules in reading order: every exception directly under the rule that it refines.
//! Must never decide which rule wins: what cannot be told from the words alone counts as no exception.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Condition, Situated, When};
use crate::resolve::Range;
use crate::source::Spanned;
use crate::syntax::decode::{Entry, Short};
use crate::time::Hours;

/// A rule and how deep it is an exception.
pub(super) struct Placed<'a, T> {
    /// The rule.
    pub(super) entry: &'a Entry<T>,
    /// 0 for a general rule.
    pub(super) depth: usize,
}

/// The rules, general ones in the order written, each followed by its exceptions.
pub(super) fn placed<'a, T: Situated>(rules: &[&'a Entry<T>]) -> Vec<Placed<'a, T>> {
    let near = Near::of(rules);
    let parents: Vec<Option<usize>> = (0..rules.len()).map(|at| parent(rules, &near, at)).collect();
    let mut children = vec![Vec::new(); rules.len()];
    for (at, parent) in parents.iter().enumerate() {
        if let Some(children) = parent.and_then(|parent| children.get_mut(parent)) {
            children.push(at);
        }
    }
    let mut done = BTreeSet::new();
    let mut order = Vec::new();
    for (at, parent) in parents.iter().enumerate() {
        if parent.is_none() {
            visit(at, 0, rules, &children, &mut done, &mut order);
        }
    }
    // Exceptions in a circle have no general rule; they are shown all the same.
    for at in 0..rules.len() {
        visit(at, 0, rules, &children, &mut done, &mut order);
    }
    order
}

fn visit<'a, T>(
    at: usize,
    depth: usize,
    rules: &[&'a Entry<T>],
    children: &[Vec<usize>],
    done: &mut BTreeSet<usize>,
    order: &mut Vec<Placed<'a, T>>,
) {
    let Some(entry) = rules.get(at) else { return };
    if !done.insert(at) {
        return;
    }
    order.push(Placed { entry, depth });
    for child in children.get(at).into_iter().flatten() {
        visit(*child, depth + 1, rules, children, done, order);
    }
}

/// Rules by a value that every rule inside them names too: of a large standard only a few are near any one rule.
struct Near<'a> {
    by_value: BTreeMap<(&'a str, &'a str), Vec<usize>>,
    by_id: BTreeMap<&'a str, Vec<usize>>,
    /// Rules that name no such value.
    others: Vec<usize>,
}

impl<'a> Near<'a> {
    fn of<T: Situated>(rules: &[&'a Entry<T>]) -> Self {
        let mut named: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for condition in rules.iter().filter_map(|rule| rule.when()).flat_map(|when| when.iter()) {
            for value in condition.value.is.iter() {
                *named.entry((&condition.id, &value.value)).or_default() += 1;
            }
        }
        let mut near = Near { by_value: BTreeMap::new(), by_id: BTreeMap::new(), others: Vec::new() };
        for (at, rule) in rules.iter().enumerate() {
            near.by_id.entry(&rule.id).or_default().push(at);
            // Times and ranges of numbers lie inside one another without being the same words.
            let plain = |condition: &&Entry<Short<Condition>>| {
                condition.id != "time"
                    && !condition.value.is.is_empty()
                    && condition.value.is.iter().all(|value| Range::parse(&value.value).is_none())
            };
            let how_many = |condition: &&Entry<Short<Condition>>| -> usize {
                let values = condition.value.is.iter();
                values.filter_map(|value| named.get(&(condition.id.as_str(), value.value.as_str()))).sum()
            };
            let conditions = rule.when().into_iter().flat_map(|when| when.iter());
            match conditions.filter(plain).min_by_key(how_many) {
                Some(condition) => {
                    for value in condition.value.is.iter() {
                        near.by_value.entry((&condition.id, &value.value)).or_default().push(at);
                    }
                }
                None => near.others.push(at),
            }
        }
        near
    }

    // The rules that may hold all situations of a rule, and those that it names, in the order written.
    fn to<T: Situated>(&self, rule: &Entry<T>) -> BTreeSet<usize> {
        let conditions = rule.when().into_iter().flat_map(|when| when.iter());
        let first = conditions.filter_map(|condition| {
            let value = condition.value.is.iter().next()?;
            self.by_value.get(&(condition.id.as_str(), value.value.as_str()))
        });
        let named = rule.exception_to().iter().filter_map(|beaten| self.by_id.get(beaten.value.as_str()));
        first.chain(named).flatten().chain(&self.others).copied().collect()
    }
}

// The narrowest rule that this one refines: one that it names, or one whose situations hold all of its own.
fn parent<T: Situated>(rules: &[&Entry<T>], near: &Near<'_>, at: usize) -> Option<usize> {
    let rule = rules.get(at)?;
    let refined = |other: &usize| {
        let Some(general) = rules.get(*other).filter(|_| *other != at) else { return false };
        let named = rule.exception_to().iter().any(|beaten| beaten.value == general.id);
        named || refines(rule.when(), general.when())
    };
    let candidates: Vec<usize> = near.to(rule).into_iter().filter(refined).collect();
    let refined_by = |wide: &usize, narrow: &usize| {
        let pair = rules.get(*wide).zip(rules.get(*narrow));
        pair.is_some_and(|(wide, narrow)| refines(narrow.when(), wide.when()))
    };
    let narrowest = candidates.iter().find(|wide| !candidates.iter().any(|narrow| refined_by(wide, narrow)));
    narrowest.or(candidates.first()).copied()
}

/// Whether the situations of one rule all lie inside those of another, and are fewer. A rule for every situation
/// has no exceptions in this sense: everything would be one.
pub(super) fn refines(special: Option<&When>, general: Option<&When>) -> bool {
    let (Some(special), Some(general)) = (special, general) else { return false };
    !general.is_empty() && inside(special, general) && !inside(general, special)
}

/// Whether two rules may hold in the same situation. What cannot be told from the words alone counts as a meeting.
pub(super) fn meet(one: Option<&When>, other: Option<&When>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    let apart = |condition: &Entry<Short<Condition>>| {
        let there = other.find(&condition.id).filter(|_| condition.id != "time");
        there.is_some_and(|there| !share(&condition.value, &there.value))
    };
    !one.iter().any(apart)
}

// Whether two conditions admit a value in common.
fn share(one: &Condition, other: &Condition) -> bool {
    let same = |one: &str, other: &str| one == other || (!is_name(one) && !is_name(other));
    let admitted = |value: &str, by: &Condition| {
        (by.is.is_empty() || by.is.iter().any(|word| same(word, value))) && !contains(&by.not, value)
    };
    match (one.is.is_empty(), other.is.is_empty()) {
        (true, true) => true,
        (true, false) => other.is.iter().any(|value| admitted(value, one)),
        (false, _) => one.is.iter().any(|value| admitted(value, other)),
    }
}

/// Whether a condition asks for values that are the same only when their words are.
pub(super) fn said_plainly(condition: &Entry<Short<Condition>>) -> bool {
    let is = &condition.value.is;
    condition.id != "time" && !is.is_empty() && is.iter().all(|value| is_name(value))
}

// Yes and no have several words, and numbers lie within ranges.
fn is_name(word: &str) -> bool {
    !matches!(word, "yes" | "no" | "true" | "false") && Range::parse(word).is_none()
}

fn inside(special: &When, general: &When) -> bool {
    general.iter().all(|wide| {
        special.find(&wide.id).is_some_and(|narrow| narrower(&wide.id, &narrow.value, &wide.value))
    })
}

fn narrower(dimension: &str, special: &Condition, general: &Condition) -> bool {
    let not_excluded = general.not.iter().all(|excluded| {
        let never = !special.is.is_empty() && !contains(&special.is, excluded);
        never || contains(&special.not, excluded)
    });
    let included = general.is.is_empty()
        || (!special.is.is_empty()
            && special.is.iter().all(|value| {
                contains(&general.is, value)
                    || general.is.iter().any(|wide| value_inside(dimension, value, wide))
            }));
    not_excluded && included
}

fn contains(list: &[Spanned<String>], value: &str) -> bool {
    list.iter().any(|word| word.value == value)
}

fn value_inside(dimension: &str, special: &str, general: &str) -> bool {
    if dimension == "time" {
        let week = |text: &str| Hours::parse_window(text).ok().filter(|hours| hours.on_holiday().is_none());
        return week(special).zip(week(general)).is_some_and(|(special, general)| {
            let special = special.week();
            !special.is_empty() && general.week().covers(&special)
        });
    }
    let Some((special, general)) = Range::parse(special).zip(Range::parse(general)) else { return false };
    let above = match (special.from, general.from) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(mine), Some(least)) => {
            mine > least || (mine == least && (general.from_included || !special.from_included))
        }
    };
    let below = match (special.to, general.to) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(mine), Some(most)) => {
            mine < most || (mine == most && (general.to_included || !special.to_included))
        }
    };
    above && below
}
