//! Flags lines that make no sense where they stand.

use crate::check::rule;

rule! {
    /// A line does not fit what stands around it, and nothing more can be said about why.
    ///
    /// ## Why it matters
    /// The line and what is indented below it are left out; everything else is read.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// time_zone: Europe/Riga
    /// ... and so on
    /// currency: EUR
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// time_zone: Europe/Riga
    /// currency: EUR
    /// ```
    "structure/yaml-syntax" { severity: Error, found: while reading }
}
