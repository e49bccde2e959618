//! Service standards as code: a folder of YAML becomes findings, handbooks and policy bundles.
//!
//! Each module is a stage, named here in the order in which data flows; a stage knows only the stages before it.

/// Files, places in them, and the only door to disk and date.
pub mod source;

/// Problems: what a finding is.
pub mod diagnostic;

/// YAML text -> tree with a place on every value -> typed values.
pub mod syntax;

/// Durations, amounts, opening hours, holidays, calendars.
pub mod time;

/// What a service standard is.
pub mod model;

/// Files and packs -> one project with settled references.
pub mod resolve;

/// Where rules hold and which one wins: tables of rules, judged exactly.
pub mod situation;

/// Rules: project -> findings.
pub mod check;

/// Project -> handbooks and policy, without markup.
pub mod compile;

/// Two versions of a standard -> what changed, for whom, for better or worse.
pub mod changes;

/// Handbook and policy -> files.
pub mod render;

/// Findings -> text for people and machines.
pub mod report;

/// Commands, arguments, exit codes.
pub mod cli;
