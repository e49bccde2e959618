//! Handbook -> files that people read. Must never make an editorial decision: what is said, in which order and
//! in which words, is settled before.

mod chart;
mod html;

pub use html::html;
