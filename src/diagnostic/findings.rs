//! Collects findings. Must never stop a stage: whoever reports goes on.

use super::Finding;

/// The most findings that one file or one rule may leave; a file of noise must not fill the memory.
const MOST: usize = 5_000;

/// The findings of a stage, in the order in which they were found.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    list: Vec<Finding>,
    left_out: usize,
}

impl Findings {
    /// An empty collection.
    pub fn new() -> Self {
        Findings::default()
    }

    /// Keeps a finding, or counts it when there are too many already.
    pub fn push(&mut self, finding: Finding) {
        if self.list.len() < MOST {
            self.list.push(finding);
        } else {
            self.left_out += 1;
        }
    }

    /// Takes over the findings of another stage.
    pub fn append(&mut self, other: Findings) {
        self.left_out += other.left_out;
        self.list.extend(other.list);
    }

    /// The same findings, each one changed.
    #[must_use]
    pub fn map(self, change: impl FnMut(Finding) -> Finding) -> Self {
        Findings { list: self.list.into_iter().map(change).collect(), left_out: self.left_out }
    }

    /// The same findings without those that another one explains.
    #[must_use]
    pub fn without(mut self, explained: impl Fn(&Finding) -> bool) -> Self {
        self.list.retain(|finding| !explained(finding));
        self
    }

    /// The findings found so far.
    pub fn as_slice(&self) -> &[Finding] {
        &self.list
    }

    /// How many were found beyond those that are kept.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The findings in the order of their places (file, byte, rule, message), each one once.
    pub fn into_sorted(mut self) -> Vec<Finding> {
        self.list.sort_by(|a, b| (a.span(), a.rule, &a.message).cmp(&(b.span(), b.rule, &b.message)));
        self.list.dedup_by(|a, b| a.rule == b.rule && a.span() == b.span() && a.message == b.message);
        self.list
    }
}
