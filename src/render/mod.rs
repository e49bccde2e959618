//! Handbook and policy -> files; one module per format. Must never make an editorial decision: what is said, in which
//! order and in which words, is settled before.

mod chart;
mod html;
mod manifest;
mod markdown;

pub use html::html;
pub use manifest::{digest, manifest, manifest_schema};
pub use markdown::markdown;
