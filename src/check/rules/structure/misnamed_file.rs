//! Flags files of the standard whose names say that they are something else.

use crate::check::rule;

rule! {
    /// A file holds a part of the standard, but its name ends in `.txt`.
    ///
    /// ## Why it matters
    /// Files of a standard end in `.yaml`. An editor that adds `.txt` to the name, often unseen, hides the file from other
    /// programs and from colleagues. It is read all the same, so that the rest of the standard can be judged.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// channels: { chat: { kind: chat, hours: 24/7 } }
    /// # file: scripts.yaml.txt
    /// scripts: { closing: { purpose: closing, say: Goodbye. } }
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// channels: { chat: { kind: chat, hours: 24/7 } }
    /// # file: scripts.yaml
    /// scripts: { closing: { purpose: closing, say: Goodbye. } }
    /// ```
    "structure/misnamed-file" { severity: Error, found: while reading }
}
