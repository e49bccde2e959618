//! Flags tabs in the indentation.

use crate::check::rule;

rule! {
    /// A line is indented with a tab.
    ///
    /// In the example `␉` shows one.
    ///
    /// ## Why it matters
    /// A tab is as wide as each program likes, so nobody can tell what belongs to what. Only blanks count.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    /// ␉phone: { kind: voice }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice }
    /// ```
    "structure/tab-indentation" { severity: Error, found: while reading }
}
