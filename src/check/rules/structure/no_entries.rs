//! Flags files that hold no entries.

use crate::check::rule;

rule! {
    /// A file holds a list or a text instead of named sections.
    ///
    /// ## Why it matters
    /// A file of a standard is a group of sections such as `channels:`. Without their names nobody knows what
    /// a list is a list of.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// - phone
    /// - chat
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice }
    ///   chat: { kind: chat }
    /// ```
    "structure/no-entries" { severity: Error, found: while reading }
}
