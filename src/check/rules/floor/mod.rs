//! Bounds that nothing may undercut.

pub(super) mod undercut;
