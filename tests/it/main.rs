//! One test binary for the whole project; each module tests one stage.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    reason = "a test may stop at the first surprise"
)]

mod architecture;
mod check_rules;
mod cli;
mod company;
mod coverage;
mod docx;
mod exports;
mod handbook;
mod html;
mod kit;
mod languages;
mod law;
mod now_page;
mod packs;
#[cfg(feature = "pdf")]
mod pdf;
mod policy;
mod profiles;
mod queue;
mod report;
mod rows;
mod rules;
mod samples;
mod schemas;
mod site;
mod situation;
mod standards;
mod starters;
mod syntax;
mod time;
mod wording;
