//! Flags packs that do not exist.

use crate::check::rule;

rule! {
    /// `use` names a pack that is neither built in nor a folder with a standard.
    ///
    /// ## Why it matters
    /// The rules and words of the pack would be missing, among them perhaps the ones that the law demands.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// use: [wording/english]
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// use: [wording/en]
    /// ```
    "structure/unknown-pack" { severity: Error, found: while reading }
}
