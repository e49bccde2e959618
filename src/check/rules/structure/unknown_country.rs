//! Flags countries whose public holidays are not known.

use crate::check::rule;

rule! {
    /// The public holidays of a country are not known.
    ///
    /// ## Why it matters
    /// Hours such as `PH off` would close on no day at all, and deadlines would run through holidays.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// holidays: { country: Poland }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// holidays: { country: PL, closed: [12-31] }
    /// ```
    "structure/unknown-country" { severity: Error, found: while reading }
}
