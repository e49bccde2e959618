//! Where a path such as `scripts.closing.say` stands in the files. Must never judge what stands there.

use crate::diagnostic::Findings;
use crate::resolve::{EntryPlace, Project};
use crate::source::{SourceMap, Span};
use crate::syntax::{self, Node};

/// A place in the files.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The last key of the path.
    pub(super) key: Span,
    /// From the key to the end of its value.
    pub(super) whole: Span,
}

/// Where a path stands.
pub(super) fn place(project: &Project, sources: &SourceMap, path: &str) -> Option<Place> {
    let keys: Vec<&str> = path.split(['.', '/']).map(str::trim).collect();
    let known =
        |entry: &EntryPlace<'_>| keys.first() == Some(&entry.section) && keys.get(1) == Some(&entry.id);
    // The tree of a file is not kept, so the few files that are asked for are read again.
    let entries = project.entries();
    let holder = entries.iter().find(|entry| known(entry)).map(|entry| entry.span.file);
    sources.files().filter(|(id, _)| holder.is_none_or(|holder| holder == *id)).find_map(|(id, file)| {
        let tree = syntax::parse(id, file.text(), &mut Findings::new())?;
        find(&tree, &keys)
    })
}

fn find(tree: &Node, keys: &[&str]) -> Option<Place> {
    let (first, rest) = keys.split_first()?;
    let entry = tree.entry(first)?;
    if !rest.is_empty() {
        return find(&entry.value, rest);
    }
    let key = entry.key.span;
    Some(Place { key, whole: Span { end: entry.value.span.end.max(key.end), ..key } })
}
