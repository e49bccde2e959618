//! Where two versions of a table settle an attribute otherwise, as few and as large regions as describe it. Must never
//! stop before it is proved that there is no further one, unless it says so.

use std::collections::{BTreeMap, BTreeSet};

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
    /// The rules that only one version has, each with that version.
    edited: Vec<(usize, usize)>,
    /// True only where one of them holds in its version: elsewhere nothing changes.
    touched: Lit,
    pieces: Vec<Piece>,
    /// Literals that leave out what has been told by rules.
    told: Vec<Lit>,
    outdone: BTreeMap<(usize, usize), Lit>,
    standing: BTreeMap<(usize, usize), Lit>,
    found: Found<Part>,
}

impl Analysis<'_> {
    /// Where the attribute `old` of the old version and `new` of the new one are not settled alike.
    pub(in crate::situation) fn changes(&mut self, old: usize, new: usize) -> Found<Part> {
        let edited = self.edited([old, new]);
        let suspects = self.suspects([old, new], &edited);
        if suspects.is_empty() {
            return Found::default();
        }
        let (side, across) = self.beside(VERSION);
        let touched = self.touched([HERE, side], &edited);
        let mut search = Search {
            attributes: [old, new],
            sides: [HERE, side],
            across,
            edited,
            touched,
            pieces: Vec::new(),
            told: Vec::new(),
            outdone: BTreeMap::new(),
            standing: BTreeMap::new(),
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

    fn touched(&mut self, sides: [usize; 2], edited: &[(usize, usize)]) -> Lit {
        let touched = self.solver.follower();
        let holds = |this: &mut Self, (version, rule): &(usize, usize)| {
            let side = sides.get(*version).copied().unwrap_or(HERE);
            this.present(side, *rule)
        };
        let mut clause: Vec<Lit> = edited.iter().map(|edited| holds(self, edited)).collect();
        clause.push(!touched);
        self.solver.clause(clause);
        touched
    }

    // Every region in which the rule wins in its version, and nothing in the other one gives the same.
    fn become_of(&mut self, search: &mut Search, version: usize, rule: usize) {
        let question = self.lost(search, version, rule);
        let before = search.pieces.len();
        for (other, edited) in search.edited.clone() {
            if !self.share_place(rule, edited) {
                continue;
            }
            let mut question = question.clone();
            question.extend(self.conditions(search.side(other), edited));
            loop {
                let asked = search.left(&question);
                match self.prove_any(&asked) {
                    Proof::Impossible => break,
                    Proof::Unknown => {
                        search.found.unknown += 1;
                        return;
                    }
                    Proof::Found(_) if search.pieces.len() >= before + PIECES => {
                        search.pieces.truncate(before);
                        self.by_rules(search, version, rule);
                        return;
                    }
                    Proof::Found(corner) => {
                        let piece = self.piece(search, &corner);
                        search.pieces.push(piece);
                    }
                }
            }
        }
    }

    // The rule wins, and in the other version every rule with the same value does not.
    fn lost(&mut self, search: &mut Search, version: usize, rule: usize) -> Vec<Lit> {
        let other = 1 - version;
        let mut question = vec![search.across, search.touched];
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
                clause.push(self.standing(search, version, better));
            }
            self.solver.clause(clause);
            literal
        } else {
            self.stands_back(side, attribute, rule)
        };
        search.outdone.insert((version, rule), literal);
        literal
    }

    // A literal that is true exactly where a rule holds and nothing beats it.
    fn standing(&mut self, search: &mut Search, version: usize, rule: usize) -> Lit {
        if let Some(known) = search.standing.get(&(version, rule)) {
            return *known;
        }
        let (side, attribute) = (search.side(version), search.attribute(version));
        let mut standing = vec![self.present(side, rule)];
        for beater in self.beaters(attribute, rule) {
            standing.push(!self.present(side, beater));
        }
        let literal = Encoding::all_of(&standing, &mut self.solver);
        search.standing.insert((version, rule), literal);
        literal
    }

    fn piece(&mut self, search: &Search, corner: &Corner) -> Piece {
        let versions = [0, 1]
            .map(|version| Uniform::around(self, search.attribute(version), &in_version(corner, version)));
        let cells = self.widest_with(&versions, corner);
        let outside = self.outside(&cells);
        let [old, new] = versions;
        Piece { outcome: (old.values, new.values), cells, outside }
    }

    // What is told by pairs of rules: the one wins in its version, and in the other one nothing holds, or another rule
    // wins with something else.
    fn by_rules(&mut self, search: &mut Search, version: usize, rule: usize) {
        let (other, attribute) = (1 - version, search.attribute(1 - version));
        let mut asked = self.lost(search, version, rule);
        asked = search.left(&asked);
        let theirs: Vec<usize> = self.table.candidates(attribute).map(|(rule, _)| rule).collect();
        let theirs: Vec<usize> =
            theirs.into_iter().filter(|theirs| self.share_place(rule, *theirs)).collect();
        let (mut nobody, somebody) = (asked.clone(), self.solver.follower());
        let mut some = vec![!somebody];
        for partner in &theirs {
            nobody.push(self.absent(search.side(other), *partner));
            some.push(self.present(search.side(other), *partner));
        }
        self.solver.clause(some);
        match self.prove_any(&nobody) {
            Proof::Impossible => {}
            Proof::Unknown => search.found.unknown += 1,
            Proof::Found(corner) => self.pair(search, &corner, &[rule]),
        }
        asked.push(somebody);
        loop {
            match self.prove_any(&asked) {
                Proof::Impossible => break,
                Proof::Found(corner) => {
                    let there = in_version(&corner, other);
                    let partner =
                        theirs.iter().copied().find(|theirs| self.wins_at(attribute, *theirs, &there));
                    let Some(partner) = partner else {
                        search.found.unknown += 1;
                        break;
                    };
                    self.pair(search, &corner, &[rule, partner]);
                    asked.push(self.outdone(search, other, partner));
                }
                Proof::Unknown => {
                    search.found.unknown += 1;
                    break;
                }
            }
        }
        let told = self.outdone(search, version, rule);
        search.told.push(told);
    }

    fn pair(&mut self, search: &mut Search, corner: &Corner, rules: &[usize]) {
        let mut common = Cells::default();
        for cells in rules.iter().filter_map(|rule| self.cells.get(*rule)) {
            common = common.intersect(&cells.without(VERSION));
        }
        let (region, share) = (self.region(&common), self.share(&common));
        search.found.items.push(Part { region, whole: false, witness: self.point(corner), share });
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
        united.set(dimension, &runs, atoms);
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

// The same situation in another version.
fn in_version(corner: &Corner, version: usize) -> Corner {
    let mut corner = corner.clone();
    if let Some(at) = corner.get_mut(VERSION) {
        *at = version;
    }
    corner
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
