//! Texts in several languages: all there, and saying the same.

pub(super) mod empty_text;
pub(super) mod missing_text;
pub(super) mod placeholder_mismatch;
pub(super) mod stale_text;
