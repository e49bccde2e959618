//! Handbook and policy -> bytes; one file per format. Must never make an editorial decision.

mod manifest;

pub use manifest::{digest, manifest, manifest_schema};
