//! Flags files in which a second document begins.

use crate::check::rule;

rule! {
    /// A line `---` ends the document in the middle of the file.
    ///
    /// ## Why it matters
    /// One file holds one document. What follows the line is not read.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// time_zone: Europe/Riga
    /// ---
    /// currency: EUR
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// time_zone: Europe/Riga
    /// currency: EUR
    /// ```
    "structure/several-documents" { severity: Error, found: while reading }
}
