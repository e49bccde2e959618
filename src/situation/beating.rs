//! Which rule beats which. Must never look at what rules give: that is settled attribute by attribute.

use super::Table;
use super::atoms::{Cells, Run, Runs, runs_meet};

/// Who beats whom.
#[derive(Debug, Default)]
pub(super) struct Beating {
    /// For each rule, the rules that beat it, sorted.
    pub(super) beaten_by: Vec<Vec<usize>>,
    /// Whether some question of containment stayed open.
    pub(super) unknown: bool,
}

impl Beating {
    /// Settles it for every pair. `inside` answers whether every possible situation of one rule is one of another,
    /// and is asked only where impossibilities could matter.
    pub(super) fn of(
        table: &Table,
        cells: &[Cells],
        left_out: &[Vec<Cells>],
        never: &[Cells],
        possible: &[bool],
        mut inside: impl FnMut(usize, usize) -> Option<bool>,
    ) -> Beating {
        let mut beating = Beating { beaten_by: vec![Vec::new(); table.rules.len()], unknown: false };
        let alive = |at: &usize| possible.get(*at).copied().unwrap_or_default();
        let candidates: Vec<usize> =
            (0..table.rules.len()).filter(alive).filter(|at| !table.rule(*at).floor).collect();
        let free = never.is_empty() && left_out.iter().all(Vec::is_empty);
        for pairs in pairs_by_container(&candidates, cells, free) {
            let (outer, inner) = pairs;
            let mut lies = |one: usize, other: usize| {
                let (Some(small), Some(large)) = (cells.get(one), cells.get(other)) else { return false };
                let missing = |rule: usize| left_out.get(rule).map(Vec::as_slice).unwrap_or_default();
                if missing(other).is_empty() {
                    if large.covers(small) {
                        return true;
                    }
                    let never: Vec<&Cells> = never.iter().chain(missing(one)).collect();
                    if never.is_empty() || !could_be_inside(small, large, &never) {
                        return false;
                    }
                }
                inside(one, other).unwrap_or_else(|| {
                    beating.unknown = true;
                    false
                })
            };
            if lies(inner, outer)
                && !lies(outer, inner)
                && let Some(list) = beating.beaten_by.get_mut(outer)
            {
                list.push(inner);
            }
        }
        for (at, rule) in table.rules.iter().enumerate() {
            for beaten in &rule.exception_to {
                if let Some(list) = beating.beaten_by.get_mut(*beaten)
                    && *beaten != at
                {
                    list.push(at);
                }
            }
        }
        for list in &mut beating.beaten_by {
            list.sort_unstable();
            list.dedup();
        }
        beating
    }

    /// The rules that beat a rule.
    pub(super) fn of_rule(&self, rule: usize) -> &[usize] {
        self.beaten_by.get(rule).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether one of two rules beats the other.
    pub(super) fn between(&self, one: usize, other: usize) -> bool {
        self.of_rule(one).binary_search(&other).is_ok() || self.of_rule(other).binary_search(&one).is_ok()
    }
}

// Pairs (outer, inner) that are worth a look. Without impossibilities a rule lies inside another only when it is
// limited wherever that one is: so only rules count that limit the rarest of its dimensions, within its ends, and all
// the others too.
fn pairs_by_container<'a>(
    candidates: &'a [usize],
    cells: &'a [Cells],
    free: bool,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let dimensions =
        cells.iter().flat_map(|cells| cells.limits.iter().map(|(at, _)| *at + 1)).max().unwrap_or(0);
    let everywhere: Vec<Limited> =
        candidates.iter().map(|rule| Limited { rule: *rule, mask: 0, ends: (0, 0) }).collect();
    let mut limited: Vec<Vec<Limited>> = vec![Vec::new(); dimensions];
    for at in candidates {
        let limits = cells.get(*at).map(|cells| cells.limits.as_slice()).unwrap_or_default();
        for (dimension, runs) in limits {
            if let Some(list) = limited.get_mut(*dimension) {
                list.push(Limited { rule: *at, mask: mask(limits), ends: ends(runs) });
            }
        }
    }
    candidates.iter().flat_map(move |outer| {
        let limits = cells.get(*outer).filter(|_| free).map(|cells| cells.limits.as_slice());
        let limits = limits.unwrap_or_default();
        let lists = limits.iter().filter_map(|(at, runs)| Some((limited.get(*at)?, ends(runs))));
        let rarest = lists.min_by_key(|(list, _)| list.len());
        let (list, (from, to)) = rarest.unwrap_or((&everywhere, (0, 0)));
        let wanted = mask(limits);
        let worth = |inner: &&Limited| {
            let (first, end) = inner.ends;
            from <= first && end <= to && inner.mask & wanted == wanted && inner.rule != *outer
        };
        list.iter().filter(worth).map(|inner| (*outer, inner.rule)).collect::<Vec<_>>()
    })
}

/// A rule in the list of a dimension that it limits.
#[derive(Clone)]
struct Limited {
    rule: usize,
    mask: u64,
    ends: Run,
}

// From the first atom to behind the last one.
fn ends(runs: &[Run]) -> Run {
    (runs.first().map_or(0, |(from, _)| *from), runs.last().map_or(0, |(_, to)| *to))
}

// One bit for every dimension that is limited; those beyond the 64th share one.
fn mask(limits: &[(usize, Runs)]) -> u64 {
    limits.iter().fold(0, |mask, (dimension, _)| mask | 1 << (dimension % 64))
}

// Whether impossibilities could take away everything of `small` that lies outside `large`: for each dimension in
// which it sticks out, the part that does must at least meet one of them.
fn could_be_inside(small: &Cells, large: &Cells, never: &[&Cells]) -> bool {
    large.limits.iter().all(|(dimension, runs)| {
        let own = small.get(*dimension);
        let outside = match own {
            Some(own) => crate::time::intervals::difference(own, runs),
            None => crate::time::intervals::difference(&[(0, usize::MAX)], runs),
        };
        outside.is_empty()
            || never.iter().any(|never| {
                never.meets_but(small, Some(*dimension))
                    && never.get(*dimension).is_none_or(|theirs| runs_meet(theirs, &outside))
            })
    })
}
