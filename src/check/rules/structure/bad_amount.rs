//! Flags amounts that cannot be read.

use crate::check::rule;

rule! {
    /// An amount of money or a share is not written as one.
    ///
    /// ## Why it matters
    /// Amounts are compared: what a role may grant, what an offer costs. A number without a currency, or two
    /// numbers, cannot be compared with anything.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// roles:
    ///   agent: { level: 1, may: { compensate: a little } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// roles:
    ///   agent: { level: 1, may: { compensate: 100 PLN, discount: 10% } }
    /// ```
    "structure/bad-amount" { severity: Error, found: while reading }
}
