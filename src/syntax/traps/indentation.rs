//! Lines that begin in a column where nothing can begin.
//! Must never move a line that was read: only where the parser stopped.

use granit_parser::ErrorKind;

use super::{Trouble, colon, outdented, run};
use crate::diagnostic::Finding;
use crate::syntax::line::{Line, is_word};
use crate::syntax::page::{Edit, Page, Repair};

const RULE: &str = "structure/bad-indentation";

/// An entry that the parser took for the next line of the text above it.
pub(super) fn entry_below_text(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let line = trouble.line();
    let mut between = Vec::new();
    let mut start = None;
    let mut index = trouble.index;
    while let Some(above) = trouble.above(index) {
        let candidate = trouble.lines.get(above)?;
        if candidate.split().is_some() || candidate.is_item() {
            start = Some(above);
            break;
        }
        between.push(above);
        index = above;
    }
    let owner = start.and_then(|index| trouble.lines.get(index).map(|line| (index, line)));
    if let Some((index, owner)) = owner
        && let Some((column, from)) = open_text(owner)
        && line.indent() > column
    {
        let key = line.split().map(|split| split.key)?;
        if is_word(page.slice(key)) && between.is_empty() {
            if let Some(repair) = outdented::owner(page, trouble, index) {
                return Some(repair);
            }
            return Some(too_deep(page, trouble, owner, column));
        }
        return continued(page, trouble, index, from);
    }
    between.iter().rev().find_map(|index| {
        let line = trouble.lines.get(*index)?;
        let group = trouble.opens_group(*index);
        colon::missing_space(page, line).or_else(|| colon::missing(page, line, group))
    })
}

// The column of the entry or item that a line begins a text for, and where the text begins.
fn open_text(line: &Line<'_>) -> Option<(usize, usize)> {
    let (column, from) = match line.split() {
        Some(split) => (line.content() - line.start, split.value),
        None => (line.indent(), line.rest(line.content())),
    };
    let plain = !line.part(&from).starts_with(['"', '\'', '{', '[', '|', '>', '&', '*']);
    (!from.is_empty() && plain).then_some((column, from.start))
}

fn too_deep(page: &Page, trouble: &Trouble<'_>, owner: &Line<'_>, column: usize) -> Repair {
    let line = trouble.line();
    let key = line.split().map_or(line.body_range(), |split| split.key);
    let name = page.slice(key.clone());
    let owner_key = owner.split().map_or(owner.body_range(), |split| split.key);
    let above = page.slice(owner_key.clone());
    let finding = Finding::error(
        RULE,
        page.span(key),
        format!("`{name}` is indented as if it belonged to `{above}`, which already has a value"),
    )
    .help(format!("let `{name}` begin in the same column as `{above}`"))
    .also(page.span(owner_key), "begins in another column");
    Repair { finding: Some(finding), edits: shift(trouble, column) }
}

// A text over several lines with a colon in one of them.
fn continued(page: &Page, trouble: &Trouble<'_>, index: usize, from: usize) -> Option<Repair> {
    let line = trouble.line();
    let own = trouble.extent(trouble.index, line.content());
    let range = from..own.end.max(from);
    let finding = Finding::error(
        "structure/colon-in-text",
        page.span(trouble.at..trouble.at + 1),
        "this colon would begin a new entry inside a text without quotes",
    )
    .help(
        "put the whole text in double quotes, or write `>` after the name and the text on the lines below it",
    )
    .also(page.span(trouble.lines.get(index)?.rest(from)), "the text begins here");
    Some(Repair { finding: Some(finding), edits: super::quotes::around(page, range) })
}

/// A line in a column that fits none of the lines above it.
pub(super) fn misplaced(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    if trouble.kind == &ErrorKind::InvalidBlockScalarIndent {
        return Some(blank_lines_above(page, trouble));
    }
    let line = trouble.line();
    let indent = line.indent();
    let levels = levels(trouble);
    let key = line.split();
    let shown = match &key {
        Some(split) => split.key.clone(),
        None => line.body_range(),
    };
    if !levels.contains(&indent) {
        if let Some(repair) = outdented::entry_above(page, trouble) {
            return Some(repair);
        }
        let target =
            levels.iter().copied().min_by_key(|level| (level.abs_diff(indent), usize::MAX - level))?;
        let above = trouble.above(trouble.index).and_then(|index| trouble.lines.get(index))?;
        // A line of text below `|` or `>` slipped out of its block.
        let text = key.is_none() && !line.is_item();
        let target = if text { above.indent() } else { target };
        let right = if text { columns(&[target]) } else { columns(&levels) };
        let count = if indent == 1 { "1 space".to_owned() } else { format!("{indent} spaces") };
        let finding = Finding::error(
            RULE,
            page.span(shown),
            format!("this line is indented by {count}, which fits no line above it"),
        )
        .help(format!("indent it by {right}"))
        .arg("spaces", indent);
        return Some(Repair { finding: Some(finding), edits: shift(trouble, target) });
    }
    let item = line.is_item();
    if key.is_some() && !item && trouble.kind == &ErrorKind::ExpectedBlockSequenceEntry {
        return Some(entry_among_items(page, trouble));
    }
    item.then(|| {
        let finding =
            Finding::error(RULE, page.span(shown), "a list item stands among entries that have names")
                .help("indent the list below the entry it belongs to, or give it a name of its own: `name:`");
        let edits = run(trouble.lines, trouble.index).map(Edit::remove).into_iter().collect();
        Repair { finding: Some(finding), edits }
    })
}

// Blank lines at the start of a text below `|` that hold more spaces than the text is indented by.
fn blank_lines_above(page: &Page, trouble: &Trouble<'_>) -> Repair {
    let before = trouble.lines.iter().take(trouble.index).rev();
    let blank: Vec<&Line<'_>> = before.take_while(|line| line.body().is_empty()).collect();
    let place = blank.first().map_or(trouble.line(), |line| **line);
    let finding = Finding::error(
        RULE,
        page.span(place.start..place.end()),
        "this blank line holds more spaces than the text below it",
    )
    .help("delete the spaces of the blank line");
    let edits = blank.iter().map(|line| Edit::remove(line.start..line.end())).collect();
    Repair { finding: Some(finding), edits }
}

fn entry_among_items(page: &Page, trouble: &Trouble<'_>) -> Repair {
    let line = trouble.line();
    let key = line.split().map_or(line.body_range(), |split| split.key);
    let name = page.slice(key.clone());
    let item = (0..trouble.index).rev().filter_map(|index| trouble.lines.get(index));
    let item = item.filter(|above| above.is_item()).find(|above| above.indent() == line.indent());
    let value = line.split().map_or("", |split| line.part(&split.value));
    let group = value.is_empty() || value.starts_with('{');
    if let Some(repair) = item.filter(|_| group).and_then(|item| named_by_id(page, item)) {
        return repair;
    }
    let message = format!("`{name}` begins in the column of the list items, but is none");
    let finding = Finding::error(RULE, page.span(key), message);
    match item.filter(|item| item.split().is_some()) {
        Some(item) => {
            let column = item.content() - item.start;
            let first = item.split().map_or(item.body_range(), |split| split.key);
            let help = format!(
                "let `{name}` begin in the same column as `{}`, {column} spaces from the margin",
                page.slice(first.clone())
            );
            let finding = finding.help(help).also(page.span(first), "the item that it seems to belong to");
            Repair { finding: Some(finding), edits: shift(trouble, column) }
        }
        None => {
            let finding = finding.help(format!("write `- {name}: …`, or move the entry out of the list"));
            let edits = run(trouble.lines, trouble.index).map(Edit::remove).into_iter().collect();
            Repair { finding: Some(finding), edits }
        }
    }
}

// `- id: phone` where the entries below have names of their own.
fn named_by_id(page: &Page, item: &Line<'_>) -> Option<Repair> {
    let split = item.split()?;
    let (key, value) = (page.slice(split.key.clone()), page.slice(split.value.clone()));
    if !matches!(key, "id" | "name") || !is_word(value) {
        return None;
    }
    let range = item.start + item.indent()..split.value.end;
    let message = format!("`{value}` is an item of a list, but the entries beside it have names");
    let finding = Finding::error("structure/list-instead-of-entries", page.span(range.clone()), message)
        .help(format!("write `{value}:` instead of `- {key}: {value}`"));
    Some(Repair { finding: Some(finding), edits: vec![Edit::replace(range, format!("{value}:"))] })
}

// The columns in which a line may begin here, the deepest first.
fn levels(trouble: &Trouble<'_>) -> Vec<usize> {
    let mut levels = Vec::new();
    let mut least = usize::MAX;
    let mut index = trouble.index;
    while let Some(above) = trouble.above(index)
        && least > 0
    {
        index = above;
        let Some(line) = trouble.lines.get(above) else { break };
        if line.indent() >= least || line.split().is_none() && !line.is_item() {
            continue;
        }
        let content = line.content() - line.start;
        if content > line.indent() && content < least && line.split().is_some() {
            levels.push(content);
        }
        least = line.indent();
        levels.push(least);
    }
    levels
}

fn columns(levels: &[usize]) -> String {
    let mut levels: Vec<usize> = levels.iter().copied().take(3).collect();
    levels.sort_unstable();
    levels.dedup();
    let words: Vec<String> = levels.iter().map(usize::to_string).collect();
    match words.split_last() {
        Some((last, [])) => format!("{last} spaces, as the line it belongs beside"),
        Some((last, rest)) => format!("{} or {last} spaces, as the line it belongs beside", rest.join(", ")),
        None => "as many spaces as the line it belongs beside".to_owned(),
    }
}

// Moves a line to a column, and with it what belongs to it and what was slipped in the same way.
fn shift(trouble: &Trouble<'_>, column: usize) -> Vec<Edit> {
    let line = trouble.line();
    let indent = line.indent();
    let mut edits = vec![move_by(&line, indent, column)];
    let mut open = opens(&line);
    for next in trouble.lines.iter().skip(trouble.index + 1) {
        if next.is_blank() {
            continue;
        }
        // Between the old column and the new one stand lines beside this one, not below it.
        let beside = next.indent() > indent && next.indent() <= column;
        if next.indent() < indent || beside || next.indent() > indent && !open {
            break;
        }
        if next.indent() == indent {
            if indent == column {
                break;
            }
            open = opens(next);
        }
        edits.push(move_by(next, indent, column));
    }
    edits
}

fn opens(line: &Line<'_>) -> bool {
    let value = line.split().map_or("", |split| line.part(&split.value));
    value.is_empty() || value.starts_with(['|', '>', '&']) || line.is_item()
}

pub(super) fn move_by(line: &Line<'_>, indent: usize, column: usize) -> Edit {
    if column >= indent {
        return Edit::insert(line.start, " ".repeat(column - indent));
    }
    Edit::remove(line.start..line.start + (indent - column).min(line.indent()))
}
