//! Fingerprints of packs, so that nobody changes what a standard builds on unseen. Must never decide what a pack may say.

use sha2::{Digest, Sha256};

use crate::diagnostic::Finding;
use crate::source::Spanned;

/// The files of a pack, taken into one fingerprint.
#[derive(Debug, Default)]
pub(super) struct Fingerprint(Vec<(String, [u8; 32])>);

impl Fingerprint {
    /// Takes in a file of the pack, under its path within the pack.
    pub(super) fn add(&mut self, path: &str, content: &[u8]) {
        // Systems end lines in different ways when they copy a file; that changes nothing.
        let mut hasher = Sha256::new();
        content.split(|byte| *byte == b'\n').for_each(|line| {
            hasher.update(line.strip_suffix(b"\r").unwrap_or(line));
            hasher.update(b"\n");
        });
        self.0.push((path.to_owned(), hasher.finalize().into()));
    }

    /// The fingerprint: of every path in order, each with its content.
    pub(super) fn finish(mut self) -> String {
        self.0.sort();
        let mut whole = Sha256::new();
        for (path, content) in self.0 {
            whole.update(path.as_bytes());
            whole.update([0]);
            whole.update(content);
        }
        whole.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The finding about a pack that is not the one that was pinned.
pub(super) fn changed(pack: &str, pinned: &Spanned<String>, found: &str) -> Option<Finding> {
    let same = pinned.value.trim().to_lowercase() == found;
    let message = format!("the pack `{pack}` is not the one that this standard was written for");
    let help = format!("look at what has changed in it; when all is well, write `sha256: {found}`");
    let finding = Finding::error("structure/changed-pack", pinned.span, message).help(help);
    (!same).then(|| finding.arg("pack", pack).arg("sha256", found))
}
