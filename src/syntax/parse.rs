//! The verb of this stage: text to tree.
//! Must never fail: what cannot be read is reported and left out.

use super::build::Built;
use super::line::lines;
use super::page::Page;
use super::recover::Recovery;
use super::traps;
use super::tree::{Content, Entry, Node};
use crate::diagnostic::{Finding, Findings};
use crate::source::FileId;

/// Reads a file. Gives the group of entries that its first document holds; `None` when it holds none.
pub fn parse(file: FileId, text: &str, findings: &mut Findings) -> Option<Node> {
    let mut recovery = Recovery::new(text.len());
    let page = traps::resolve_merge_conflicts(Page::new(file, text), &mut recovery.findings);
    let page = traps::straighten(page, &mut recovery.findings);
    let (root, found) = match recovery.whole(page) {
        Ok(built) => (built.root, built.findings),
        Err(page) => {
            let sections = recovery.sections(&page);
            joined(sections)
        }
    };
    for finding in recovery.findings.into_iter().chain(found) {
        findings.push(finding);
    }
    let root = root?;
    if root.entries().is_none() {
        findings.push(not_entries(file, text, &root));
        return None;
    }
    Some(root)
}

fn joined(sections: Vec<Built>) -> (Option<Node>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut whole: Option<Node> = None;
    for built in sections {
        findings.extend(built.findings);
        let Some(root) = built.root else { continue };
        let span = root.span;
        match root.content {
            Content::Map(more) => {
                for entry in more {
                    match entries.iter().find(|first| first.key.text == entry.key.text) {
                        Some(first) => findings.push(traps::value::duplicate_key(&first.key, &entry.key)),
                        None => entries.push(entry),
                    }
                }
                let start = whole.as_ref().map_or(span, |whole| whole.span);
                let span = crate::source::Span { end: span.end.max(start.end), ..start };
                whole = Some(Node { span, content: Content::Map(Vec::new()) });
            }
            // The problem that made this of a section has been reported.
            _ if whole.is_none() => whole = Some(Node { span, content: root.content }),
            _ => {}
        }
    }
    let root = whole.map(|whole| match whole.content {
        Content::Map(_) => Node { span: whole.span, content: Content::Map(entries) },
        _ => whole,
    });
    (root, findings)
}

fn not_entries(file: FileId, text: &str, root: &Node) -> Finding {
    let page = Page::new(file, text);
    let lines = lines(text);
    let first = lines.iter().find(|line| line.end() > root.span.start as usize);
    let colon =
        first.filter(|_| root.text().is_some()).and_then(|line| traps::missing_colon(&page, line, false));
    colon.and_then(|repair| repair.finding).unwrap_or_else(|| traps::value::no_sections(root))
}
