//! `etalon verify`: holds a build, or a bundle, against what it says of itself. Must never write anything, nor unpack
//! to the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::show::say;
use super::{Outcome, Result};
use crate::render::{VerifyingKey, manifest, manifest_files, manifest_labels, verify_bundle};
use crate::source::{LoadError, OUTPUT_MANIFEST, Sum, read_bytes, read_sums};

/// Check that a build or a bundle is whole and unchanged.
///
/// A folder is held against its `manifest.json`: every changed, missing or extra file is named. A bundle is held
/// against its own digests, and its signature against a public key.
#[derive(Debug, Args)]
pub(super) struct Verify {
    /// The folder of a build, or a bundle such as `dist/policy.tar.gz`.
    path: PathBuf,
    /// A public key in PEM (P-256 or RSA): bundles must then be signed with it.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

/// The bundle in the folder of a build.
pub(super) const BUNDLE: &str = "policy.tar.gz";

impl Verify {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let key = self.key.as_deref().map(public_key).transpose()?;
        if self.path.is_dir() {
            return self.folder(key.as_ref(), out);
        }
        let packed = read_bytes(&self.path)?;
        self.bundle(&self.path, &packed, key.as_ref(), out)
    }

    fn bundle(&self, path: &Path, packed: &[u8], key: Option<&VerifyingKey>, out: &mut dyn Write) -> Result {
        let shown = path.display();
        match verify_bundle(packed, key) {
            Err(reason) => {
                say(out, &format!("`{shown}` is refused: {reason}\n"))?;
                Ok(Outcome::Findings)
            }
            Ok(sound) => {
                let signature = match (sound.signed, key.is_some()) {
                    (true, true) => "signed with this key",
                    (true, false) => "signed; name the public key with `--key` to check by whom",
                    _ => "not signed",
                };
                let (standard, version) = &sound.standard;
                let of = format!("{standard} {version}, as of {}", sound.as_of);
                say(out, &format!("`{shown}` is sound: {of}, revision {}; {signature}\n", sound.revision))?;
                Ok(Outcome::Clean)
            }
        }
    }

    fn folder(&self, key: Option<&VerifyingKey>, out: &mut dyn Write) -> Result {
        let shown = self.path.display();
        let mut files = read_sums(&self.path)?;
        // What is read is what was counted: no link, and nothing that changed in between.
        let whole = |path: &str, sum: Option<&Sum>| -> Option<Vec<u8>> {
            let content = read_bytes(&self.path.join(path)).ok();
            content.filter(|content| sum == Some(&Sum::of(content)))
        };
        let noted = files.remove(OUTPUT_MANIFEST);
        let noted = whole(OUTPUT_MANIFEST, noted.as_ref()).unwrap_or_default();
        let (Some(sums), Some(mut labels)) = (manifest_files(&noted), manifest_labels(&noted)) else {
            say(out, &format!("`{shown}` is refused: it has no readable `{OUTPUT_MANIFEST}`\n"))?;
            return Ok(Outcome::Findings);
        };
        let mut wrong = differences(&sums, &files);
        let bundle = whole(BUNDLE, files.get(BUNDLE));
        // The bundle says of itself what it was built from, so that nobody can relabel the build.
        if let Some(Ok(sound)) = bundle.as_ref().map(|packed| verify_bundle(packed, None)) {
            labels = [sound.standard.0, sound.standard.1, sound.as_of];
        }
        let [standard, version, as_of] = &labels;
        if wrong.is_empty() && manifest(standard, version, as_of, &files).as_bytes() != noted {
            wrong.push(format!("`{OUTPUT_MANIFEST}` was changed"));
        }
        if !wrong.is_empty() {
            say(out, &format!("`{shown}` is not as it was built:\n  {}\n", wrong.join("\n  ")))?;
            return Ok(Outcome::Findings);
        }
        say(out, &format!("`{shown}` is as it was built: {} files\n", files.len() + 1))?;
        match bundle {
            Some(packed) => self.bundle(&self.path.join(BUNDLE), &packed, key, out),
            None if key.is_some() => {
                say(out, &format!("`{shown}` is refused: it holds no bundle that could be signed\n"))?;
                Ok(Outcome::Findings)
            }
            None => Ok(Outcome::Clean),
        }
    }
}

/// What is wrong with the files of a folder, given what was noted of them.
fn differences(noted: &BTreeMap<String, Sum>, files: &BTreeMap<String, Sum>) -> Vec<String> {
    let paths: BTreeSet<&String> = files.keys().chain(noted.keys()).collect();
    let wrong = paths.into_iter().filter_map(|path| match (noted.get(path), files.get(path)) {
        (Some(noted), Some(found)) if noted == found => None,
        (Some(_), Some(_)) => Some(format!("`{path}` was changed")),
        (Some(_), None) => Some(format!("`{path}` is missing")),
        (None, _) => Some(format!("`{path}` was not built here")),
    });
    wrong.collect()
}

fn public_key(path: &Path) -> std::result::Result<VerifyingKey, LoadError> {
    let text = read_bytes(path)?;
    VerifyingKey::parse(&String::from_utf8_lossy(&text)).ok_or_else(|| {
        let message = format!("`{}` is no public key that bundles are checked with", path.display());
        LoadError::new(
            message,
            "give a P-256 or an RSA key of at least 2048 bits, in PEM: `BEGIN PUBLIC KEY`",
        )
    })
}
