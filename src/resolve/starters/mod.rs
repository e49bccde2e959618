//! The starters: standards by line of business, from which a company makes its own.
//! Must never be read as a standard while it is judged; only the texts that a company is to replace are known by then.

mod home;
mod lines;
mod own;
mod write;

pub use home::{Home, home};
pub use own::{OwnText, own_texts};
pub use write::{Wishes, write};

/// The languages that every starter is written in.
pub const LANGUAGES: [&str; 4] = ["en", "lv", "pl", "ru"];

/// A starter: its name and the file that holds its texts in every language.
#[derive(Debug, Clone, Copy)]
pub struct Starter {
    /// The name, such as `call-centre`.
    pub name: &'static str,
    /// For whom it is, in English.
    pub about: &'static str,
    pub(super) text: &'static str,
}

macro_rules! starters {
    ($($name:literal: $about:literal),* $(,)?) => {
        &[$(Starter {
            name: $name,
            about: $about,
            text: include_str!(concat!("../../../standards/starters/", $name, ".yaml")),
        }),*]
    };
}

/// Every starter, the smallest first.
pub const STARTERS: &[Starter] = starters![
    "small": "the smallest standard that is complete",
    "shop": "a shop or showroom that customers come into",
    "call-centre": "a telephone service with chat and e-mail",
    "web-shop": "a shop that sells on a screen and sends the goods",
    "b2b-service-desk": "a service desk for companies with contracts",
    "hotel": "a hotel or guest house",
    "pharmacy": "a pharmacy",
    "repair": "a workshop that takes things in and repairs them",
    "municipal-office": "a public office that receives residents",
];

/// What several starters have in common, part by part.
const PARTS: &str = include_str!("../../../standards/starters/parts.yaml");

/// The starter of this name.
pub fn starter(name: &str) -> Option<&'static Starter> {
    STARTERS.iter().find(|starter| starter.name == name)
}
