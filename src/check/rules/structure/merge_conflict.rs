//! Flags marks that a version control system has left behind.

use crate::check::rule;

rule! {
    /// Two versions of the file were merged, and the marks of an unsettled conflict are still in it.
    ///
    /// ## Why it matters
    /// Both versions stand one after the other, and only people can decide which one holds. Until then the
    /// first is read.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    /// <<<<<<< HEAD
    ///   phone: { kind: voice, hours: 24/7 }
    /// =======
    ///   phone: { kind: voice }
    /// >>>>>>> draft
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice, hours: 24/7 }
    /// ```
    "structure/merge-conflict" { severity: Error, found: while reading }
}
