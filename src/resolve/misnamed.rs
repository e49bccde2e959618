//! Parts of a standard in files whose names say that they are plain text. Must never take other texts for a part.

use super::Project;
use crate::diagnostic::Finding;
use crate::source::{SourceMap, Span, World, text_files};

/// Sections and parts that a file may begin with, besides those that hold entries.
const PARTS: [&str; 8] =
    ["etalon", "standard", "languages", "situation", "wording", "quality", "returns", "use"];

/// The text files of a folder that hold a part of a standard.
pub(super) fn misnamed(world: &dyn World, folder: &str) -> Vec<String> {
    let is_part = |path: &String| {
        let name = path.to_ascii_lowercase();
        let named = name.ends_with(".yaml.txt") || name.ends_with(".yml.txt");
        named || world.read(path).is_ok_and(|bytes| begins_as_part(&bytes))
    };
    text_files(world, folder).unwrap_or_default().into_iter().filter(is_part).collect()
}

/// Says so where each of them begins.
pub(super) fn findings<'a>(
    sources: &'a SourceMap,
    misnamed: &'a [String],
) -> impl Iterator<Item = Finding> + 'a {
    let files = sources.files().filter(|(_, file)| misnamed.iter().any(|path| path == file.path()));
    files.map(|(id, file)| {
        let name = file.path().rsplit('/').next().unwrap_or_default();
        let mut first = 0;
        for line in file.text().split_inclusive('\n').take_while(|line| is_silent(line)) {
            first += line.len();
        }
        let length = file.text().get(first..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
        let proper = name.get(..name.len().saturating_sub(4)).unwrap_or(name);
        let ends = [".yaml", ".yml"].iter().any(|ending| proper.to_ascii_lowercase().ends_with(ending));
        let proper = if ends { proper.to_owned() } else { format!("{proper}.yaml") };
        let message = format!("`{name}` belongs to the standard, but its name ends in `.txt`");
        Finding::error("structure/misnamed-file", Span::new(id, first, first + length), message)
            .help(format!("rename the file to `{proper}`; where `.txt` cannot be seen, let names be shown with their endings"))
            .arg("file", name)
    })
}

fn is_silent(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#') || line == "---"
}

fn begins_as_part(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let first = text.lines().map(|line| line.trim_start_matches('\u{feff}')).find(|line| !is_silent(line));
    let Some((name, rest)) = first.and_then(|line| line.split_once(':')) else { return false };
    let rest = rest.trim();
    let empty = rest.is_empty() || rest.starts_with(['{', '#']);
    Project::SECTIONS.contains(&name) && empty || PARTS.contains(&name) && (empty || name == "etalon")
}
