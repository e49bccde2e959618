//! What is said: words that can be said, filled and timed, and that fit the company's choice of words.

pub(super) mod empty_script;
pub(super) mod forbidden_words;
pub(super) mod missing_element;
pub(super) mod mixed_address;
pub(super) mod too_long_to_say;
pub(super) mod unfilled_placeholder;
