//! The situation engine against brute force: every situation of small tables, one after the other.

mod answers;
mod brute;
mod budget;
mod cases;
mod compare;
mod exact;
pub(crate) mod random;
