//! Flags colons that stick to the value.

use crate::check::rule;

rule! {
    /// There is no blank between the colon and the value.
    ///
    /// ## Why it matters
    /// Without the blank, name and value are read as one text.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// time_zone:Europe/Riga
    /// currency: EUR
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// time_zone: Europe/Riga
    /// currency: EUR
    /// ```
    "structure/missing-space-after-colon" { severity: Error, found: while reading }
}
