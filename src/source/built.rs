//! Reads what an earlier run, or somebody else, has written. Must never follow a link, and never read without bounds.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use super::{LoadError, Sum};

/// The most bytes that are read of one file.
const LARGEST: u64 = 256_000_000;
/// The most files that are read of a folder.
const MOST_FILES: usize = 1_000_000;

/// The bytes of a file.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, LoadError> {
    let shown = path.display().to_string();
    let unreadable = |error: std::io::Error| LoadError::unreadable(&shown, &error);
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(path));
    }
    Ok(bytes)
}

/// The sums of all files of a folder, by their paths with `/`. What is neither file nor folder counts as empty.
pub fn read_sums(folder: &Path) -> Result<BTreeMap<String, Sum>, LoadError> {
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
                files.insert(name, if kind.is_file() { sum(&entry.path())? } else { Sum::of(&[]) });
            }
            if files.len() + open.len() > MOST_FILES {
                let message = format!("`{shown}` holds more than {MOST_FILES} files");
                return Err(LoadError::new(message, "check that it is the folder of a build"));
            }
        }
    }
    Ok(files)
}

fn sum(path: &Path) -> Result<Sum, LoadError> {
    let file = fs::File::open(path);
    let sum = file.and_then(|file| Sum::read(file.take(LARGEST + 1)));
    let sum = sum.map_err(|error| LoadError::unreadable(&path.display().to_string(), &error))?;
    if sum.bytes > LARGEST { Err(too_large(path)) } else { Ok(sum) }
}

fn too_large(path: &Path) -> LoadError {
    let message = format!("`{}` is larger than {} MB", path.display(), LARGEST / 1_000_000);
    LoadError::new(message, "check that it is the right file")
}
