//! Rules in reading order: every exception directly under the rule that it refines.
//! Must never decide which rule wins: what cannot be told from the words alone counts as no exception.

use std::collections::BTreeSet;

use crate::model::{Condition, Situated, When};
use crate::resolve::Range;
use crate::source::Spanned;
use crate::syntax::decode::Entry;
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
    let parents: Vec<Option<usize>> = (0..rules.len()).map(|at| parent(rules, at)).collect();
    let mut done = BTreeSet::new();
    let mut order = Vec::new();
    for (at, parent) in parents.iter().enumerate() {
        if parent.is_none() {
            visit(at, 0, rules, &parents, &mut done, &mut order);
        }
    }
    // Exceptions in a circle have no general rule; they are shown all the same.
    for at in 0..rules.len() {
        visit(at, 0, rules, &parents, &mut done, &mut order);
    }
    order
}

fn visit<'a, T>(
    at: usize,
    depth: usize,
    rules: &[&'a Entry<T>],
    parents: &[Option<usize>],
    done: &mut BTreeSet<usize>,
    order: &mut Vec<Placed<'a, T>>,
) {
    let Some(entry) = rules.get(at) else { return };
    if !done.insert(at) {
        return;
    }
    order.push(Placed { entry, depth });
    for (child, parent) in parents.iter().enumerate() {
        if *parent == Some(at) {
            visit(child, depth + 1, rules, parents, done, order);
        }
    }
}

// The narrowest rule that this one refines: one that it names, or one whose situations hold all of its own.
fn parent<T: Situated>(rules: &[&Entry<T>], at: usize) -> Option<usize> {
    let rule = rules.get(at)?;
    let refined = |other: &usize| {
        let Some(general) = rules.get(*other).filter(|_| *other != at) else { return false };
        let named = rule.exception_to().iter().any(|beaten| beaten.value == general.id);
        named || refines(rule.when(), general.when())
    };
    let candidates: Vec<usize> = (0..rules.len()).filter(refined).collect();
    let width = |index: &usize| {
        let holds = |other: &&usize| {
            let (wide, narrow) = (rules.get(*index), rules.get(**other));
            wide.zip(narrow).is_some_and(|(wide, narrow)| refines(narrow.when(), wide.when()))
        };
        candidates.iter().filter(holds).count()
    };
    candidates.iter().min_by_key(|index| (width(index), **index)).copied()
}

/// Whether the situations of one rule all lie inside those of another, and are fewer. A rule for every situation
/// has no exceptions in this sense: everything would be one.
pub(super) fn refines(special: Option<&When>, general: Option<&When>) -> bool {
    let (Some(special), Some(general)) = (special, general) else { return false };
    !general.is_empty() && inside(special, general) && !inside(general, special)
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
