//! Parts -> one ZIP file, the same bytes for the same parts.
//! Must never look into a part, and never write a date of the machine.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The part that must be the first in the file, so that readers recognise it.
pub(in crate::render) const CONTENT_TYPES: &str = "[Content_Types].xml";

/// Packs parts, by their path.
pub(in crate::render) fn pack(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    // INVARIANT: writing into memory does not fail, and no part is as large as the format's bounds.
    try_pack(parts).unwrap_or_default()
}

fn try_pack(parts: &BTreeMap<String, Vec<u8>>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let first = parts.get_key_value(CONTENT_TYPES);
    let others = parts.iter().filter(|(path, _)| *path != CONTENT_TYPES);
    for (path, content) in first.into_iter().chain(others) {
        file.start_file(path.as_str(), options)?;
        file.write_all(content)?;
    }
    Ok(file.finish()?.into_inner())
}
