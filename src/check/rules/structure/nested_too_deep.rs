//! Flags values that are nested without bounds.

use crate::check::rule;

rule! {
    /// Groups and lists are nested more than 64 levels deep.
    ///
    /// ## Why it matters
    /// No standard needs a fraction of that. Usually brackets were pasted by a program.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// languages: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// languages: [en]
    /// ```
    "structure/nested-too-deep" { severity: Error, found: while reading }
}
