//! Bundles held against what they say of themselves. Must never call a bundle sound that this program would not have
//! written byte by byte.

use std::collections::BTreeMap;

use serde_json::Value;

use super::signature::{VerifyingKey, check};
use super::{DATA, MANIFEST, MODULE, REGO, SIGNATURES, archive, manifest};

/// What is known of a sound bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Its revision: the digest of everything that it decides by.
    pub revision: String,
    /// The short name and the version of the standard.
    pub standard: (String, String),
    /// The day as of which it was built.
    pub as_of: String,
    /// Whether it is signed.
    pub signed: bool,
}

/// Checks a bundle, and its signature when there is a key; the reason when something is wrong.
pub fn verify_bundle(packed: &[u8], key: Option<&VerifyingKey>) -> Result<Verified, String> {
    let files = archive::unpack(packed)?;
    let known = [MANIFEST, DATA, MODULE, SIGNATURES];
    if let Some(other) = files.keys().find(|name| !known.contains(&name.as_str())) {
        let shown: String = other.escape_debug().take(60).collect();
        return Err(format!("`{shown}` does not belong into it"));
    }
    if let Some(missing) = [MANIFEST, DATA, MODULE].into_iter().find(|name| !files.contains_key(*name)) {
        return Err(format!("`{missing}` is missing"));
    }
    let said = sound_manifest(&files)?;
    if files.get(MODULE).map(Vec::as_slice) != Some(REGO.as_bytes()) {
        return Err(format!(
            "`{MODULE}` is not the module of this program: another version built it, or it was changed"
        ));
    }
    let signed = files.contains_key(SIGNATURES);
    if signed {
        check(&files, key)?;
    } else if key.is_some() {
        return Err("it is not signed".to_owned());
    }
    if archive::pack(&files) != packed {
        return Err("the archive is not packed as this program packs it".to_owned());
    }
    let text = |pointer: &str| said.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Verified {
        revision: text("/revision"),
        standard: (text("/metadata/etalon/standard"), text("/metadata/etalon/version")),
        as_of: text("/metadata/etalon/as_of"),
        signed,
    })
}

// The manifest, where it is what these files make.
fn sound_manifest(files: &BTreeMap<String, Vec<u8>>) -> Result<Value, String> {
    let written = files.get(MANIFEST).map(Vec::as_slice).unwrap_or_default();
    let said: Value = serde_json::from_slice(written).map_err(|_| format!("`{MANIFEST}` is damaged"))?;
    for name in [DATA, MODULE] {
        let sum = files.get(name).map(|content| super::digest(content));
        let noted = said.pointer("/metadata/sha256").and_then(|sums| sums.get(name)).and_then(Value::as_str);
        if noted != sum.as_deref() {
            return Err(format!("`{name}` was changed"));
        }
    }
    let labels = said.pointer("/metadata/etalon").cloned().unwrap_or_default();
    if manifest(&labels, files) != written {
        return Err(format!("`{MANIFEST}` was changed"));
    }
    Ok(said)
}
