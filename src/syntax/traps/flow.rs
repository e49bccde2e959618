//! Braces and brackets that are not closed, or close nothing.
//! Must never look far: a bracket that is missing is missed on its own line or right below it.

use granit_parser::ErrorKind;

use super::{Trouble, colon};
use crate::diagnostic::Finding;
use crate::syntax::line::Line;
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
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::InvalidIndentation
        | ErrorKind::UnexpectedEof => {
            not_closed(page, trouble).or_else(|| colon::inside_flow_text(page, trouble))
        }
        _ => None,
    }
}

fn closes_nothing(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let close = page.text.get(trouble.at..)?.chars().next().filter(|c| matches!(c, ']' | '}'))?;
    let range = trouble.at..trouble.at + 1;
    let (message, edit, help) = match trouble.kind {
        ErrorKind::MismatchedFlowCollectionEnd { open, .. } => {
            let right = if *open == '{' { '}' } else { ']' };
            (
                format!("`{close}` closes what `{open}` opened"),
                Edit::replace(range.clone(), right.to_string()),
                format!("write `{right}`"),
            )
        }
        _ => (
            format!("`{close}` closes nothing"),
            Edit::remove(range.clone()),
            "remove it, or put the text in double quotes".to_owned(),
        ),
    };
    let finding = Finding::error("structure/unclosed-bracket", page.span(range), message).help(help);
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
            (None, '"' | '\'') if matches!(before, ' ' | '[' | '{' | ',') => quote = Some(c),
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
