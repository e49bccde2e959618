//! Which files belong to a project. Must never open a file: names decide.

use super::{LoadError, World};

/// The name of the manifest.
pub const MANIFEST: &str = "etalon.yaml";

/// The YAML files of the project in `folder`, sorted: the manifest and every `*.yaml` or `*.yml` below it, without
/// `dist`, hidden folders and folders that are projects of their own.
pub fn discover(world: &dyn World, folder: &str) -> Result<Vec<String>, LoadError> {
    below(world, folder, &[".yaml", ".yml"])
}

/// The text files in the same folders, sorted: what an editor has named so may belong to the project.
pub fn text_files(world: &dyn World, folder: &str) -> Result<Vec<String>, LoadError> {
    below(world, folder, &[".txt"])
}

fn below(world: &dyn World, folder: &str, endings: &[&str]) -> Result<Vec<String>, LoadError> {
    let files = world.list(folder)?;
    let start = if folder.is_empty() { 0 } else { folder.len() + 1 };
    let nested: Vec<String> = files
        .iter()
        .filter_map(|path| path.strip_suffix(MANIFEST))
        .filter(|parent| parent.len() > start && parent.ends_with('/'))
        .map(str::to_owned)
        .collect();
    let belongs = |path: &String| {
        let below = path.get(start..).unwrap_or_default();
        let name = path.to_ascii_lowercase();
        let hidden = below.split('/').any(|part| part.starts_with('.'));
        let built = below.split('/').rev().skip(1).any(|part| part == "dist");
        endings.iter().any(|ending| name.ends_with(ending))
            && !hidden
            && !built
            && !nested.iter().any(|parent| path.starts_with(parent.as_str()))
    };
    Ok(files.into_iter().filter(belongs).collect())
}
