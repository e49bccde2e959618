//! The standard's own life: owners, dates, accepted findings.

pub(super) mod expired_waiver;
pub(super) mod ownerless_standard;
pub(super) mod unused_waiver;
