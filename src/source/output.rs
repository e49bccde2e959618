//! Writes a folder of results so that a killed run leaves the old folder or the new one, never a mixture.
//! Must never touch a folder that it did not make itself.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{LoadError, Sum};

/// The file by which a folder is recognised as a result of an earlier run.
pub const OUTPUT_MANIFEST: &str = "manifest.json";

/// A folder of results in the making. Files are written beside the folder as they come, by as many threads as like; only
/// their sums stay in memory. What is not finished is removed again.
#[derive(Debug)]
pub struct Output {
    target: PathBuf,
    /// Where the files are until they are all there; nothing where they are only counted.
    fresh: Option<Fresh>,
    sums: Mutex<BTreeMap<String, Sum>>,
}

impl Output {
    /// A folder that will hold exactly the files that are put into it. One that holds anything but earlier results is
    /// refused.
    pub fn new(target: &Path) -> Result<Self, LoadError> {
        refuse_foreign(target)?;
        let fresh = Fresh::new(target).map_err(|error| unwritten(target, &error))?;
        Ok(Output { target: target.to_owned(), fresh: Some(fresh), sums: Mutex::default() })
    }

    /// Files of which nothing but the sums are wanted.
    pub fn counted() -> Self {
        Output { target: PathBuf::new(), fresh: None, sums: Mutex::default() }
    }

    /// Adds a file, by its path with `/`. What comes twice has to be the same both times.
    pub fn put(&self, path: &str, content: &[u8]) -> Result<(), LoadError> {
        let sum = Sum::of(content);
        let known = self.locked().insert(path.to_owned(), sum.clone());
        match (known, &self.fresh) {
            (Some(known), _) if known == sum => Ok(()),
            (Some(_), _) => {
                let message = format!("two different files would be called `{path}`");
                Err(LoadError::new(message, "rename one of the roles, locations or cards that they are for"))
            }
            (None, None) => Ok(()),
            (None, Some(fresh)) => {
                let written = write(&fresh.folder.join(path), &self.target.join(path), content);
                written.map_err(|error| unwritten(&self.target, &error))
            }
        }
    }

    /// The sums of the files that were put, by path.
    pub fn sums(&self) -> BTreeMap<String, Sum> {
        self.locked().clone()
    }

    /// Puts the files in the place of the earlier results, in one step.
    pub fn finish(self) -> Result<(), LoadError> {
        let Some(fresh) = &self.fresh else { return Ok(()) };
        // Somebody may have put something there while the files were made.
        refuse_foreign(&self.target)?;
        // Whatever lies in the side folder afterwards is the old result, which nobody wants.
        let finished = sync(&fresh.folder)
            .and_then(|()| exchange(&fresh.folder, &self.target))
            .and_then(|()| fresh.remove());
        finished.map_err(|error| unwritten(&self.target, &error))
    }

    fn locked(&self) -> MutexGuard<'_, BTreeMap<String, Sum>> {
        self.sums.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Replaces the folder `target` by one that holds exactly `files` (path with `/` to content).
/// A folder that holds anything but earlier results is refused.
pub fn replace_folder(target: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), LoadError> {
    let output = Output::new(target)?;
    files.iter().try_for_each(|(path, content)| output.put(path, content))?;
    output.finish()
}

/// The folder beside the target; it goes when it is not needed any more.
#[derive(Debug)]
struct Fresh {
    folder: PathBuf,
    /// Held as long as somebody works on the folder; not every system locks folders.
    _lock: Option<fs::File>,
}

impl Fresh {
    fn new(target: &Path) -> std::io::Result<Self> {
        sweep(target);
        let folder = sibling(target, NEW);
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::create_dir(&folder)?;
        let lock = fs::File::open(&folder).ok().filter(|file| file.try_lock().is_ok());
        Ok(Fresh { folder, _lock: lock })
    }

    fn remove(&self) -> std::io::Result<()> {
        if self.folder.exists() { fs::remove_dir_all(&self.folder) } else { Ok(()) }
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let _ = self.remove();
    }
}

/// What a folder in the making is called.
const NEW: &str = "new";

// A run that was killed leaves its folder behind. Runs that are still at work hold a lock on theirs.
fn sweep(target: &Path) {
    let folder = target.parent().filter(|parent| !parent.as_os_str().is_empty());
    let Ok(entries) = fs::read_dir(folder.unwrap_or(Path::new("."))) else { return };
    let prefix = format!(".{}.{NEW}-", name(target));
    for entry in entries.flatten() {
        let found = entry.file_name().to_string_lossy().into_owned();
        let ours = found.strip_prefix(&prefix).is_some_and(|run| run.parse::<u32>().is_ok());
        let folder = ours && entry.file_type().is_ok_and(|kind| kind.is_dir());
        if folder && fs::File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn refuse_foreign(target: &Path) -> Result<(), LoadError> {
    match is_replaceable(target) {
        true => Ok(()),
        false => Err(LoadError::new(
            format!("`{}` holds files that were not built here, so it is not replaced", target.display()),
            "name another folder with `-o`, or empty this one",
        )),
    }
}

fn is_replaceable(target: &Path) -> bool {
    let Ok(entries) = fs::read_dir(target) else { return !target.exists() };
    target.join(OUTPUT_MANIFEST).is_file() || entries.count() == 0
}

/// A folder beside `target`, so that it can take its place in one step.
fn sibling(target: &Path, word: &str) -> PathBuf {
    target.with_file_name(format!(".{}.{word}-{}", name(target), std::process::id()))
}

fn name(target: &Path) -> String {
    target.file_name().map_or_else(|| "dist".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn unwritten(target: &Path, error: &std::io::Error) -> LoadError {
    LoadError::new(
        format!("`{}` could not be written: {error}", target.display()),
        "check that the folder above it exists, may be written and has space left",
    )
}

// What is as it was before becomes a second name of the same file: it is not written again and keeps its date.
fn write(full: &Path, before: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(parent) = full.parent() {
        fs::create_dir_all(parent)?;
    }
    if holds(before, content) && fs::hard_link(before, full).is_ok() {
        return Ok(());
    }
    let mut file = fs::File::create(full)?;
    file.write_all(content)?;
    if SYNCED_AT_ONCE { Ok(()) } else { file.sync_all() }
}

// Whether a file, and no link to one, holds just this.
fn holds(path: &Path, content: &[u8]) -> bool {
    let same_length = |about: fs::Metadata| about.is_file() && about.len() == content.len() as u64;
    fs::symlink_metadata(path).is_ok_and(same_length) && fs::read(path).is_ok_and(|old| old == content)
}

/// Whether all files are brought to the disk at the end: to wait for each of thousands takes as long as to make them.
const SYNCED_AT_ONCE: bool = cfg!(target_os = "linux");

#[cfg(target_os = "linux")]
fn sync(folder: &Path) -> std::io::Result<()> {
    Ok(rustix::fs::syncfs(fs::File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
fn sync(_: &Path) -> std::io::Result<()> {
    Ok(())
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
