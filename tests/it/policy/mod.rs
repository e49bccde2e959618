//! What machines are given decides as the engine does: in every situation of every example, and in random tables.

mod asking;
mod bundles;
mod cells;
mod cli;
mod decisions;
mod loading;
mod rego;

use std::path::Path;

use etalon::resolve::{Entrance, Reading, read};
use etalon::source::DiskWorld;
use jiff::civil::{Date, date};

pub(crate) const TODAY: Date = date(2026, 11, 22);

/// The examples, read.
pub(crate) fn examples() -> Vec<(String, Reading)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for folder in ["examples", "tests/fixtures/standards"] {
        let mut paths: Vec<_> =
            std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let world = DiskWorld::new(&path, TODAY);
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            all.push((name, read(&world, &Entrance::Folder(String::new())).unwrap()));
        }
    }
    all
}
