//! A table compiled for single decisions: which rules win in one situation, without a search.
//! Must never differ from `plain`, and never ask what a rule gives beyond its index.

use super::atoms::Atoms;
use super::{Point, Region, Relation, Table};

/// A set of rules, one bit each.
type Bits = Vec<u64>;

/// A table compiled for decisions. Dimensions of a situation may be left open.
#[derive(Debug)]
pub struct Decisions<'t> {
    table: &'t Table,
    dimensions: Vec<Lane>,
    /// The rules that leave something out of their conditions.
    leave_out: Bits,
    never_limits: bool,
    attributes: Vec<Given>,
    /// For each rule, the rules that beat it: words of a set that are not empty.
    beaten_by: Vec<Vec<(usize, u64)>>,
}

/// A dimension: where its atoms begin, and who holds in each.
#[derive(Debug)]
struct Lane {
    /// The first position of each atom and the one behind its last.
    atoms: Vec<(i64, i64)>,
    /// The rules whose conditions admit the atom.
    admit: Vec<Bits>,
    /// The rules that ask for this dimension.
    limited: Bits,
    /// Whether positions are the indices of their atoms.
    plain: bool,
}

/// Who gives an attribute.
#[derive(Debug)]
struct Given {
    strictest: bool,
    rules: Bits,
    floors: Bits,
}

/// Room for one decision after the other.
#[derive(Debug, Default, Clone)]
pub struct Room {
    holding: Bits,
    open: Bits,
    candidates: Bits,
    winners: Vec<usize>,
}

/// What is known of a situation: a position for every dimension, or nothing.
pub type Known = Vec<Option<i64>>;

impl<'t> Decisions<'t> {
    /// Compiles a table; `beaten_by` names for each rule the rules that beat it.
    pub fn of(table: &'t Table, beaten_by: &[Vec<usize>]) -> Self {
        let rules = table.rules.len();
        let empty = || vec![0; rules.div_ceil(64)];
        let atoms = Atoms::of(table);
        let attribute = |at: usize| {
            let mut given = Given {
                strictest: table.attributes.get(at).is_some_and(|attribute| attribute.strictest),
                rules: empty(),
                floors: empty(),
            };
            table.candidates(at).for_each(|(rule, _)| put(&mut given.rules, rule));
            table.floors(at).for_each(|(rule, _)| put(&mut given.floors, rule));
            given
        };
        let mut leave_out = empty();
        for (rule, own) in table.rules.iter().enumerate() {
            if !own.never_when.is_empty() {
                put(&mut leave_out, rule);
            }
        }
        let beaters = |rule: usize| {
            let mut bits = empty();
            beaten_by.get(rule).into_iter().flatten().for_each(|other| put(&mut bits, *other));
            bits.into_iter().enumerate().filter(|(_, word)| *word != 0).collect()
        };
        Decisions {
            table,
            dimensions: atoms
                .dimensions
                .into_iter()
                .enumerate()
                .map(|(at, atoms)| Lane::of(table, at, atoms))
                .collect(),
            leave_out,
            never_limits: !table.never.is_empty(),
            attributes: (0..table.attributes.len()).map(attribute).collect(),
            beaten_by: (0..rules).map(beaters).collect(),
        }
    }

    /// The table.
    pub fn table(&self) -> &'t Table {
        self.table
    }

    /// Finds out which rules hold in a situation. None when there is no such situation.
    pub fn enter(&self, point: &Point, room: &mut Room) -> Option<()> {
        self.all(room);
        for (lane, at) in self.dimensions.iter().zip(point) {
            keep(&mut room.holding, lane.admitting(*at)?);
        }
        if point.len() != self.dimensions.len() || self.never_limits && self.never_happens(point) {
            return None;
        }
        self.leave_out(&mut room.holding, |never| never.contains(point));
        Some(())
    }

    /// The same with dimensions left open: rules that may hold or not are kept apart. None when there is no such
    /// situation.
    pub fn enter_partly(&self, known: &Known, room: &mut Room) -> Option<()> {
        self.all(room);
        for (lane, at) in self.dimensions.iter().zip(known) {
            match at {
                Some(at) => keep(&mut room.holding, lane.admitting(*at)?),
                None => room.open.iter_mut().zip(&lane.limited).for_each(|(open, limited)| *open |= limited),
            }
        }
        let inside = |region: &Region, open: bool| {
            region.limits().all(|(at, set)| match known.get(at).copied().flatten() {
                Some(position) => set.contains(position),
                None => open,
            })
        };
        if known.len() != self.dimensions.len() || self.table.never.iter().any(|never| inside(never, false)) {
            return None;
        }
        self.leave_out(&mut room.holding, |never| inside(never, false));
        keep(&mut room.open, &room.holding);
        Some(())
    }

    /// The rules that win an attribute in the situation that was entered, in their order.
    pub fn winners<'r>(&self, attribute: usize, room: &'r mut Room) -> &'r [usize] {
        room.winners.clear();
        let Some(given) = self.attributes.get(attribute) else { return &room.winners };
        room.candidates.clear();
        room.candidates.extend(room.holding.iter().zip(&given.rules).map(|(one, other)| one & other));
        for rule in ones(&room.candidates) {
            if !self.is_beaten(rule, &room.candidates) {
                room.winners.push(rule);
            }
        }
        if given.strictest && room.winners.len() > 1 {
            self.keep_strictest(attribute, &mut room.winners);
        }
        &room.winners
    }

    /// The dimensions that must be known before it can be said who wins an attribute.
    pub fn open(&self, attribute: usize, room: &Room) -> Vec<usize> {
        let Some(given) = self.attributes.get(attribute) else { return Vec::new() };
        let open: Bits = room
            .open
            .iter()
            .zip(given.rules.iter().zip(&given.floors))
            .map(|(open, (rules, floors))| open & (rules | floors))
            .collect();
        let asks = |lane: &Lane| lane.limited.iter().zip(&open).any(|(one, other)| one & other != 0);
        let asking = self.dimensions.iter().enumerate().filter(|(_, lane)| asks(lane));
        asking.map(|(at, _)| at).collect()
    }

    /// The rules that give an attribute and hold in the situation that was entered, floors left out.
    pub fn holding(&self, attribute: usize, room: &Room) -> Vec<usize> {
        let rules = self.attributes.get(attribute).map(|given| both(&room.holding, &given.rules));
        ones(&rules.unwrap_or_default()).collect()
    }

    /// The floors of an attribute that hold in the situation that was entered.
    pub fn floors(&self, attribute: usize, room: &Room) -> Vec<usize> {
        let floors = self.attributes.get(attribute).map(|given| both(&room.holding, &given.floors));
        ones(&floors.unwrap_or_default()).collect()
    }

    /// Whether one rule beats another.
    pub fn beats(&self, one: usize, other: usize) -> bool {
        let beaters = self.beaten_by.get(other).map(Vec::as_slice).unwrap_or_default();
        beaters.iter().any(|(word, bits)| *word == one / 64 && bits & (1 << (one % 64)) != 0)
    }

    fn all(&self, room: &mut Room) {
        room.holding.clear();
        room.holding.resize(self.leave_out.len(), u64::MAX);
        if let Some(last) = room.holding.last_mut()
            && !self.table.rules.len().is_multiple_of(64)
        {
            *last = (1 << (self.table.rules.len() % 64)) - 1;
        }
        room.open.clear();
        room.open.resize(self.leave_out.len(), 0);
    }

    fn never_happens(&self, point: &Point) -> bool {
        self.table.never.iter().any(|never| never.contains(point))
    }

    fn leave_out(&self, holding: &mut Bits, inside: impl Fn(&Region) -> bool) {
        for (at, (holding, leave_out)) in holding.iter_mut().zip(&self.leave_out).enumerate() {
            let mut bits = *holding & leave_out;
            while bits != 0 {
                let bit = bits & bits.wrapping_neg();
                let rule = at * 64 + bit.trailing_zeros() as usize;
                if self.table.rule(rule).never_when.iter().any(&inside) {
                    *holding &= !bit;
                }
                bits &= bits - 1;
            }
        }
    }

    fn is_beaten(&self, rule: usize, candidates: &Bits) -> bool {
        let beaters = self.beaten_by.get(rule).map(Vec::as_slice).unwrap_or_default();
        beaters.iter().any(|(word, bits)| candidates.get(*word).is_some_and(|there| there & bits != 0))
    }

    fn keep_strictest(&self, attribute: usize, winners: &mut Vec<usize>) {
        let Some(kind) = self.table.attributes.get(attribute) else { return };
        let value = |rule: usize| self.table.rule(rule).gives.get(&attribute).copied();
        let unbeaten = winners.clone();
        winners.retain(|rule| {
            !unbeaten.iter().any(|other| {
                let pair = value(*other).zip(value(*rule));
                pair.is_some_and(|(one, other)| kind.relation(one, other) == Relation::Better)
            })
        });
    }
}

impl Lane {
    fn of(table: &Table, at: usize, atoms: Vec<(i64, i64)>) -> Self {
        let empty: Bits = vec![0; table.rules.len().div_ceil(64)];
        let (mut limited, mut free) = (empty.clone(), empty);
        for (rule, own) in table.rules.iter().enumerate() {
            if own.region.get(at).is_none() {
                put(&mut free, rule);
            }
            if own.region.get(at).is_some() || own.never_when.iter().any(|never| never.get(at).is_some()) {
                put(&mut limited, rule);
            }
        }
        let mut admit = vec![free; atoms.len()];
        for (rule, own) in table.rules.iter().enumerate() {
            for (from, to) in own.region.get(at).map(super::Set::ranges).unwrap_or_default() {
                let first = atoms.partition_point(|(start, _)| start < from);
                let end = atoms.partition_point(|(start, _)| start < to);
                let run = admit.get_mut(first..end.max(first)).unwrap_or_default();
                run.iter_mut().for_each(|bits| put(bits, rule));
            }
        }
        let is_plain =
            |(at, atom): (usize, &(i64, i64))| i64::try_from(at) == Ok(atom.0) && atom.1 == atom.0 + 1;
        Lane { plain: atoms.iter().enumerate().all(is_plain), atoms, admit, limited }
    }

    // The rules that a position admits; none when it is no position of the dimension.
    fn admitting(&self, position: i64) -> Option<&Bits> {
        if self.plain {
            return self.admit.get(usize::try_from(position).ok()?);
        }
        let at = self.atoms.partition_point(|(from, _)| *from <= position).checked_sub(1)?;
        self.atoms.get(at).filter(|(_, to)| position < *to)?;
        self.admit.get(at)
    }
}

fn put(bits: &mut Bits, rule: usize) {
    if let Some(word) = bits.get_mut(rule / 64) {
        *word |= 1 << (rule % 64);
    }
}

fn keep(bits: &mut Bits, others: &Bits) {
    bits.iter_mut().zip(others).for_each(|(own, other)| *own &= other);
}

fn both(one: &Bits, other: &Bits) -> Bits {
    one.iter().zip(other).map(|(one, other)| one & other).collect()
}

fn ones(bits: &Bits) -> impl Iterator<Item = usize> + '_ {
    bits.iter().enumerate().flat_map(|(at, word)| {
        let rest = std::iter::successors(Some(*word), |word| Some(word & word.wrapping_sub(1)));
        rest.take_while(|word| *word != 0).map(move |word| at * 64 + word.trailing_zeros() as usize)
    })
}
