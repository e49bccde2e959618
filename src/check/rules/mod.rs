//! The list of rules: a `mod` line in its group and an entry here. Nothing else belongs in this file.

mod completeness;
mod life;
mod structure;

use super::Rule;

/// Every rule, sorted by id.
pub const RULES: &[Rule] = &[
    completeness::missing_topic::RULE,
    life::expired_waiver::RULE,
    life::ownerless_standard::RULE,
    life::unused_waiver::RULE,
    structure::unknown_key::RULE,
];
