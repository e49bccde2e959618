//! The words for problems that show in values and keys which the parser itself accepts.
//! Must never decide: whoever builds the tree knows what was found.

use std::ops::Range;

use crate::diagnostic::Finding;
use crate::source::Span;
use crate::syntax::page::{Edit, Page, Repair};
use crate::syntax::tree::{Content, Key, Node};

/// `None` when nothing follows the line `---` at `at`.
pub(in crate::syntax) fn second_document(page: &Page, at: usize) -> Option<Finding> {
    let rest = page.text.get(at + 3..)?;
    rest.lines().find(|line| !matches!(line.trim(), "" | "---" | "...") && !line.trim().starts_with('#'))?;
    let finding = Finding::error(
        "structure/several-documents",
        page.span(at..at + 3),
        "a second document begins here; one file holds one document",
    );
    let help =
        "move what follows into a file of its own, or remove the line `---`; until then it is not read";
    Some(finding.help(help))
}

/// A line `---` at `at` above an entry that is indented: it was meant to set parts of one group apart.
pub(in crate::syntax) fn line_between_entries(page: &Page, at: usize) -> Option<Repair> {
    let rest = page.text.get(at..)?.strip_prefix("---")?;
    let line = rest.lines().skip(1).find(|line| !line.trim().is_empty() && !line.trim().starts_with('#'))?;
    if !line.starts_with(' ') {
        return None;
    }
    let finding = Finding::error(
        "structure/several-documents",
        page.span(at..at + 3),
        "the line `---` ends the file for other programs, but what follows belongs to what stands above",
    )
    .help("remove the line, or begin it with `#`");
    Some(Repair { finding: Some(finding), edits: vec![Edit::remove(at..at + 3)] })
}

pub(in crate::syntax) fn tag(page: &Page, range: Range<usize>) -> Finding {
    let tag = page.slice(range.clone());
    Finding::error("structure/yaml-tag", page.span(range), format!("`{tag}` has no meaning in a standard"))
        .help(
            "remove it; if the text itself begins with an exclamation mark, put the whole text in double quotes",
        )
        .arg("tag", tag)
}

pub(in crate::syntax) fn key_not_text(node: &Node) -> Finding {
    let (message, help) = match &node.content {
        Content::Scalar(_) => {
            ("there is no name before the colon", "write the name of the entry before the colon")
        }
        Content::List(_) => (
            "a list stands where the name of an entry belongs",
            "put the name in double quotes: `\"[name]\": …`",
        ),
        Content::Map(_) => (
            "a group in braces stands where the name of an entry belongs",
            "put the name in double quotes: `\"{name}\": …`",
        ),
    };
    Finding::error("structure/key-not-text", node.span, message).help(help)
}

pub(in crate::syntax) fn too_deep(span: Span) -> Finding {
    Finding::error(
        "structure/nested-too-deep",
        span,
        "groups and lists are nested more than 64 levels deep; what is deeper is not read",
    )
    .help("move the inner entries into a section of their own and refer to them by their id")
}

pub(in crate::syntax) fn circular_alias(page: &Page, range: Range<usize>) -> Finding {
    let name = page.slice(range.clone());
    Finding::error(
        "structure/unknown-alias",
        page.span(range),
        format!("`{name}` stands inside the very value that it refers to"),
    )
    .help("write the value out instead")
    .arg("name", name)
}

pub(in crate::syntax) fn unknown_alias(page: &Page, range: Range<usize>) -> Finding {
    let name = page.slice(range.clone());
    Finding::error(
        "structure/unquoted-special",
        page.span(range),
        format!(
            "`{name}` begins with `*`, which makes it a reference to a value that is not marked anywhere"
        ),
    )
    .help(format!("put the text in double quotes: `\"{name}\"`"))
    .arg("character", "*")
}

pub(in crate::syntax) fn unused_mark(name: &str, span: Span) -> Finding {
    Finding::error(
        "structure/unquoted-special",
        span,
        format!("`&{name}` is not read: `&` marks what follows for references, and nothing refers to it"),
    )
    .help("put the whole text in double quotes, or remove the mark")
    .arg("character", "&")
}

pub(in crate::syntax) fn too_many_aliases(span: Span) -> Finding {
    Finding::error(
        "structure/too-many-aliases",
        span,
        "references with `*` copy so much that the file would grow beyond all bounds",
    )
    .help("write the values out, or refer to entries by their ids")
}

pub(in crate::syntax) fn merge_of_text(key: Span, value: Span) -> Finding {
    Finding::error(
        "structure/merge-key",
        key,
        "`<<` takes over the entries of another group, but there is none here",
    )
    .help("write `<<: *name`, where `&name` marks a group of entries further up")
    .also(value, "this is no group of entries")
}

pub(in crate::syntax) fn duplicate_key(first: &Key, second: &Key) -> Finding {
    Finding::error(
        "structure/duplicate-key",
        second.span,
        format!("`{}` is written twice in one group", second.text),
    )
    .label("this one is not read")
    .also(first.span, "first written here")
    .help("keep one of the two, or give one of them another name")
    .arg("key", second.text.as_ref())
}

pub(in crate::syntax) fn placeholder_alone(span: Span, text: &str) -> Finding {
    Finding::error(
        "structure/unquoted-special",
        span,
        format!("`{text}` without quotes is a group of entries, not a text"),
    )
    .help(format!("put it in double quotes: `\"{text}\"`"))
    .arg("character", "{")
}

pub(in crate::syntax) fn comma_in_text(key: &str, value: Span, rest: &Key) -> Finding {
    Finding::error(
        "structure/unquoted-special",
        rest.span,
        format!("between braces a comma ends the text, so `{}` is cut off from `{key}`", rest.text),
    )
    .also(value, "the text begins here")
    .help(format!("put the whole text of `{key}` in double quotes"))
    .arg("character", ",")
}

pub(in crate::syntax) fn no_entries(node: &Node, first: Span) -> Finding {
    let message = format!("the file holds {} instead of entries", node.kind_word());
    Finding::error("structure/no-entries", first, message).help(
        "begin each section with its name and a colon, such as `channels:`, and indent what belongs to it",
    )
}
