//! Names that stay the same while a finding stays the same, so that services recognise it from run to run.
//! Must never depend on line numbers or on the wording of a message.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::Report;
use crate::diagnostic::Finding;
use crate::source::SourceMap;

/// The most lines, and characters of a line, that tell a place apart; the rest of a large block adds nothing.
const MOST_LINES: usize = 10;
const MOST_CHARACTERS: usize = 500;

/// One name per finding, in the order of the findings: rule, file and the words of the marked lines,
/// counted where these are the same.
pub(super) fn fingerprints(report: &Report) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let name = |finding: &Finding| {
        let content = content(finding, report.sources);
        let ordinal = seen.entry(content.clone()).or_default();
        *ordinal += 1;
        hex(&Sha256::digest(format!("{content}\0{ordinal}")))
    };
    report.findings.iter().map(name).collect()
}

fn content(finding: &Finding, sources: &SourceMap) -> String {
    let mut content = finding.rule.to_owned();
    let Some(span) = finding.span() else { return content };
    content.push('\0');
    content.push_str(sources.path(span));
    let Some(file) = sources.file(span.file) else { return content };
    let (start, end) = sources.positions(span);
    for line in (start.line..=end.line).take(MOST_LINES) {
        content.push('\0');
        content.extend(file.line(line).trim().chars().take(MOST_CHARACTERS));
    }
    content
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
