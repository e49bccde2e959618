//! Small words that several formats share. Must never depend on one format.

use crate::diagnostic::Finding;
use crate::source::{Position, SourceMap};

/// Where the main place of a finding is; the start of nowhere when it has none.
pub(super) struct Place<'a> {
    pub(super) path: &'a str,
    pub(super) start: Position,
    pub(super) end: Position,
}

impl<'a> Place<'a> {
    pub(super) fn of(finding: &Finding, sources: &'a SourceMap) -> Self {
        let nowhere = Position { line: 1, column: 1, byte: 0 };
        let Some(span) = finding.span() else {
            return Place { path: "", start: nowhere, end: nowhere };
        };
        let (start, end) = sources.positions(span);
        Place { path: sources.path(span), start, end }
    }
}

/// The text on one line and without anything that could steer a terminal.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { visible(c) }).collect()
}

/// The character itself, or a stand-in when it would move, hide or reorder what stands around it.
pub(super) fn visible(c: char) -> char {
    let hidden = c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    if hidden { '\u{fffd}' } else { c }
}

/// Adds a letter to Markdown, in which it stays a letter.
pub(super) fn push_escaped(markdown: &mut String, letter: char) {
    match letter {
        '<' => markdown.push_str("&lt;"),
        '>' => markdown.push_str("&gt;"),
        '&' => markdown.push_str("&amp;"),
        '@' => markdown.push_str("&#64;"),
        '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => markdown.extend(['\\', letter]),
        _ => markdown.push(letter),
    }
}

/// The message and, behind it in brackets, what to do.
pub(super) fn message_and_help(finding: &Finding) -> String {
    if finding.help.is_empty() {
        return finding.message.clone();
    }
    format!("{} ({})", finding.message, finding.help)
}

/// `1 file`, `2 files`.
pub(super) fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}
