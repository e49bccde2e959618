//! What a standard has to say: nothing that a standard of its kind needs is missing.

pub(super) mod missing_topic;
pub(super) mod uncovered_situation;
