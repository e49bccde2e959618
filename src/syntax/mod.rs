//! Bytes to text to a tree with a place on every key and value, and from the tree to typed values;
//! never fails, reports instead. Must never know what a key means.

pub mod decode;
mod tree;

pub use tree::{Content, Entry, Key, Node, Scalar, Style};
