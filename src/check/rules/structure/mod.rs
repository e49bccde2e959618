//! The form of the files: YAML, keys, values, references. These are found while reading.

pub(super) mod unknown_key;
