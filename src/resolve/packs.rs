//! The packs that come with the program: standards that other standards build on.
//! Must never be special: a built-in pack is read like any file of a project.

use std::ops::Range;

use crate::model::Pack;
use crate::source::{FileId, Span};

/// A pack that a standard builds on, as it was found.
#[derive(Debug, Clone)]
pub struct UsedPack {
    /// Its name as written under `use`.
    pub name: String,
    /// Where the standard itself names it, or names the pack that brought it.
    pub brought_by: Span,
    /// The files it consists of.
    pub files: Range<FileId>,
    /// What it says about itself.
    pub about: Pack,
}

/// A built-in pack: its name under `use`, and its text.
#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    /// The name, such as `wording/pl`.
    pub name: &'static str,
    /// The file, written in the language of every standard.
    pub text: &'static str,
}

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        &[$(BuiltIn { name: $name, text: include_str!(concat!("../../standards/", $name, ".yaml")) }),*]
    };
}

/// Every built-in pack, sorted by name.
pub const BUILT_IN: &[BuiltIn] = built_in![
    "law/es-customer-service",
    "law/eu",
    "law/lv",
    "law/pl",
    "law/ru",
    "law/uk",
    "law/us",
    "profile/b2b",
    "profile/every",
    "profile/hotel",
    "profile/internal",
    "profile/leadership",
    "profile/office",
    "profile/online-shop",
    "profile/pharmacy",
    "profile/phone",
    "profile/public-reviews",
    "profile/repair",
    "profile/selling",
    "profile/store",
    "profile/written",
    "wording/en",
    "wording/lv",
    "wording/pl",
    "wording/ru",
];

/// The built-in pack of this name.
pub fn built_in(name: &str) -> Option<&'static BuiltIn> {
    BUILT_IN.iter().find(|pack| pack.name == name)
}

/// The path under which the text of a built-in pack appears in findings.
pub(super) fn shown_path(name: &str) -> String {
    format!("standards/{name}.yaml")
}
