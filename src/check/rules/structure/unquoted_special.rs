//! Flags texts that begin with a character that means something else.

use crate::check::rule;

rule! {
    /// A text without quotes begins with a character that has a meaning of its own, or contains a comma
    /// between braces.
    ///
    /// ## Why it matters
    /// `{` begins a group, `*` a reference, `%` and `@` may begin nothing at all, and between braces a comma
    /// ends the text. In quotes all of them are ordinary characters.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   greeting:
    ///     purpose: greeting
    ///     say: {agent} speaking, how can I help?
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   greeting:
    ///     purpose: greeting
    ///     say: "{agent} speaking, how can I help?"
    /// ```
    "structure/unquoted-special" { severity: Error, found: while reading }
}
