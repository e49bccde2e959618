//! Flags backslashes that mean nothing.

use crate::check::rule;

rule! {
    /// A text in double quotes contains a backslash with a letter that means nothing.
    ///
    /// ## Why it matters
    /// Between double quotes a backslash changes what follows, as `\n` begins a new line. In single quotes it
    /// is a letter like any other.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// links:
    ///   archive: { note: "\\server\documents" }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// links:
    ///   archive: { note: '\\server\documents' }
    /// ```
    "structure/unknown-escape" { severity: Error, found: while reading }
}
