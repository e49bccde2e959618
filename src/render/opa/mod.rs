//! A bundle for Open Policy Agent: the decision tables as data, and one module of Rego that decides by them.
//! Must never write a text of the standard anywhere but into the data.

mod archive;
mod canonical;
mod cells;
mod data;
mod signature;
mod verify;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

pub use signature::{SigningKey, VerifyingKey};
pub use verify::{Verified, verify_bundle};

use super::manifest::digest;
use crate::compile::DecisionTable;

/// The module that decides.
pub const REGO: &str = include_str!("decide.rego");
/// The names of the files of a bundle.
const MANIFEST: &str = ".manifest";
const DATA: &str = "data.json";
const MODULE: &str = "etalon/decide.rego";
const SIGNATURES: &str = ".signatures.json";

/// What a bundle is built from.
#[derive(Debug, Clone, Copy)]
pub struct BundleOf<'a> {
    /// The short name of the standard.
    pub standard: &'a str,
    /// The version of the standard.
    pub version: &'a str,
    /// The day as of which the tables stand.
    pub as_of: &'a str,
    /// The tables.
    pub tables: &'a [DecisionTable],
}

/// The data of a bundle.
pub fn bundle_data(of: &BundleOf<'_>) -> Value {
    let tables: Map<String, Value> =
        of.tables.iter().map(|table| (table.name.clone(), data::table(table))).collect();
    let policy = json!({
        "standard": of.standard,
        "version": of.version,
        "as_of": of.as_of,
        "tables": tables,
    });
    json!({ "etalon": { "policy": policy } })
}

/// A bundle as a `.tar.gz`, signed when there is a key.
pub fn bundle(of: &BundleOf<'_>, key: Option<&SigningKey>) -> Result<Vec<u8>, String> {
    let mut files = BTreeMap::from([
        (DATA.to_owned(), format!("{}\n", bundle_data(of)).into_bytes()),
        (MODULE.to_owned(), REGO.as_bytes().to_vec()),
    ]);
    let labels = json!({ "standard": of.standard, "version": of.version, "as_of": of.as_of });
    files.insert(MANIFEST.to_owned(), manifest(&labels, &files));
    if let Some(key) = key {
        files.insert(SIGNATURES.to_owned(), signature::signed(&files, key)?);
    }
    Ok(archive::pack(&files))
}

// The manifest of these files. Its revision is the digest of everything that the bundle decides by.
fn manifest(labels: &Value, files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let sums = [DATA, MODULE]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), digest(files.get(name)?).into())));
    let sums: Map<String, Value> = sums.collect();
    let revision = digest(canonical::canonical(&json!({ "labels": labels, "files": sums })).as_bytes());
    let manifest = json!({
        "revision": revision,
        "roots": ["etalon"],
        "rego_version": 1,
        "metadata": { "etalon": labels, "sha256": sums },
    });
    format!("{manifest}\n").into_bytes()
}
