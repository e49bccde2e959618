//! Where two versions of a table settle an attribute otherwise, as few and as large regions as describe it. Must never
//! stop before it is proved that there is no further one, unless it says so.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::uniform::Uniform;
use super::witness::{Corner, Proof};
use super::{Analysis, Answer, Found, HERE};
use crate::situation::atoms::{Cells, Run};
use crate::situation::compare::VERSION;
use crate::situation::encoding::Encoding;
use crate::situation::solver::Lit;
use crate::situation::{Point, Region};
use crate::time::intervals::normalised;

/// The most regions that describe what became of one rule; beyond, it is told by the rules that win instead.
const PIECES: usize = 16;

/// A region in which the versions differ, in the space with the version as its first dimension.
#[derive(Debug, Clone)]
pub(in crate::situation) struct Part {
    pub(in crate::situation) region: Region,
    pub(in crate::situation) whole: bool,
    pub(in crate::situation) witness: Point,
    pub(in crate::situation) share: f64,
}

/// What wins before and after.
type Outcome = (BTreeSet<usize>, BTreeSet<usize>);

/// A region with one outcome throughout, and a literal that leaves it out.
struct Piece {
    outcome: Outcome,
    cells: Cells,
    outside: Lit,
}

/// What a search for changes remembers.
struct Search {
    /// The attribute in the old version and in the new one.
    attributes: [usize; 2],
    /// The side of the solver that stands for each version.
    sides: [usize; 2],
    /// True when the first side is the old version and the second the new one.
    across: Lit,
    pieces: Vec<Piece>,
    /// Literals that leave out what has been told by rules.
    told: Vec<Lit>,
    outdone: BTreeMap<(usize, usize), Lit>,
    found: Found<Part>,
}

impl Analysis<'_> {
    /// Where the attribute `old` of the old version and `new` of the new one are not settled alike.
    pub(in crate::situation) fn changes(&mut self, old: usize, new: usize) -> Found<Part> {
        let suspects = self.suspects([old, new]);
        if suspects.is_empty() {
            return Found::default();
        }
        let (side, across) = self.beside(VERSION);
        let mut search = Search {
            attributes: [old, new],
            sides: [HERE, side],
            across,
            pieces: Vec::new(),
            told: Vec::new(),
            outdone: BTreeMap::new(),
            found: Found::default(),
        };
        for (version, rule) in suspects {
            if search.pieces.len() > self.budget.described + self.budget.counted {
                search.found.more += 1;
                break;
            }
            self.become_of(&mut search, version, rule);
        }
        self.merge(&mut search.pieces);
        self.drop_described(&search.across, &mut search.pieces);
        self.tell(&mut search);
        search.found
    }

    // The rules that could win where nothing in the other version gives the same: all but those that the other
    // version has too, with the same value and under the same rules that beat them.
    fn suspects(&self, attributes: [usize; 2]) -> Vec<(usize, usize)> {
        let mut places = HashMap::new();
        let mut signed: [Vec<(usize, Signature)>; 2] = Default::default();
        for (attribute, signed) in attributes.into_iter().zip(&mut signed) {
            let candidates = self.table.candidates(attribute).filter(|(rule, _)| self.is_possible(*rule));
            for (rule, value) in candidates {
                signed.push((rule, self.signature(attribute, rule, value, &mut places)));
            }
        }
        let [old, new] = &signed;
        let known = |list: &[(usize, Signature)]| -> HashSet<Signature> {
            list.iter().map(|(_, signature)| signature.clone()).collect()
        };
        let (in_old, in_new) = (known(old), known(new));
        let missing = |list: &[(usize, Signature)], other: &HashSet<Signature>, version: usize| {
            let lost = list.iter().filter(|(_, signature)| !other.contains(signature));
            lost.map(|(rule, _)| (version, *rule)).collect::<Vec<_>>()
        };
        let mut suspects = missing(old, &in_new, 0);
        suspects.extend(missing(new, &in_old, 1));
        suspects
    }

    fn signature(
        &self,
        attribute: usize,
        rule: usize,
        value: usize,
        places: &mut HashMap<Place, usize>,
    ) -> Signature {
        let (place, beaters) = self.standing(attribute, rule, places);
        let mut better = Vec::new();
        if self.is_strictest(attribute) {
            better = self.better(attribute, rule);
        }
        let mut better: Vec<(usize, Vec<usize>)> =
            better.into_iter().map(|other| self.standing(attribute, other, places)).collect();
        better.sort();
        Signature { place, value, beaters, better }
    }

    // Where a rule holds and where those hold that beat it, as numbers.
    fn standing(
        &self,
        attribute: usize,
        rule: usize,
        places: &mut HashMap<Place, usize>,
    ) -> (usize, Vec<usize>) {
        let mut beaters: Vec<usize> =
            self.beaters(attribute, rule).into_iter().map(|beater| self.place(beater, places)).collect();
        beaters.sort_unstable();
        (self.place(rule, places), beaters)
    }

    fn place(&self, rule: usize, places: &mut HashMap<Place, usize>) -> usize {
        let limits = |cells: &Cells| cells.without(VERSION).limits;
        let own = self.cells.get(rule).map(limits).unwrap_or_default();
        let left_out = self.left_out.get(rule).into_iter().flatten().map(limits).collect();
        let next = places.len();
        *places.entry((own, left_out)).or_insert(next)
    }

    // Every region in which the rule wins in its version, and nothing in the other one gives the same.
    fn become_of(&mut self, search: &mut Search, version: usize, rule: usize) {
        let question = self.lost(search, version, rule);
        let before = search.pieces.len();
        loop {
            let asked = search.left(&question);
            match self.prove_any(&asked) {
                Proof::Impossible => return,
                Proof::Unknown => {
                    search.found.unknown += 1;
                    return;
                }
                Proof::Found(corner) => {
                    if search.pieces.len() >= before + PIECES {
                        search.pieces.truncate(before);
                        self.by_rules(search, version, rule);
                        return;
                    }
                    let piece = self.piece(search, &corner);
                    search.pieces.push(piece);
                }
            }
        }
    }

    // The rule wins, and in the other version every rule with the same value does not.
    fn lost(&mut self, search: &mut Search, version: usize, rule: usize) -> Vec<Lit> {
        let other = 1 - version;
        let mut question = vec![search.across];
        question.extend(self.winning(search.side(version), search.attribute(version), rule));
        let value = self.table.rule(rule).gives.get(&search.attribute(version)).copied();
        let same: Vec<usize> = self
            .table
            .candidates(search.attribute(other))
            .filter(|(theirs, given)| Some(*given) == value && self.share_place(rule, *theirs))
            .map(|(theirs, _)| theirs)
            .collect();
        for theirs in same {
            let literal = self.outdone(search, other, theirs);
            question.push(literal);
        }
        question
    }

    // Whether rules of different versions hold in a common situation.
    fn share_place(&self, one: usize, other: usize) -> bool {
        let pair = self.cells.get(one).zip(self.cells.get(other));
        pair.is_some_and(|(one, other)| one.meets_but(other, Some(VERSION)))
    }

    // A literal under which a rule does not win.
    fn outdone(&mut self, search: &mut Search, version: usize, rule: usize) -> Lit {
        if let Some(known) = search.outdone.get(&(version, rule)) {
            return *known;
        }
        let (side, attribute) = (search.side(version), search.attribute(version));
        let literal = if self.is_strictest(attribute) {
            let literal = self.solver.follower();
            let mut clause = vec![!literal];
            clause.extend(self.conditions(side, rule).into_iter().map(|condition| !condition));
            for beater in self.beaters(attribute, rule) {
                clause.push(self.present(side, beater));
            }
            for better in self.better(attribute, rule) {
                let mut standing = vec![self.present(side, better)];
                for beater in self.beaters(attribute, better) {
                    standing.push(!self.present(side, beater));
                }
                clause.push(Encoding::all_of(&standing, &mut self.solver));
            }
            self.solver.clause(clause);
            literal
        } else {
            self.stands_back(side, attribute, rule)
        };
        search.outdone.insert((version, rule), literal);
        literal
    }

    fn piece(&mut self, search: &Search, corner: &Corner) -> Piece {
        let versions = [0, 1].map(|version| {
            let mut corner = corner.clone();
            if let Some(at) = corner.get_mut(VERSION) {
                *at = version;
            }
            Uniform::around(self, search.attribute(version), &corner)
        });
        let cells = self.widest_with(&versions, corner);
        let outside = self.outside(&cells);
        let [old, new] = versions;
        Piece { outcome: (old.values, new.values), cells, outside }
    }

    // What is told by pairs of rules: the one wins in its version, and then nothing in the other one, or another rule
    // with something else.
    fn by_rules(&mut self, search: &mut Search, version: usize, rule: usize) {
        let other = 1 - version;
        let question = self.lost(search, version, rule);
        let theirs: Vec<usize> =
            self.table.candidates(search.attribute(other)).map(|(rule, _)| rule).collect();
        let theirs: Vec<usize> =
            theirs.into_iter().filter(|theirs| self.share_place(rule, *theirs)).collect();
        let mut nobody = search.left(&question);
        for partner in &theirs {
            nobody.push(self.outdone(search, other, *partner));
        }
        self.pair(search, &nobody, &[rule]);
        for partner in theirs {
            let mut asked = search.left(&question);
            asked.extend(self.winning(search.side(other), search.attribute(other), partner));
            self.pair(search, &asked, &[rule, partner]);
        }
        let told = self.outdone(search, version, rule);
        search.told.push(told);
    }

    fn pair(&mut self, search: &mut Search, asked: &[Lit], rules: &[usize]) {
        match self.prove_literals(asked) {
            Proof::Impossible => {}
            Proof::Unknown => search.found.unknown += 1,
            Proof::Found(corner) => {
                let mut common = Cells::default();
                for cells in rules.iter().filter_map(|rule| self.cells.get(*rule)) {
                    common = common.intersect(&cells.without(VERSION));
                }
                let (region, share) = (self.region(&common), self.share(&common));
                let part = Part { region, whole: false, witness: self.point(&corner), share };
                search.found.items.push(part);
            }
        }
    }

    // Regions with the same outcome that differ in one dimension become one.
    fn merge(&mut self, pieces: &mut Vec<Piece>) {
        let mut at = 0;
        while at < pieces.len() {
            let joined = pieces.get(at).and_then(|one| {
                let others = pieces.iter().enumerate().skip(at + 1);
                let mut fitting = others.filter(|(_, other)| other.outcome == one.outcome);
                fitting.find_map(|(with, other)| Some((with, self.united(&one.cells, &other.cells)?)))
            });
            match joined {
                Some((with, cells)) => {
                    let outside = self.outside(&cells);
                    let other = pieces.remove(with);
                    if let Some(piece) = pieces.get_mut(at) {
                        *piece = Piece { outcome: other.outcome, cells, outside };
                    }
                    at = 0;
                }
                None => at += 1,
            }
        }
    }

    fn united(&self, one: &Cells, other: &Cells) -> Option<Cells> {
        let differs = |dimension: &usize| one.get(*dimension) != other.get(*dimension);
        let mut differing = (0..self.atoms.dimensions.len()).filter(differs);
        let (Some(dimension), None) = (differing.next(), differing.next()) else { return None };
        let atoms = self.atoms.dimensions.get(dimension).map_or(0, Vec::len);
        // A dimension without a limit stays without one.
        let runs: Vec<Run> = match (one.get(dimension), other.get(dimension)) {
            (Some(mine), Some(theirs)) => normalised(mine.iter().chain(theirs).copied().collect()),
            _ => vec![(0, atoms)],
        };
        let mut united = one.clone();
        united.set(dimension, runs, atoms);
        Some(united)
    }

    // Leaves out each region that others of the same outcome describe, the narrowest first.
    fn drop_described(&mut self, across: &Lit, pieces: &mut Vec<Piece>) {
        pieces.sort_by(|one, other| {
            let share = self.share(&one.cells).total_cmp(&self.share(&other.cells));
            let width = other.cells.limits.len().cmp(&one.cells.limits.len());
            width.then(share).then_with(|| one.cells.limits.cmp(&other.cells.limits))
        });
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let others = pieces.iter().enumerate().filter(|(other, theirs)| {
                *other != at && theirs.outcome == piece.outcome && theirs.cells.meets(&piece.cells)
            });
            let mut question: Vec<Lit> = others.map(|(_, theirs)| theirs.outside).collect();
            if question.is_empty() {
                at += 1;
                continue;
            }
            question.push(*across);
            question.extend(self.inside(&piece.cells.clone()));
            if self.solver.ask(&question) == Answer::No {
                pieces.remove(at);
            } else {
                at += 1;
            }
        }
    }

    // The pieces with their smallest situations, the most general ones first.
    fn tell(&mut self, search: &mut Search) {
        for piece in std::mem::take(&mut search.pieces) {
            let mut question = vec![search.across];
            question.extend(self.inside(&piece.cells));
            match self.prove_literals(&question) {
                Proof::Found(corner) => {
                    let (region, share) = (self.region(&piece.cells), self.share(&piece.cells));
                    let part = Part { region, whole: true, witness: self.point(&corner), share };
                    search.found.items.push(part);
                }
                _ => search.found.unknown += 1,
            }
        }
        search.found.items.sort_by(|one, other| {
            let width = one.region.width().cmp(&other.region.width());
            width.then(other.share.total_cmp(&one.share)).then_with(|| one.region.cmp(&other.region))
        });
    }
}

impl Search {
    fn attribute(&self, version: usize) -> usize {
        let [old, new] = self.attributes;
        if version == 0 { old } else { new }
    }

    fn side(&self, version: usize) -> usize {
        let [old, new] = self.sides;
        if version == 0 { old } else { new }
    }

    // A question about what has not been told yet.
    fn left(&self, question: &[Lit]) -> Vec<Lit> {
        let told = self.pieces.iter().map(|piece| piece.outside).chain(self.told.iter().copied());
        question.iter().copied().chain(told).collect()
    }
}

/// Where a rule holds, whatever its version, and where it does not hold all the same.
type Place = (Vec<(usize, Vec<Run>)>, Vec<Vec<(usize, Vec<Run>)>>);

/// What settles where a rule wins; two rules that agree in it win in the same situations with the same value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Signature {
    place: usize,
    value: usize,
    beaters: Vec<usize>,
    better: Vec<(usize, Vec<usize>)>,
}
