//! Reading: spans, traps, recovery, encodings; and that nothing ever panics.

mod encoding;
mod robustness;
mod simple;
mod slips;
mod sound;
mod traps;

use etalon::diagnostic::{Finding, Findings};
use etalon::source::FileId;
use etalon::syntax::{Content, Node, parse};

fn read(text: &str) -> (Option<Node<'_>>, Vec<Finding>) {
    let mut findings = Findings::new();
    let root = parse(FileId(0), text, &mut findings);
    (root, findings.into_sorted())
}

/// Rule and marked text of every finding.
fn found(text: &str) -> Vec<(&'static str, &str)> {
    let marked = |finding: &Finding| {
        let span = finding.span().unwrap();
        &text[span.start as usize..span.end as usize]
    };
    read(text).1.iter().map(|finding| (finding.rule, marked(finding))).collect()
}

/// The tree in one line.
fn shape(node: &Node) -> String {
    let join = |parts: Vec<String>| parts.join(", ");
    match &node.content {
        Content::Scalar(scalar) => scalar.text.to_string(),
        Content::List(nodes) => format!("[{}]", join(nodes.iter().map(shape).collect())),
        Content::Map(entries) => {
            let entry = |e: &etalon::syntax::Entry| format!("{}: {}", e.key.text, shape(&e.value));
            format!("{{{}}}", join(entries.iter().map(entry).collect()))
        }
    }
}

fn tree(text: &str) -> String {
    read(text).0.as_ref().map_or("nothing".to_owned(), shape)
}
