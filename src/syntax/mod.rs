//! Bytes to text to a tree with a place on every key and value; never fails, reports instead.
//! Must never know what a key means.

mod tree;

pub use tree::{Content, Entry, Key, Node, Scalar, Style};
