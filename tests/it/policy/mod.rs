//! What machines are given decides as the engine does: in every situation of every example, and in random tables.

mod asking;
mod bundles;
pub(crate) mod cells;
mod cli;
mod decisions;
mod loading;
mod now;
mod now_readers;
mod rego;

use std::path::{Path, PathBuf};

use etalon::resolve::{Entrance, Reading, read};
use etalon::source::DiskWorld;
use jiff::civil::{Date, date};

pub(crate) const TODAY: Date = date(2026, 11, 22);

/// The examples, read.
pub(crate) fn examples() -> Vec<(String, Reading)> {
    paths().iter().map(|path| read_at(path)).collect()
}

/// How many situations of a table are tried: all of them with `ETALON_CELLS=1000000`.
pub(crate) fn cells_wanted(usually: usize) -> usize {
    std::env::var("ETALON_CELLS").ok().and_then(|most| most.parse().ok()).unwrap_or(usually)
}

/// One example, read.
pub(crate) fn examples_named(name: &str) -> (String, Reading) {
    read_at(paths().iter().find(|path| path.ends_with(name)).unwrap())
}

fn read_at(path: &Path) -> (String, Reading) {
    let world = DiskWorld::new(path, TODAY);
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    (name, read(&world, &Entrance::Folder(String::new())).unwrap())
}

fn paths() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["examples", "tests/fixtures/standards"].into_iter();
    let paths = folders.flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let mut paths: Vec<PathBuf> = paths.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
