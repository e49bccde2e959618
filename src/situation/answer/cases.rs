//! The open part of the situations, taken apart into cases by the rules that win. Must never leave out a situation that
//! can happen, nor put one into two cases.

use std::collections::{BTreeMap, BTreeSet};

use super::merge::{is_possible, merged};
use super::ranking::{Ranking, Unsettled};
use crate::situation::{Region, Relation, Rule, Set, Table};

/// Situations in which the same rules win an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where, within what was asked: each region names only the dimensions that matter. They may overlap, and may hold
    /// situations that cannot happen.
    pub regions: Vec<Region>,
    /// The rules that win, in their order.
    pub winners: Vec<usize>,
    /// The rules that give the attribute and hold somewhere in these situations, winners included.
    pub held: Vec<usize>,
}

/// Why the cases are not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooHard {
    /// There are too many of them.
    Cases,
    /// Which rule beats which is too hard to settle.
    Containment,
}

/// The most pieces that the open situations are cut into.
const MOST_PIECES: usize = 4_000;

/// The cases of an attribute within a region: one for each set of rules that win together. Situations that cannot
/// happen are in none.
pub fn parts(table: &Table, attribute: usize, within: &Region) -> Result<Vec<Part>, TooHard> {
    Question::new(table, &Ranking::of(table), attribute, within).parts()
}

/// The cases in which one rule of several that hold side by side wins.
pub fn parts_won_by(
    table: &Table,
    attribute: usize,
    within: &Region,
    rule: usize,
) -> Result<Vec<Part>, TooHard> {
    let mut parts = Question::new(table, &Ranking::of(table), attribute, within).about(rule).parts()?;
    parts.retain(|part| part.winners == [rule]);
    Ok(parts)
}

impl From<Unsettled> for TooHard {
    fn from(_: Unsettled) -> Self {
        TooHard::Containment
    }
}

/// The pieces of each case and the rules that hold in them, by the winners and whether nothing holds.
type Groups = BTreeMap<(Vec<usize>, bool), (Vec<Region>, BTreeSet<usize>)>;

/// How a rule stands to a region.
enum Standing {
    Nowhere,
    Everywhere,
    Partly,
}

pub(super) struct Question<'q, 't> {
    table: &'t Table,
    ranking: &'q Ranking<'t>,
    attribute: usize,
    whole: Region,
    /// The only rule that is of interest, where rules hold side by side.
    only: Option<usize>,
}

impl<'q, 't> Question<'q, 't> {
    pub(super) fn new(table: &'t Table, ranking: &'q Ranking<'t>, attribute: usize, within: &Region) -> Self {
        let whole = table.space.whole().intersect(within);
        Question { table, ranking, attribute, whole, only: None }
    }

    /// The same question about one rule: where does it win?
    pub(super) fn about(self, rule: usize) -> Self {
        Question { only: Some(rule), ..self }
    }

    /// The cases, in the order of their situations.
    pub(super) fn parts(&self) -> Result<Vec<Part>, TooHard> {
        let mut open = vec![(self.whole.clone(), self.rules()?)];
        let mut groups = Groups::new();
        let mut pieces = 0;
        while let Some((region, rules)) = open.pop() {
            pieces += 1;
            if pieces > MOST_PIECES {
                return Err(TooHard::Cases);
            }
            if region.is_empty() || self.table.never.iter().any(|never| never.covers(&region)) {
                continue;
            }
            let (holding, partly) = self.standing(&rules, &region);
            if let Some((dimension, set)) = self.cut(&region, &holding, &partly)? {
                let rules: Vec<usize> = holding.into_iter().chain(partly).collect();
                let own = region.get(dimension).cloned().unwrap_or_default();
                for side in [own.subtract(&set), own.intersect(&set)] {
                    let mut piece = region.clone();
                    piece.limit(dimension, side);
                    open.push((piece, rules.clone()));
                }
                continue;
            }
            if !is_possible(&region, &self.table.never) {
                continue;
            }
            let mut winners = self.winners(&holding)?;
            winners.retain(|rule| self.only.is_none_or(|only| only == *rule));
            let group = groups.entry((winners, holding.is_empty())).or_default();
            let there = |rule: &usize| {
                is_possible(&region.intersect(&self.table.rule(*rule).region), &self.table.never)
            };
            group.1.extend(partly.into_iter().filter(there).chain(holding));
            group.0.push(region);
        }
        let mut parts: Vec<Part> = groups
            .into_iter()
            .map(|((winners, _), (leaves, held))| {
                let regions = merged(leaves, &self.whole, &self.table.never);
                Part { regions, winners, held: held.into_iter().collect() }
            })
            .collect();
        parts.sort_by(|one, other| one.regions.cmp(&other.regions));
        Ok(parts)
    }

    // The rules that can matter.
    fn rules(&self) -> Result<Vec<usize>, TooHard> {
        let mut rules = Vec::new();
        for (rule, _) in self.table.candidates(self.attribute) {
            let meets = self.table.rule(rule).region.meets(&self.whole);
            let concerns = match self.only {
                Some(only) => rule == only || (meets && self.ranking.beats(rule, only)?),
                None => true,
            };
            if meets && concerns {
                rules.push(rule);
            }
        }
        Ok(rules)
    }

    // The rules that hold everywhere in a region, and those that hold in a part of it.
    fn standing(&self, rules: &[usize], region: &Region) -> (Vec<usize>, Vec<usize>) {
        let (mut holding, mut partly) = (Vec::new(), Vec::new());
        for rule in rules {
            match standing(self.table.rule(*rule), region) {
                Standing::Nowhere => {}
                Standing::Everywhere => holding.push(*rule),
                Standing::Partly => partly.push(*rule),
            }
        }
        (holding, partly)
    }

    // Where to cut, when it still matters which of the rules hold: the dimension that most of them ask about.
    fn cut(
        &self,
        region: &Region,
        holding: &[usize],
        partly: &[usize],
    ) -> Result<Option<(usize, Set)>, TooHard> {
        let mut wishes: BTreeMap<usize, (usize, Set)> = BTreeMap::new();
        for rule in partly {
            if !self.matters(*rule, holding, partly)? {
                continue;
            }
            let rule = self.table.rule(*rule);
            let asked = std::iter::once(&rule.region).chain(&rule.never_when);
            for (dimension, set) in asked.flat_map(Region::limits) {
                if region.get(dimension).is_some_and(|own| own.meets(set) && !set.covers(own)) {
                    wishes.entry(dimension).or_insert_with(|| (0, set.clone())).0 += 1;
                }
            }
        }
        let most = wishes.into_iter().max_by_key(|(dimension, (count, _))| (*count, usize::MAX - dimension));
        Ok(most.map(|(dimension, (_, set))| (dimension, set)))
    }

    // Whether a rule that holds in a part of a region can change who wins there.
    fn matters(&self, rule: usize, holding: &[usize], partly: &[usize]) -> Result<bool, TooHard> {
        let beaten = |rule: usize| -> Result<bool, TooHard> {
            for other in holding {
                if self.ranking.beats(*other, rule)? {
                    return Ok(true);
                }
            }
            Ok(false)
        };
        if let Some(only) = self.only {
            return Ok(!beaten(only)? && (rule == only || self.ranking.beats(rule, only)?));
        }
        if !beaten(rule)? {
            return Ok(true);
        }
        for other in holding.iter().chain(partly) {
            if *other != rule && self.ranking.beats(rule, *other)? && !beaten(*other)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    // Of the rules that hold in a situation, those that win.
    fn winners(&self, holding: &[usize]) -> Result<Vec<usize>, TooHard> {
        let mut unbeaten = Vec::new();
        for rule in holding {
            let mut beaten = false;
            for other in holding {
                beaten = beaten || self.ranking.beats(*other, *rule)?;
            }
            if !beaten {
                unbeaten.push(*rule);
            }
        }
        unbeaten.sort_unstable();
        let Some(kind) = self.table.attributes.get(self.attribute).filter(|kind| kind.strictest) else {
            return Ok(unbeaten);
        };
        let value = |rule: usize| self.table.rule(rule).gives.get(&self.attribute).copied();
        let outbid = |rule: usize| {
            unbeaten.iter().any(|other| {
                let pair = value(*other).zip(value(rule));
                pair.is_some_and(|(one, other)| kind.relation(one, other) == Relation::Better)
            })
        };
        Ok(unbeaten.iter().copied().filter(|rule| !outbid(*rule)).collect())
    }
}

fn standing(rule: &Rule, region: &Region) -> Standing {
    if !rule.region.meets(region) || rule.never_when.iter().any(|never| never.covers(region)) {
        Standing::Nowhere
    } else if rule.region.covers(region) && !rule.never_when.iter().any(|never| never.meets(region)) {
        Standing::Everywhere
    } else {
        Standing::Partly
    }
}
