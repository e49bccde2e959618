//! Handbook and policy -> bytes; one file per format. Must never make an editorial decision.

mod manifest;
mod markdown;

pub use manifest::{digest, manifest, manifest_schema};
pub use markdown::markdown;
