//! Tree -> typed values, through serde, without ever stopping: what cannot be taken is reported at its place
//! and left out, everything else is kept. Must never judge the meaning of a value.
//!
//! The types of `model` derive `Deserialize` and `JsonSchema`, so the reader and the published schema come from
//! one definition. serde stops at the first error; the wrappers of this module (`Field`, `Required`, `List`,
//! `Words`, `Entries`, `Rest`, `Short`) catch it at the smallest value that is wrong and go on beside it.

mod access;
mod decoder;
mod entries;
mod field;
mod list;
mod misfit;
mod problem;
mod short;
mod written;
mod yes_no;

pub use decoder::decode;
pub use entries::{Entries, Entry, ID_PATTERN, Rest, with_underscores};
pub use field::{Field, REQUIRED_MARK, Required};
pub use list::{List, Words};
pub use problem::Problem;
pub use short::{Short, Shorthand};
pub use written::{Written, read_written, written_schema};

pub(crate) use short::shorthand;
pub(crate) use written::written;

/// The rules that decoding may find broken.
pub(super) const RULES: &[&str] = &[
    "structure/unknown-key",
    "structure/unknown-value",
    "structure/missing-key",
    "structure/empty-value",
    "structure/wrong-type",
    "structure/bad-colour",
    "structure/list-instead-of-entries",
    "structure/bad-id",
    "structure/bad-duration",
    "structure/bad-hours",
    "structure/bad-date",
    "structure/bad-amount",
    "structure/bad-threshold",
    "structure/bad-frequency",
    "structure/ambiguous-word",
    "structure/unknown-time-zone",
    "structure/unknown-country",
];

/// Names under which the wrappers ask the decoder for their treatment.
mod name {
    pub(super) const FIELD: &str = "\u{1}field";
    pub(super) const REQUIRED: &str = "\u{1}required";
    pub(super) const LIST: &str = "\u{1}list";
    pub(super) const WORDS: &str = "\u{1}words";
    pub(super) const ENTRIES: &str = "\u{1}entries";
    pub(super) const REST: &str = "\u{1}rest";
    pub(super) const TEXTS: &str = "\u{1}texts";
    pub(super) const SHORT: &str = "\u{1}short:";
}

/// The request for a text in one language or several.
pub(crate) const TEXTS: &str = name::TEXTS;

pub(crate) use field::unpack_span;

/// The key of a struct that takes every entry the struct does not name.
pub const ANY_KEY: &str = "*";
