//! Flags names of entries that are not well-formed.

use crate::check::rule;

rule! {
    /// The name of an entry contains something other than small letters, digits and hyphens.
    ///
    /// ## Why it matters
    /// Names are written again wherever something refers to the entry, and appear in links of the handbook.
    /// With one way of writing them nobody has to remember capitals, blanks or underscores. Letters may be of
    /// any script.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   Help_Line: { kind: voice }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   help-line: { kind: voice }
    ///   горячая-линия: { kind: voice }
    /// ```
    "structure/bad-id" { severity: Error, found: while reading }
}
