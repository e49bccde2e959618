//! Rules about the choice of words, one rule per file.

pub(super) mod loose_limit;
pub(super) mod unobservable_behaviour;
pub(super) mod untrue_example;
pub(super) mod vague_promise;
