//! Which rules hold where, as one bit for each rule, per dimension and atom: what holds in a situation is then found
//! by laying these bits over one another. Must never grow beyond what it is worth.

use super::Analysis;
use crate::situation::atoms::Run;

/// The most words of 64 bits that are laid out for a table: 32 MB.
const MOST: usize = 4 << 20;

/// The candidates of an attribute, by where they hold.
pub(super) struct Postings {
    /// How many words stand for all rules.
    words: usize,
    /// The dimensions that some candidate limits, each with the bits of its atoms one after the other.
    dimensions: Vec<(usize, Vec<u64>)>,
    all: Bits,
}

/// A set of rules.
#[derive(Debug, Clone)]
pub(super) struct Bits(Vec<u64>);

impl Postings {
    /// The postings of these rules; none where the table is too large for them.
    pub(super) fn of(analysis: &Analysis<'_>, candidates: &[usize]) -> Option<Postings> {
        let words = analysis.cells.len().div_ceil(64);
        let atoms: usize = analysis.atoms.dimensions.iter().map(Vec::len).sum();
        if words.saturating_mul(atoms) > MOST {
            return None;
        }
        let mut all = Bits::none(analysis.cells.len());
        candidates.iter().for_each(|rule| all.put(*rule));
        let mut dimensions = Vec::new();
        for (dimension, atoms) in analysis.atoms.dimensions.iter().enumerate() {
            let runs = |rule: &usize| Some((*rule, analysis.cells.get(*rule)?.get(dimension)?));
            let limiting: Vec<(usize, &[Run])> = candidates.iter().filter_map(runs).collect();
            if limiting.is_empty() {
                continue;
            }
            let mut free = all.clone();
            limiting.iter().for_each(|(rule, _)| free.take(*rule));
            let mut bits: Vec<u64> = free.0.iter().copied().cycle().take(words * atoms.len()).collect();
            for (rule, runs) in limiting {
                let (word, bit) = place(rule);
                for (from, to) in runs {
                    let atoms = bits.get_mut(from * words..to * words).unwrap_or_default();
                    atoms.iter_mut().skip(word).step_by(words).for_each(|word| *word |= bit);
                }
            }
            dimensions.push((dimension, bits));
        }
        Some(Postings { words, dimensions, all })
    }

    /// The rules whose conditions a situation in atoms meets.
    pub(super) fn at(&self, corner: &[usize]) -> Bits {
        let mut here = self.all.clone();
        for (dimension, bits) in &self.dimensions {
            let from = corner.get(*dimension).copied().unwrap_or_default() * self.words;
            let atom = bits.get(from..from + self.words).unwrap_or_default();
            here.0.iter_mut().zip(atom).for_each(|(here, atom)| *here &= atom);
        }
        here
    }
}

impl Bits {
    /// No rule of so many.
    pub(super) fn none(rules: usize) -> Bits {
        Bits(vec![0; rules.div_ceil(64)])
    }

    pub(super) fn put(&mut self, rule: usize) {
        let (word, bit) = place(rule);
        self.0.get_mut(word).into_iter().for_each(|word| *word |= bit);
    }

    pub(super) fn take(&mut self, rule: usize) {
        let (word, bit) = place(rule);
        self.0.get_mut(word).into_iter().for_each(|word| *word &= !bit);
    }

    pub(super) fn has(&self, rule: usize) -> bool {
        let (word, bit) = place(rule);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The rules that are in both sets, in their order.
    pub(super) fn shared<'b>(&'b self, other: &'b Bits) -> impl Iterator<Item = usize> + 'b {
        let words = self.0.iter().zip(&other.0).map(|(one, other)| one & other).enumerate();
        words.flat_map(|(at, mut left)| {
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(at * 64 + bit)
            })
        })
    }
}

fn place(rule: usize) -> (usize, u64) {
    (rule / 64, 1 << (rule % 64))
}
