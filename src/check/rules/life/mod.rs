//! The standard's own life: owners, dates, accepted findings.

pub(super) mod alarm_without_action;
pub(super) mod ended_before_start;
pub(super) mod expired_rule;
pub(super) mod expired_waiver;
pub(super) mod indicator_without_criterion;
pub(super) mod metric_without_alarm;
pub(super) mod missing_review_date;
pub(super) mod overdue_review;
pub(super) mod ownerless_standard;
pub(super) mod starter_text;
pub(super) mod unused_waiver;
pub(super) mod weakened_rule;
