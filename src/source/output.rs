//! Writes a folder of results so that a killed run leaves the old folder or the new one, never a mixture.
//! Must never touch a folder that it did not make itself.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::LoadError;

/// The file by which a folder is recognised as a result of an earlier run.
pub const OUTPUT_MANIFEST: &str = "manifest.json";

/// Replaces the folder `target` by one that holds exactly `files` (path with `/` to content).
/// A folder that holds anything but earlier results is refused.
pub fn replace_folder(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), LoadError> {
    let shown = target.display().to_string();
    if !is_replaceable(target) {
        return Err(LoadError::new(
            format!("`{shown}` holds files that were not built here, so it is not replaced"),
            "name another folder with `-o`, or empty this one",
        ));
    }
    let fresh = sibling(target, "new");
    let written = write_all(&fresh, files, target).and_then(|()| exchange(&fresh, target));
    // Whatever lies in the side folder now is the old result or a failed new one; neither is wanted.
    let removed = if fresh.exists() { fs::remove_dir_all(&fresh) } else { Ok(()) };
    written.and(removed).map_err(|error| {
        LoadError::new(
            format!("`{shown}` could not be written: {error}"),
            "check that the folder above it exists, may be written and has space left",
        )
    })
}

fn is_replaceable(target: &Path) -> bool {
    let Ok(entries) = fs::read_dir(target) else { return !target.exists() };
    target.join(OUTPUT_MANIFEST).is_file() || entries.count() == 0
}

/// A folder beside `target`, so that it can take its place in one step.
fn sibling(target: &Path, word: &str) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_else(|| "dist".to_owned());
    target.with_file_name(format!(".{name}.{word}-{}", std::process::id()))
}

// What is as it was before becomes a second name of the same file: it is not written again and keeps its date.
fn write_all(folder: &Path, files: &BTreeMap<String, Vec<u8>>, before: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for (path, content) in files {
        let full = folder.join(path);
        if let Some(parent) = full.parent() {
            fs::create_dir_all(parent)?;
        }
        let old = before.join(path);
        if holds(&old, content) && fs::hard_link(&old, &full).is_ok() {
            continue;
        }
        let mut file = fs::File::create(full)?;
        file.write_all(content)?;
        file.sync_all()?;
    }
    Ok(())
}

// Whether a file, and no link to one, holds just this.
fn holds(path: &Path, content: &[u8]) -> bool {
    let same_length = |about: fs::Metadata| about.is_file() && about.len() == content.len() as u64;
    fs::symlink_metadata(path).is_ok_and(same_length) && fs::read(path).is_ok_and(|old| old == content)
}

fn exchange(fresh: &Path, target: &Path) -> std::io::Result<()> {
    if !target.exists() {
        return fs::rename(fresh, target);
    }
    swap(fresh, target)
}

#[cfg(target_os = "linux")]
fn swap(fresh: &Path, target: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, fresh, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // Some file systems cannot exchange two folders in one step.
        Err(_) => swap_in_two_steps(fresh, target),
    }
}

#[cfg(not(target_os = "linux"))]
fn swap(fresh: &Path, target: &Path) -> std::io::Result<()> {
    swap_in_two_steps(fresh, target)
}

fn swap_in_two_steps(fresh: &Path, target: &Path) -> std::io::Result<()> {
    let old = sibling(target, "old");
    fs::rename(target, &old)?;
    match fs::rename(fresh, target) {
        Ok(()) => fs::remove_dir_all(&old),
        Err(error) => fs::rename(&old, target).and(Err(error)),
    }
}

/// Writes one file in one step, by way of a file beside it.
pub fn replace_file(target: &Path, content: &[u8]) -> Result<(), LoadError> {
    let fresh = sibling(target, "new");
    let written = fs::File::create(&fresh)
        .and_then(|mut file| file.write_all(content).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&fresh, target));
    written.map_err(|error| {
        LoadError::new(
            format!("`{}` could not be written: {error}", target.display()),
            "check that the folder exists, may be written and has space left",
        )
    })
}
