//! Braces and brackets that are not closed, or close nothing.
//! Must never look far: a bracket that is missing is missed on its own line or right below it.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::{Trouble, colon};
use crate::diagnostic::Finding;
use crate::syntax::line::{Line, is_word};
use crate::syntax::page::{Edit, Page, Repair};

/// Everything that the parser reports about braces and brackets.
pub(super) fn brackets(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    match trouble.kind {
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            closes_nothing(page, trouble)
        }
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::FlowMappingValueAdjacentCollection
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::InvalidIndentation
        | ErrorKind::UnexpectedEof => {
            not_closed(page, trouble).or_else(|| colon::inside_flow_text(page, trouble))
        }
        ErrorKind::BlockEntryInFlowCollection => dash_in_brackets(page, trouble),
        _ => None,
    }
}

// Without a bracket that was left open above, the dash itself is the mistake.
fn dash_in_brackets(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    if trouble.line().is_item() {
        return not_closed(page, trouble);
    }
    let finding = Finding::error(
        "structure/yaml-syntax",
        page.span(trouble.at..trouble.at + 1),
        "items between brackets are separated by commas and have no dash",
    )
    .help("remove the dash, or write each item on a line of its own, without brackets");
    Some(Repair { finding: Some(finding), edits: vec![Edit::remove(trouble.at..trouble.at + 1)] })
}

fn closes_nothing(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    if let ErrorKind::MismatchedFlowCollectionEnd { open, .. } = trouble.kind {
        return mismatched(page, trouble, *open);
    }
    let close = page.text.get(trouble.at..)?.chars().next().filter(|c| matches!(c, ']' | '}'))?;
    let range = trouble.at..trouble.at + 1;
    let finding = Finding::error(
        "structure/unclosed-bracket",
        page.span(range.clone()),
        format!("`{close}` closes nothing"),
    )
    .help("remove it, or put the text in double quotes");
    Some(Repair { finding: Some(finding), edits: vec![Edit::remove(range)] })
}

// The first bracket after `at` that closes one of the other kind.
fn mismatched(page: &Page, trouble: &Trouble<'_>, open: char) -> Option<Repair> {
    let at = trouble.at;
    let partner = |open: char| if open == '{' { '}' } else { ']' };
    let mut expected = Vec::new();
    let wrong = page.text.get(at..)?.char_indices().find(|(_, c)| match c {
        '{' | '[' => {
            expected.push(partner(*c));
            false
        }
        '}' | ']' => expected.pop() != Some(*c),
        _ => false,
    });
    let (offset, close) = wrong?;
    let range = at + offset..at + offset + 1;
    let right = partner(open);
    let finding = Finding::error(
        "structure/unclosed-bracket",
        page.span(range.clone()),
        format!("`{close}` cannot close what `{open}` opened"),
    )
    .help(format!("write `{right}` before it, or instead of it"))
    .also(page.span(at..at + 1), "opened here");
    // When something outside is still open, the bracket here closes that.
    let line = trouble.line();
    let before = Line { text: line.text.get(..at - line.start.min(at)).unwrap_or(""), ..line };
    let outer = unclosed(&before).is_some_and(|open| open.iter().any(|(_, c)| partner(*c) == close));
    let edit = if outer || expected.contains(&close) {
        Edit::insert(range.start, right.to_string())
    } else {
        Edit::replace(range, right.to_string())
    };
    Some(Repair { finding: Some(finding), edits: vec![edit] })
}

// The nearest line that opens more than it closes, when the lines below it are entries of their own.
fn not_closed(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let (index, open) = (0..=trouble.index).rev().take(200).find_map(|index| {
        let line = trouble.lines.get(index)?;
        unclosed(line).map(|open| (index, open))
    })?;
    let line = trouble.lines.get(index)?;
    let below = trouble.below(index);
    let ends = below.is_none_or(|next| next.indent() <= line.indent() && next.split().is_some());
    if index == trouble.index && !ends && trouble.at < line.end() {
        return None;
    }
    let (at, bracket) = *open.first()?;
    let closing: String = open.iter().rev().map(|(_, c)| if *c == '{' { '}' } else { ']' }).collect();
    let end = if ends { line.rest(line.content()).end } else { last_of(trouble, index) };
    let comma = page.slice(line.start..end).ends_with(',');
    let finding = Finding::error(
        "structure/unclosed-bracket",
        page.span(at..at + 1),
        format!("`{bracket}` is not closed"),
    )
    .help(format!("write `{}` where the group ends", if bracket == '{' { '}' } else { ']' }));
    let edit = if comma { Edit::replace(end - 1..end, closing) } else { Edit::insert(end, closing) };
    Some(Repair { finding: Some(finding), edits: vec![edit] })
}

// The end of the lines that belong to a bracket: all deeper ones.
fn last_of(trouble: &Trouble<'_>, index: usize) -> usize {
    let Some(line) = trouble.lines.get(index) else { return trouble.at };
    let inside = trouble.lines.iter().skip(index + 1);
    let inside = inside.take_while(|next| next.is_blank() || next.indent() > line.indent());
    let last = inside.filter(|next| !next.is_blank()).last().unwrap_or(line);
    last.rest(last.content()).end
}

// The brackets of a line that are open at its end, outermost first.
fn unclosed(line: &Line<'_>) -> Option<Vec<(usize, char)>> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.text.char_indices() {
        match (quote, c) {
            (None, '#') if before == ' ' => break,
            (None, '"' | '\'') if matches!(before, ' ' | '\t' | '[' | '{' | ',') => quote = Some(c),
            (Some(mark), _) if mark == c => quote = None,
            (None, '{' | '[') if !open.is_empty() || matches!(before, ' ') => open.push((line.start + at, c)),
            (None, '}' | ']') => {
                open.pop();
            }
            _ => {}
        }
        before = c;
    }
    (!open.is_empty()).then_some(open)
}

/// `{ pl:Infolinia, en: Helpline }`: the same where other entries stand beside it.
pub(in crate::syntax) fn missing_space_at(page: &Page, key: Range<usize>) -> Option<Repair> {
    let line = Line { start: key.start, text: page.slice(key) };
    let (name, value) = line.text.split_once(':')?;
    // `b2b:9` may be anything; a language or a key is all letters.
    let named = name.chars().all(|c| c.is_alphabetic() || c == '_') && !value.is_empty();
    named.then(|| colon::missing_space(page, &line)).flatten()
}

/// `{channel:phone}`: between braces as well the colon needs a space after it.
pub(in crate::syntax) fn missing_space(page: &Page, braces: &Range<usize>) -> Option<Repair> {
    let inner = page.slice(braces.clone()).strip_prefix('{')?.strip_suffix('}')?;
    let at = inner.find([':', '='])?;
    let (key, value) = (inner.get(..at)?.trim(), inner.get(at + 1..)?.trim());
    if !is_word(key) || value.is_empty() || value.contains([':', '=', ',', '{', '[']) {
        return None;
    }
    let sign = braces.start + 1 + at;
    let finding = Finding::error(
        "structure/missing-space-after-colon",
        page.span(braces.start + 1..braces.end - 1),
        format!("there is no colon with a space after `{key}`"),
    )
    .help(format!("write `{{ {key}: {value} }}`"))
    .arg("key", key);
    Some(Repair { finding: Some(finding), edits: vec![Edit::replace(sign..sign + 1, ": ")] })
}
