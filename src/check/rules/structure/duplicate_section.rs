//! Flags sections that can stand only once and stand twice.

use crate::check::rule;

rule! {
    /// A key that describes the whole standard is written in two files.
    ///
    /// ## Why it matters
    /// Sections with named entries add up across files. A key such as `standard` or `clock` describes the
    /// whole, so two of them contradict each other even when they look alike.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// time_zone: Europe/Riga
    /// # file: more.yaml
    /// time_zone: Europe/Warsaw
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// time_zone: Europe/Riga
    /// # file: more.yaml
    /// currency: EUR
    /// ```
    "structure/duplicate-section" { severity: Error, found: while reading }
}
