//! Texts for translators, out and in again: XLIFF 1.2, XLIFF 2.0, workbook.
//! Must never lose the name under which a text comes back.

mod workbook;
mod xliff;

/// A format in which texts go to translators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    /// XLIFF 1.2, which every tool reads.
    Xliff12,
    /// XLIFF 2.0.
    Xliff20,
    /// A workbook.
    Workbook,
}

/// A text to be translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its name.
    pub key: String,
    /// The source text.
    pub source: String,
    /// The translation, where there is one.
    pub target: Option<String>,
    /// What is known of the translation.
    pub state: UnitState,
}

/// What is known of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitState {
    /// There is none.
    New,
    /// The source has changed since.
    Stale,
    /// It is there.
    Translated,
}

/// Writes texts; `languages` are the source and the target.
pub fn write_units(format: Exchange, standard: &str, languages: (&str, &str), units: &[Unit]) -> Vec<u8> {
    match format {
        Exchange::Xliff12 => xliff::write_12(standard, languages, units),
        Exchange::Xliff20 => xliff::write_20(standard, languages, units),
        Exchange::Workbook => workbook::write(languages, units),
    }
}

/// What came back: the target language and the texts. Nothing when the bytes are of none of the formats.
pub fn read_units(bytes: &[u8]) -> Option<(String, Vec<Unit>)> {
    if bytes.starts_with(b"PK") { workbook::read(bytes) } else { xliff::read(bytes) }
}
