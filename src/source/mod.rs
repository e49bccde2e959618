//! Bytes and places: files, spans, lines, and the one door to the disk.
//! Knows nothing about YAML and nothing about standards.

mod built;
mod cores;
mod discover;
mod error;
mod lookup;
mod map;
mod output;
mod span;
mod sums;
mod world;

pub use built::{read_bytes, read_sums};
pub use cores::{both, side_by_side};
pub use discover::{MANIFEST, discover, text_files};
pub use error::LoadError;
pub use lookup::{Lookup, LookupSet};
pub use map::{FileId, Position, SourceFile, SourceMap};
pub use output::{OUTPUT_MANIFEST, Output, replace_file, replace_folder};
pub use span::{Span, Spanned};
pub use sums::{Sum, sums};
pub use world::{DiskWorld, MemoryWorld, World, relative};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 32_000_000;
