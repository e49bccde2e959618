//! Rules that contradict one another, cannot apply or change nothing, each proved by a situation.

pub(super) mod aim_behind_promise;
pub(super) mod exception_circle;
pub(super) mod falling_promise;
pub(super) mod figure_in_text;
pub(super) mod idle_rule;
pub(super) mod overlapping_decisions;
pub(super) mod overlapping_escalations;
pub(super) mod overlapping_procedures;
pub(super) mod overlapping_promises;
pub(super) mod overlapping_scripts;
pub(super) mod promise_order;
pub(super) mod unproved;
pub(super) mod unreachable_rule;
