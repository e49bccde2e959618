//! Bounds that nothing may undercut.

pub(super) mod below_legal_minimum;
pub(super) mod repealed_figure;
pub(super) mod undercut;
