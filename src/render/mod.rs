//! Handbook and policy -> files; one module per format. Must never make an editorial decision: what is said, in which
//! order and in which words, is settled before.

mod chart;
mod clock;
mod columns;
mod docx;
mod exports;
mod html;
mod look;
mod manifest;
mod markdown;
mod markup;
mod opa;
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod places;
mod scorm;
mod xlsx;
mod xml;

pub use docx::{docx, is_template};
pub use exports::{Matter, TARGETS, Target};
pub use html::{html, quiz, site, site_around};
pub use look::{Look, Picture, PictureFormat};
pub use manifest::{digest, manifest, manifest_files, manifest_labels, manifest_schema};
pub use markdown::markdown;
pub use opa::{BundleOf, REGO, SigningKey, Verified, VerifyingKey, bundle, bundle_data, verify_bundle};
#[cfg(feature = "pdf")]
pub use pdf::{cards, pdf, wall_sheet};
pub use scorm::scorm;
pub use xlsx::scorecard;

pub(crate) use markup::Markup;
