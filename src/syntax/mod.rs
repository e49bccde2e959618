//! Bytes to text to a tree with a place on every key and value, and from the tree to typed values;
//! never fails, reports instead. Must never know what a key means.

mod anchors;
mod build;
mod build_map;
pub mod decode;
mod encoding;
mod line;
mod page;
mod parse;
mod recover;
mod simple;
mod traps;
mod tree;

pub use encoding::{Decoded, Misread, text_of};
pub use parse::parse;
pub use simple::is_simple;
pub use tree::{Content, Entry, Key, Node, Scalar, Style};
