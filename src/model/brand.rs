//! How handbooks look: the company's colour, fonts and logo. Must never read a file; only their paths are here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Text, no_texts, part};
use crate::syntax::decode::{Field, Problem, Words, Written, written};

part! {
    /// How handbooks look: the company's colour, fonts and logo. Paths are counted from the folder of `etalon.yaml`.
    #[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
    pub struct Brand {
        /// The logo on the cover: a PNG or SVG file of the project, such as `brand/logo.svg`.
        pub logo: Field<String>,
        /// The colour of headings, lines and bars, such as `"#0a5a66"`; it must be dark enough to be read on white.
        pub colour: Field<Colour>,
        /// The font of the text, by its name, such as `Open Sans`.
        pub font: Field<String>,
        /// The font of the headings, where it is another one.
        pub heading_font: Field<String>,
        /// The files of these fonts (`.ttf`, `.otf`) in the project, so that the PDF can be set in them.
        pub font_files: Words<String>,
        /// A sentence on the cover.
        pub cover: Field<Text>,
        /// The address of the company, at the foot of the cover.
        pub address: Field<Text>,
        /// A document of the company (`.docx`) whose styles, header, footer and page the handbooks for word
        /// processors take over.
        pub template: Field<String>,
    }
}

/// A colour by its parts of red, green and blue, such as `#0a5a66`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// The part of red.
    pub red: u8,
    /// The part of green.
    pub green: u8,
    /// The part of blue.
    pub blue: u8,
}

impl Colour {
    /// How much the colour stands out from white: 1 not at all, 21 as black does (WCAG 2.2).
    pub fn contrast_with_white(self) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let light = 0.2126 * part(self.red) + 0.7152 * part(self.green) + 0.0722 * part(self.blue);
        1.05 / (light + 0.05)
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }
}

impl Written for Colour {
    fn from_written(text: &str) -> Result<Self, Problem> {
        let digits = text.trim().trim_start_matches('#');
        let doubled: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => digits.to_owned(),
        };
        let part = |at: usize| doubled.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
        match (doubled.len(), part(0), part(2), part(4)) {
            (6, Some(red), Some(green), Some(blue)) => Ok(Colour { red, green, blue }),
            _ => Err(Problem::new(
                "structure/bad-colour",
                format!("`{}` is not a colour", text.trim()),
                "write six digits from 0 to f in quotes, such as `\"#0a5a66\"`",
            )),
        }
    }
}

impl Serialize for Colour {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("#{self}"))
    }
}

written!(
    Colour => String,
    "Colour",
    "A colour by its parts of red, green and blue; in quotes, since `#` begins a comment.",
    r"^\s*#*([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\s*$",
    ["#0a5a66"]
);

no_texts!(Colour);
