//! The only door to the disk and to the calendar of the outside world.
//! Must never interpret a file: bytes go in and out as they are.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;

use super::LoadError;

/// What a run may know of the outside: files below a root, and which day it is.
pub trait World: Sync {
    /// The bytes of a file. `path` is relative to the root, with `/`.
    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError>;
    /// Every regular file in `folder` (relative to the root, `""` for the root itself) and below, sorted;
    /// hidden folders and links are left out.
    fn list(&self, folder: &str) -> Result<Vec<String>, LoadError>;
    /// The day as of which everything is judged.
    fn today(&self) -> Date;
}

/// The real disk, seen from a root folder.
#[derive(Debug, Clone)]
pub struct DiskWorld {
    root: PathBuf,
    today: Date,
}

impl DiskWorld {
    /// A world rooted at `root`, on the day `today`.
    pub fn new(root: impl Into<PathBuf>, today: Date) -> Self {
        DiskWorld { root: root.into(), today }
    }

    /// The place of a file on the disk.
    pub fn place(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}

/// The most files one project may have; more means that a wrong folder was named.
const MOST_FILES: usize = 50_000;
/// The deepest nesting of folders that is followed.
const DEEPEST: usize = 32;

impl World for DiskWorld {
    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        let full = self.root.join(path);
        let unreadable = |error: std::io::Error| LoadError::unreadable(path, &error);
        let size = std::fs::metadata(&full).map_err(unreadable)?.len();
        if size > super::LARGEST_FILE as u64 {
            return Err(LoadError::too_large(path, size));
        }
        std::fs::read(&full).map_err(unreadable)
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, LoadError> {
        let mut found = Vec::new();
        walk(&self.root.join(folder), folder, 0, &mut found)?;
        found.sort();
        Ok(found)
    }

    fn today(&self) -> Date {
        self.today
    }
}

fn walk(dir: &Path, name: &str, depth: usize, found: &mut Vec<String>) -> Result<(), LoadError> {
    let unreadable = |error: std::io::Error| LoadError::unreadable(name, &error);
    for entry in std::fs::read_dir(dir).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let file_name = entry.file_name().to_string_lossy().into_owned();
        if file_name.starts_with('.') {
            continue;
        }
        let path = if name.is_empty() { file_name } else { format!("{name}/{file_name}") };
        // A link may lead out of the project, so links are never followed.
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() && depth < DEEPEST {
            walk(&entry.path(), &path, depth + 1, found)?;
        } else if kind.is_file() {
            found.push(path);
        }
        if found.len() > MOST_FILES {
            return Err(LoadError::too_many_files(name, MOST_FILES));
        }
    }
    Ok(())
}

/// A world that lives in memory: for tests, examples in the documentation and editors.
#[derive(Debug, Clone)]
pub struct MemoryWorld {
    files: BTreeMap<String, Vec<u8>>,
    today: Date,
}

impl MemoryWorld {
    /// An empty world on the day `today`.
    pub fn new(today: Date) -> Self {
        MemoryWorld { files: BTreeMap::new(), today }
    }

    /// The same world with one more file.
    #[must_use]
    pub fn with(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), content.into());
        self
    }
}

impl World for MemoryWorld {
    fn read(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        self.files.get(path).cloned().ok_or_else(|| LoadError::missing(path))
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, LoadError> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        Ok(self.files.keys().filter(|path| path.starts_with(&prefix)).cloned().collect())
    }

    fn today(&self) -> Date {
        self.today
    }
}

/// `path` as seen from the folder `from`, with `.` and `..` resolved; `None` when it is absolute
/// or climbs above what a relative path can name.
pub fn relative(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<String> = from.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    for component in Path::new(path).components() {
        match component {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir => {}
            Component::ParentDir => match parts.last().map(String::as_str) {
                Some("..") | None => parts.push("..".to_owned()),
                Some(_) => {
                    parts.pop();
                }
            },
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}
