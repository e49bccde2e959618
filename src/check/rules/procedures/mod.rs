//! Procedures as graphs: ways that end, questions that are answered, customers who know where they stand.

pub(super) mod asked_twice;
pub(super) mod customer_told_nothing;
pub(super) mod dead_end;
pub(super) mod empty_procedure;
pub(super) mod loop_without_exit;
pub(super) mod missing_closing_question;
pub(super) mod step_without_role;
pub(super) mod too_many_transfers;
pub(super) mod unanswered_question;
pub(super) mod unreachable_step;
