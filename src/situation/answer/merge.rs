//! Many small regions as few large ones. Must never grow over a situation that can happen and is not among them.

use std::collections::BTreeMap;

use crate::situation::{Region, Set, covered};

/// The most pieces that one question of growth is cut into.
const PIECES: usize = 4_000;
/// The most regions for which every order of growth is tried.
const FEW: usize = 24;
/// The most regions that are grown at all.
const MANY: usize = 200;

/// The regions that describe the same possible situations within `whole`, as few and with as few limits as can be
/// found. Limits that `whole` has anyway are left out.
pub(super) fn merged(leaves: Vec<Region>, whole: &Region, never: &[Region]) -> Vec<Region> {
    let dimensions: Vec<usize> = whole.limits().map(|(dimension, _)| dimension).collect();
    let mut regions = joined(leaves, &dimensions);
    if regions.len() <= MANY {
        let grow = |leaf: &Region| widest(leaf, &regions, &dimensions, whole, never);
        let mut grown: Vec<Region> = regions.iter().map(grow).collect();
        grown.sort_by_cached_key(|region| (std::cmp::Reverse(limited(region, whole)), region.clone()));
        grown.dedup();
        regions = without_superfluous(grown, never);
    }
    let mut regions: Vec<Region> = regions.iter().map(|region| told(region, whole)).collect();
    regions.sort();
    regions
}

/// Whether a region, each dimension of it limited, holds a situation that can happen. What is too hard to settle
/// counts as possible.
pub(super) fn is_possible(region: &Region, never: &[Region]) -> bool {
    let never: Vec<&Region> = never.iter().filter(|never| never.meets(region)).collect();
    covered(region, &never, &mut { PIECES * 4 }) != Some(true)
}

// Regions that differ in one dimension only are one region.
fn joined(mut regions: Vec<Region>, dimensions: &[usize]) -> Vec<Region> {
    loop {
        let before = regions.len();
        for dimension in dimensions {
            let mut alike: BTreeMap<Region, Set> = BTreeMap::new();
            for region in &regions {
                let own = region.get(*dimension).cloned().unwrap_or_default();
                let set = alike.entry(replaced(region, *dimension, &Set::default())).or_default();
                *set = set.union(&own);
            }
            regions = alike.iter().map(|(region, set)| replaced(region, *dimension, set)).collect();
        }
        if regions.len() == before {
            return regions;
        }
    }
}

fn replaced(region: &Region, dimension: usize, set: &Set) -> Region {
    let mut other = Region::everywhere();
    for (at, own) in region.limits() {
        other.limit(at, if at == dimension { set.clone() } else { own.clone() });
    }
    other
}

// Of the regions into which a leaf can grow, the one with the fewest limits.
fn widest(
    leaf: &Region,
    leaves: &[Region],
    dimensions: &[usize],
    whole: &Region,
    never: &[Region],
) -> Region {
    let orders = if leaves.len() <= FEW { dimensions.len().max(1) } else { 1 };
    let grown = (0..orders).map(|first| {
        let order = dimensions.iter().cycle().skip(first).take(dimensions.len());
        order.fold(leaf.clone(), |region, dimension| wider(region, *dimension, leaves, whole, never))
    });
    grown.min_by_key(|region| limited(region, whole)).unwrap_or_else(|| leaf.clone())
}

// The region with one dimension opened: altogether, over what cannot happen too, or as far as the leaves reach.
fn wider(region: Region, dimension: usize, leaves: &[Region], whole: &Region, never: &[Region]) -> Region {
    let (Some(own), Some(all)) = (region.get(dimension), whole.get(dimension)) else { return region };
    if own == all {
        return region;
    }
    let open = replaced(&region, dimension, all);
    let Some(outside) = rest(&open, leaves) else { return region };
    let possible: Vec<&Region> = outside.iter().filter(|piece| is_possible(piece, never)).collect();
    if possible.is_empty() {
        return open;
    }
    let lost = outside.iter().filter_map(|piece| piece.get(dimension));
    let set = lost.fold(all.clone(), |set, lost| set.subtract(lost)).union(own);
    replaced(&region, dimension, &set)
}

// What is left of a region; none when it falls into too many pieces.
fn rest(region: &Region, others: &[Region]) -> Option<Vec<Region>> {
    let mut pieces = vec![region.clone()];
    for other in others {
        pieces = pieces.iter().flat_map(|piece| piece.subtract(other)).collect();
        if pieces.len() > PIECES {
            return None;
        }
    }
    Some(pieces)
}

// Each region that the others describe is left out, the narrowest first.
fn without_superfluous(mut regions: Vec<Region>, never: &[Region]) -> Vec<Region> {
    let mut at = 0;
    while let Some(region) = regions.get(at) {
        let others: Vec<&Region> = regions
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, region)| region)
            .chain(never)
            .filter(|other| other.meets(region))
            .collect();
        if regions.len() > 1 && covered(region, &others, &mut { PIECES }) == Some(true) {
            regions.remove(at);
        } else {
            at += 1;
        }
    }
    regions
}

fn limited(region: &Region, whole: &Region) -> usize {
    region.limits().filter(|(dimension, set)| whole.get(*dimension) != Some(*set)).count()
}

// The limits that the whole has not.
fn told(region: &Region, whole: &Region) -> Region {
    let mut told = Region::everywhere();
    for (dimension, set) in region.limits().filter(|(dimension, set)| whole.get(*dimension) != Some(*set)) {
        told.limit(dimension, set.clone());
    }
    told
}
