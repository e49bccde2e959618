//! What can go wrong before anything was read. Must never speak of the content of a file: that is a finding.

use std::fmt;

/// The project could not be read at all; the run ends with exit code 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// What happened, in plain words.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl LoadError {
    /// An error of the given words.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        LoadError { message: message.into(), help: help.into() }
    }

    /// The file or folder is not there.
    pub fn missing(path: &str) -> Self {
        LoadError::new(format!("there is no `{path}`"), "check the spelling of the path")
    }

    pub(crate) fn unreadable(path: &str, error: &std::io::Error) -> Self {
        let name = if path.is_empty() { "the project folder" } else { path };
        match error.kind() {
            std::io::ErrorKind::NotFound => LoadError::missing(name),
            std::io::ErrorKind::PermissionDenied => LoadError::new(
                format!("`{name}` may not be read"),
                "ask whoever owns the file for permission to read it",
            ),
            _ => LoadError::new(
                format!("`{name}` could not be read: {error}"),
                "check that the file or folder is there and that the disk is in order",
            ),
        }
    }

    pub(crate) fn too_large(path: &str, size: u64) -> Self {
        LoadError::new(
            format!(
                "`{path}` is too large: {} MB, at most {} MB are read",
                size / 1_000_000,
                super::LARGEST_FILE / 1_000_000
            ),
            "split it into several files: sections of different files add up",
        )
    }

    pub(crate) fn too_many_files(folder: &str, most: usize) -> Self {
        LoadError::new(
            format!("there are more than {most} files below `{folder}`"),
            "name the folder that holds `etalon.yaml`",
        )
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.help)
    }
}

impl std::error::Error for LoadError {}
