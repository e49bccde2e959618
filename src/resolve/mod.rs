//! Files and packs -> one `Project` in which every reference is settled or reported.
//! Must never judge whether the standard is a good one.

mod brand;
mod clock;
mod dimensions;
mod misnamed;
mod names;
mod packs;
mod pins;
mod project;
mod range;
mod read;
mod references;
mod rewrite;
pub mod starters;
mod tables;
mod translations;

pub use brand::brand_path;
pub use dimensions::{Axes, Axis, Domain, NOT_KNOWN, Values, axes, declared};
pub use packs::{BUILT_IN, BuiltIn, UsedPack, built_in};
pub use project::{EntryPlace, Project};
pub use range::Range;
pub use read::{Entrance, Reading, read};
pub use tables::TableRule;

use crate::model::{Purpose, known_measure};

/// Whether a scenario may expect something under this key: a measure, a script purpose, a decision or one of the
/// fixed words `procedure`, `escalation`, `on_duty`, `outcome`.
fn is_figure_key(key: &str, project: &Project) -> bool {
    let fixed = ["procedure", "escalation", "on_duty", "outcome", "returns", "offer", "recovery"];
    fixed.contains(&key)
        || known_measure(key).is_some()
        || project.measures.find(key).is_some()
        || project.decisions.find(key).is_some()
        || Purpose::from_word(key).is_some()
}
pub use rewrite::{Rewritten, translate};
pub use translations::{NamedText, StaleTranslation, fingerprint_of_text, translations};
