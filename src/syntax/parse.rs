//! The verb of this stage: text to tree.
//! Must never fail: what cannot be read is reported and left out.

use super::page::Page;
use super::recover::{Recovery, joined};
use super::traps;
use super::tree::Node;
use crate::diagnostic::Findings;
use crate::source::FileId;

/// Reads a file. Gives the group of entries that its first document holds; `None` when it holds none.
pub fn parse<'a>(file: FileId, text: &'a str, findings: &mut Findings) -> Option<Node<'a>> {
    let mut recovery = Recovery::new(text.len());
    let page = traps::resolve_merge_conflicts(Page::new(file, text), &mut recovery.findings);
    let page = traps::without_invisible(page);
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
