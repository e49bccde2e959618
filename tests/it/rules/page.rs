//! Reads literate pages: prose, and blocks of YAML that announce their findings.

use std::path::PathBuf;

/// A fenced block of a page.
#[derive(Debug)]
pub(super) struct Block {
    /// The words behind the fence, such as `yaml,flagged`.
    info: String,
    /// The line of the page on which the fence stands, from 1.
    pub(super) line: usize,
    /// The text, with symbols replaced by what they stand for.
    pub(super) text: String,
    /// The findings that comments at the ends of lines announce.
    pub(super) expected: Vec<Expected>,
}

/// An announced finding.
#[derive(Debug)]
pub(super) struct Expected {
    /// The line of the block, from 1.
    pub(super) line: usize,
    /// The rule.
    pub(super) rule: String,
    /// A part of the message.
    pub(super) part: String,
}

impl Block {
    pub(super) fn is(&self, word: &str) -> bool {
        self.info.split(',').any(|part| part == word)
    }
}

/// The blocks of YAML of a page.
pub(super) fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in (1..).zip(page.lines()) {
        match (&mut open, line.trim_start().strip_prefix("```")) {
            (None, Some(info)) if info.starts_with("yaml") => {
                let (text, expected) = (String::new(), Vec::new());
                open = Some(Block { info: info.to_owned(), line: number, text, expected });
            }
            (None, _) => {}
            (Some(_), Some("")) => found.extend(open.take()),
            (Some(block), _) => {
                let (line, rest) = match line.split_once("# finding: ") {
                    Some((before, announced)) => (before.trim_end(), Some(announced)),
                    None => (line, None),
                };
                let at = number - block.line;
                block
                    .expected
                    .extend(rest.into_iter().flat_map(|rest| rest.split("; ")).map(|one| expected(at, one)));
                block.text.push_str(&symbols(line));
                block.text.push('\n');
            }
        }
    }
    assert!(open.is_none(), "a block is not closed: {page}");
    found
}

fn expected(line: usize, announced: &str) -> Expected {
    let (rule, part) = announced.trim().split_once(' ').unwrap_or((announced.trim(), ""));
    let part = part.trim().trim_matches('"').to_owned();
    Expected { line, rule: rule.to_owned(), part }
}

/// Characters that cannot be seen are written as symbols.
fn symbols(line: &str) -> String {
    line.replace('␉', "\t").replace('⍽', "\u{a0}").replace('␁', "\u{1}")
}

/// The page about a rule.
pub(super) fn of_rule(rule: &str) -> String {
    let path = place_of(rule);
    std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{rule} has no test page {}", path.display()))
}

/// Where the page about a rule is.
pub(super) fn place_of(rule: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/rules").join(format!("{rule}.md"))
}
