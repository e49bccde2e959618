//! Flags files that are not saved as UTF-8.

use crate::check::rule;

rule! {
    /// A file is saved in another encoding than UTF-8.
    ///
    /// ## Why it matters
    /// Letters outside of English would turn into others. Old editors on Windows save Cyrillic texts as
    /// Windows-1251. Below, the first example is saved as Windows-1251 and the second one as UTF-8; on this
    /// page both look alike.
    ///
    /// ## Flagged
    /// ```yaml,flagged,windows-1251
    /// scripts:
    ///   closing: { purpose: closing, say: До свидания }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   closing: { purpose: closing, say: До свидания }
    /// ```
    "structure/wrong-encoding" { severity: Error, found: while reading }
}
