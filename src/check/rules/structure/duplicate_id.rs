//! Flags names that two entries share.

use crate::check::rule;

rule! {
    /// Two entries of one section have the same name, in different files.
    ///
    /// ## Why it matters
    /// Whoever refers to the name means one of them, and nobody can tell which. Only the first counts until
    /// one gets another name.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels:
    ///   phone: { kind: voice }
    /// # file: more.yaml
    /// channels:
    ///   phone: { kind: voice, hours: 24/7 }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels:
    ///   phone: { kind: voice }
    /// # file: more.yaml
    /// channels:
    ///   night-phone: { kind: voice, hours: 24/7 }
    /// ```
    "structure/duplicate-id" { severity: Error, found: while reading }
}
