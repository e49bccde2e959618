//! The situation engine against brute force: every situation of small tables, one after the other.

mod brute;
mod cases;
mod budget;
mod exact;
mod random;
