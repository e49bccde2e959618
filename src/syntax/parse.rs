//! The verb of this stage: text to tree.
//! Must never fail: what cannot be read is reported and left out.

use std::collections::BTreeMap;

use super::build::Built;
use super::page::Page;
use super::recover::Recovery;
use super::traps;
use super::tree::{Content, Entry, Node};
use crate::diagnostic::{Finding, Findings};
use crate::source::{FileId, Span};

/// Reads a file. Gives the group of entries that its first document holds; `None` when it holds none.
pub fn parse(file: FileId, text: &str, findings: &mut Findings) -> Option<Node> {
    let mut recovery = Recovery::new(text.len());
    let page = traps::resolve_merge_conflicts(Page::new(file, text), &mut recovery.findings);
    let page = traps::straighten(page, &mut recovery.findings);
    let (root, found) = match recovery.whole(page) {
        Ok(built) => (built.root, built.findings),
        Err(page) => joined(recovery.sections(&page)),
    };
    for finding in recovery.findings.into_iter().chain(found) {
        findings.push(finding);
    }
    root
}

// One group of the entries of all sections.
fn joined(sections: Vec<Built>) -> (Option<Node>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut whole: Option<Span> = None;
    for built in sections {
        findings.extend(built.findings);
        let Some(Node { span, content: Content::Map(more) }) = built.root else { continue };
        whole = Some(whole.map_or(span, |whole| Span { end: span.end.max(whole.end), ..whole }));
        for entry in more {
            match places.get(&entry.key.text).and_then(|first| entries.get(*first)) {
                Some(first) => findings.push(traps::value::duplicate_key(&first.key, &entry.key)),
                None => {
                    places.insert(entry.key.text.clone(), entries.len());
                    entries.push(entry);
                }
            }
        }
    }
    let root = whole.map(|span| Node { span, content: Content::Map(entries) });
    (root, findings)
}
