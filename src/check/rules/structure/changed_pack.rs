//! Documents what the reader finds when a pack is not the one that was pinned.

use crate::check::rule;

rule! {
    /// A pack has changed since it was pinned.
    ///
    /// `use` may name a pack with the fingerprint of its files: `{ pack: ../corporate, sha256: … }`. The fingerprint is
    /// taken over the paths and contents of all files of the pack; how lines end does not matter. Where the pack has
    /// another one, the finding tells it. To pin a pack for the first time, write `sha256: new` and take over the
    /// fingerprint that the finding tells. Packs that the pack itself uses are pinned where it names them.
    ///
    /// ## Why it matters
    /// A standard that builds on a folder of somebody else says something new on the day on which that folder changes,
    /// and nobody in the company has read it.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// use: [{ pack: wording/en, sha256: new }]
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// use: [wording/en]
    /// ```
    "structure/changed-pack" { severity: Error, found: while reading }
}
