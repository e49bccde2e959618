//! One vocabulary of problems for every stage. No colour, no printing, no files.

mod finding;
mod findings;
mod suggest;

pub use finding::{Finding, Label, Reweighed, Severity, Waived};
pub use findings::Findings;
pub use suggest::{did_you_mean, listed, lookalike, meant, nearest};
