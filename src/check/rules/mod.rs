//! The list of rules: a `mod` line in its group and an entry here. Nothing else belongs in this file.

mod life;
mod procedures;
mod scripts;
mod structure;
mod translations;

use super::Rule;

/// Every rule, sorted by id.
pub const RULES: &[Rule] = &[
    life::alarm_without_action::RULE,
    life::ended_before_start::RULE,
    life::expired_rule::RULE,
    life::expired_waiver::RULE,
    life::indicator_without_criterion::RULE,
    life::metric_without_alarm::RULE,
    life::missing_review_date::RULE,
    life::overdue_review::RULE,
    life::ownerless_standard::RULE,
    life::unused_waiver::RULE,
    procedures::asked_twice::RULE,
    procedures::customer_told_nothing::RULE,
    procedures::dead_end::RULE,
    procedures::empty_procedure::RULE,
    procedures::loop_without_exit::RULE,
    procedures::missing_closing_question::RULE,
    procedures::step_without_role::RULE,
    procedures::too_many_transfers::RULE,
    procedures::unanswered_question::RULE,
    procedures::unreachable_step::RULE,
    scripts::empty_script::RULE,
    scripts::forbidden_words::RULE,
    scripts::missing_element::RULE,
    scripts::mixed_address::RULE,
    scripts::too_long_to_say::RULE,
    scripts::unfilled_placeholder::RULE,
    structure::unknown_key::RULE,
    translations::empty_text::RULE,
    translations::missing_text::RULE,
    translations::placeholder_mismatch::RULE,
];
