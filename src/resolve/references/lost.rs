//! What could not be read, so that nobody misses it twice. Must never hide a name that stands nowhere in the files.

use std::collections::BTreeSet;

use crate::diagnostic::{Finding, Findings};
use crate::resolve::names::Names;
use crate::source::{FileId, SourceMap, Span};

/// Mistakes after which entries stand somewhere else than their author meant, or are left out.
const LOSING: [&str; 18] = [
    "structure/bad-indentation",
    "structure/colon-in-text",
    "structure/duplicate-key",
    "structure/empty-value",
    "structure/list-instead-of-entries",
    "structure/merge-conflict",
    "structure/missing-colon",
    "structure/nested-too-deep",
    "structure/no-entries",
    "structure/not-text",
    "structure/several-documents",
    "structure/text-after-quote",
    "structure/unclosed-bracket",
    "structure/unclosed-quote",
    "structure/unknown-key",
    "structure/unquoted-special",
    "structure/wrong-type",
    "structure/yaml-syntax",
];

/// The names that are written somewhere, but did not become entries.
pub(super) struct Lost<'a> {
    // The well-formed spelling of names that are not.
    proper: BTreeSet<String>,
    written: BTreeSet<&'a str>,
    // Lines with a mistake that may have mangled what stands on them.
    mangled: BTreeSet<(FileId, usize)>,
    sources: &'a SourceMap,
    // A file that is no text may hold anything.
    anything: bool,
}

impl<'a> Lost<'a> {
    pub(super) fn of(sources: &'a SourceMap, findings: &Findings) -> Self {
        let (proper, written, mangled) = Default::default();
        let mut lost = Lost { proper, written, mangled, sources, anything: false };
        let mut files = BTreeSet::new();
        for finding in findings.as_slice() {
            if let Some(proper) = finding.args.get("proper").and_then(|proper| proper.as_str()) {
                lost.proper.insert(proper.to_owned());
            }
            lost.anything |= finding.rule == "structure/not-text" && finding.args.is_empty();
            if LOSING.contains(&finding.rule) {
                files.extend(finding.span().map(|span| span.file));
                lost.mangled.extend(finding.span().and_then(|span| lost.line(span)));
            }
        }
        for (_, file) in sources.files().filter(|(id, _)| files.contains(id)) {
            lost.written.extend(file.text().lines().filter_map(name_on));
        }
        lost
    }

    /// Whether what a finding misses is there, but could not be read.
    pub(super) fn explains(&self, finding: &Finding, names: &Names<'_>) -> bool {
        if finding.span().and_then(|span| self.line(span)).is_some_and(|line| self.mangled.contains(&line)) {
            return true;
        }
        let arg = |name: &str| finding.args.get(name).and_then(|value| value.as_str());
        let there = |name: &str| self.anything || self.written.contains(name);
        match finding.rule {
            "structure/unknown-reference" => {
                arg("name").is_some_and(|name| self.proper.contains(name) || there(name))
            }
            // Channels, roles and so on are dimensions as soon as there are any.
            "structure/unknown-dimension" => arg("dimension").is_some_and(|name| {
                there(name) || name == "channel" && names.channels.is_empty() && !self.written.is_empty()
            }),
            "structure/value-outside-dimension" => {
                arg("value").is_some_and(|name| self.proper.contains(name) || there(name))
            }
            _ => false,
        }
    }

    fn line(&self, span: Span) -> Option<(FileId, usize)> {
        self.sources.file(span.file).map(|file| (span.file, file.line_at(span.start as usize)))
    }
}

// The name that a line begins with, if it begins with one.
fn name_on(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t', '-', '\u{a0}', '"', '\'', '{']);
    let end = line.find([':', ' ', '"', '\'', '\u{ff1a}']).unwrap_or(line.len());
    line.get(..end).map(str::trim).filter(|name| !name.is_empty())
}
