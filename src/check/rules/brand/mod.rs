//! The look of the handbooks.

pub(super) mod low_contrast;
