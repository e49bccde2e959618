//! Flags files whose references copy too much.

use crate::check::rule;

rule! {
    /// References with `*` copy each other until the file would grow beyond all bounds.
    ///
    /// ## Why it matters
    /// Nine copies of nine copies of nine copies fill the memory of any machine. A standard refers to entries
    /// by their names and needs no copies.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// glossary:
    ///   a0: &a0 [x, x, x, x, x, x, x, x, x]
    ///   a1: &a1 [*a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0]
    ///   a2: &a2 [*a1, *a1, *a1, *a1, *a1, *a1, *a1, *a1, *a1]
    ///   a3: &a3 [*a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2]
    ///   a4: &a4 [*a3, *a3, *a3, *a3, *a3, *a3, *a3, *a3, *a3]
    ///   a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
    ///   a6: &a6 [*a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5]
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: &phone { kind: voice }
    ///   second-phone: *phone
    /// ```
    "structure/too-many-aliases" { severity: Error, found: while reading }
}
