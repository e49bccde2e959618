//! The manifest of a build: which files belong to it and their digests. Must never hold a date or a path of a machine.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::model::{machine_schema, schema_address};
use crate::source::Sum;

/// What was built.
#[derive(Debug, Serialize, JsonSchema)]
struct Manifest {
    /// The address of the schema of this file.
    #[serde(rename = "$schema")]
    schema: String,
    /// The short name of the standard.
    standard: String,
    /// The version of the standard.
    version: String,
    /// The day as of which it was built, as `YYYY-MM-DD`.
    as_of: String,
    /// The files in the order of their paths.
    files: Vec<ManifestFile>,
}

/// A file of the build.
#[derive(Debug, Serialize, JsonSchema)]
struct ManifestFile {
    /// Its path below the folder of the build, with `/`.
    path: String,
    /// Its size in bytes.
    bytes: u64,
    /// The SHA-256 digest of its bytes, in hexadecimal.
    sha256: String,
}

/// The manifest of `files`.
pub fn manifest(standard: &str, version: &str, as_of: &str, files: &BTreeMap<String, Sum>) -> String {
    let entry = |(path, Sum { bytes, sha256 }): (&String, &Sum)| ManifestFile {
        path: path.clone(),
        bytes: *bytes,
        sha256: sha256.clone(),
    };
    let manifest = Manifest {
        schema: schema_address("manifest"),
        standard: standard.to_owned(),
        version: version.to_owned(),
        as_of: as_of.to_owned(),
        files: files.iter().map(entry).collect(),
    };
    // INVARIANT: texts and numbers can always be written.
    format!("{:#}\n", serde_json::to_value(&manifest).unwrap_or_default())
}

/// What a manifest says of each file: its size and its digest. None when it is no manifest.
pub fn manifest_files(text: &[u8]) -> Option<BTreeMap<String, Sum>> {
    let value: Value = serde_json::from_slice(text).ok()?;
    let entry = |file: &Value| {
        let sum =
            Sum { bytes: file.get("bytes")?.as_u64()?, sha256: file.get("sha256")?.as_str()?.to_owned() };
        Some((file.get("path")?.as_str()?.to_owned(), sum))
    };
    value.get("files")?.as_array()?.iter().map(entry).collect()
}

/// The standard, the version and the day that a manifest names.
pub fn manifest_labels(text: &[u8]) -> Option<[String; 3]> {
    let value: Value = serde_json::from_slice(text).ok()?;
    let label = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
    Some([label("standard")?, label("version")?, label("as_of")?])
}

/// The schema of the manifest, draft 2020-12.
pub fn manifest_schema() -> Value {
    machine_schema::<Manifest>("manifest", "The files of a build")
}

/// The SHA-256 digest of some bytes, in hexadecimal.
pub fn digest(content: &[u8]) -> String {
    Sum::of(content).sha256
}
