//! Flags texts in a language that the standard does not have.

use crate::check::rule;

rule! {
    /// A text is written in a language that is not one of `languages`.
    ///
    /// ## Why it matters
    /// No handbook is built in that language, so the text would never be seen. Or it is no language at all: a
    /// text is expected, and a group of keys stands there.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// languages: [pl, en]
    /// scripts:
    ///   closing: { purpose: closing, say: { pl: Do widzenia, en: Goodbye, de: Auf Wiedersehen } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// languages: [pl, en]
    /// scripts:
    ///   closing: { purpose: closing, say: { pl: Do widzenia, en: Goodbye } }
    /// ```
    "structure/unknown-language" { severity: Error, found: while reading }
}
