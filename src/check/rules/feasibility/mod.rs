//! Whether what is promised can be kept: hours, clocks, people, escalations.

pub(super) mod beyond_authority;
pub(super) mod chain_too_long;
pub(super) mod clock_mismatch;
pub(super) mod daylight_saving;
pub(super) mod escalation_circle;
pub(super) mod escalation_off_duty;
pub(super) mod escalation_order;
pub(super) mod hours_erased;
pub(super) mod late_escalation;
pub(super) mod nobody_on_duty;
pub(super) mod too_few_people;
