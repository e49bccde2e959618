//! Reads what an earlier run, or somebody else, has written. Must never follow a link, and never read without bounds.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use super::LoadError;

/// The most bytes that are read of one file.
const LARGEST: u64 = 256_000_000;
/// The most files that are read of a folder.
const MOST_FILES: usize = 20_000;

/// The bytes of a file.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, LoadError> {
    let shown = path.display().to_string();
    let unreadable = |error: std::io::Error| LoadError::unreadable(&shown, &error);
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        let message = format!("`{shown}` is larger than {} MB", LARGEST / 1_000_000);
        return Err(LoadError::new(message, "check that it is the right file"));
    }
    Ok(bytes)
}

/// All files of a folder, by their paths with `/`. What is neither file nor folder is there with no content.
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, LoadError> {
    let mut files = BTreeMap::new();
    let mut open = vec![(folder.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        let shown = folder.display().to_string();
        for entry in fs::read_dir(&folder).map_err(|error| LoadError::unreadable(&shown, &error))? {
            let entry = entry.map_err(|error| LoadError::unreadable(&shown, &error))?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type().map_err(|error| LoadError::unreadable(&shown, &error))?;
            if kind.is_dir() {
                open.push((entry.path(), format!("{name}/")));
            } else {
                let content = if kind.is_file() { read_bytes(&entry.path())? } else { Vec::new() };
                files.insert(name, content);
            }
            if files.len() + open.len() > MOST_FILES {
                let message = format!("`{shown}` holds more than {MOST_FILES} files");
                return Err(LoadError::new(message, "check that it is the folder of a build"));
            }
        }
    }
    Ok(files)
}
