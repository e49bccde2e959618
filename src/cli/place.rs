//! Finds the project that a path on the command line means. Must never judge it.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::resolve::{Entrance, Project, read};
use crate::source::{DiskWorld, LoadError, MANIFEST};

/// A project on the disk.
#[derive(Debug)]
pub(super) struct Place {
    /// The world as seen from the project's folder.
    pub(super) world: DiskWorld,
    /// Where in that world the standard is.
    pub(super) entrance: Entrance,
}

/// The day on which the command is called.
pub(super) fn today() -> Date {
    jiff::Zoned::now().date()
}

/// The project that `path` means: a folder with a manifest, the nearest folder above with one, or a single file.
pub(super) fn find(path: Option<&Path>, as_of: Option<Date>) -> Result<Place, LoadError> {
    let named = path.unwrap_or(Path::new("."));
    let today = as_of.unwrap_or_else(today);
    let shown = named.display().to_string();
    if named.is_file() {
        return Ok(of_file(named, today));
    }
    if !named.is_dir() {
        return Err(LoadError::missing(&shown));
    }
    let start = std::path::absolute(named).unwrap_or_else(|_| named.to_path_buf());
    let folder = start.ancestors().find(|folder| folder.join(MANIFEST).is_file());
    // A folder that was named outright may hold a standard in files of other names.
    let folder = match (folder, path) {
        (Some(folder), None) => folder.to_path_buf(),
        _ => named.to_path_buf(),
    };
    Ok(of_folder(folder, today))
}

/// The standard around the folder that the command was called in, when there is one that can be read.
pub(super) fn here() -> Option<Project> {
    let folder = std::env::current_dir().ok()?;
    folder.ancestors().find(|folder| folder.join(MANIFEST).is_file())?;
    let place = find(None, None).ok()?;
    read(&place.world, &place.entrance).ok().map(|reading| reading.project)
}

fn of_folder(folder: PathBuf, today: Date) -> Place {
    Place { world: DiskWorld::new(folder, today), entrance: Entrance::Folder(String::new()) }
}

fn of_file(file: &Path, today: Date) -> Place {
    let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // A manifest stands for its whole project; any other file is a standard by itself.
    if name == MANIFEST {
        return of_folder(folder.to_path_buf(), today);
    }
    Place { world: DiskWorld::new(folder, today), entrance: Entrance::File(name) }
}
