//! Lines that became part of a text above them: items, numbers of a list, entries below `|` and `>`.
//! Must never take a line for more than text unless a neighbour shows what it is.

use std::ops::Range;

use super::indentation::move_by;
use crate::diagnostic::Finding;
use crate::syntax::line::{Line, lines};
use crate::syntax::page::{Edit, Page, Repair};

const RULE: &str = "structure/bad-indentation";

/// Items of a list in the middle of a text without quotes; the second part is told where nothing can be mended.
pub(super) fn items(page: &Page, range: Range<usize>) -> Option<(Repair, bool)> {
    let below = below(page, &range);
    let first = below.iter().find(|line| line.is_item())?;
    let line = first_line(page, &range);
    let items = || below.iter().filter(|line| line.is_item());
    let finding = Finding::error(
        RULE,
        page.span(first.body_range()),
        "this list item became part of the text above it",
    );
    let mark = page.span(line.body_range());
    if line.is_item() {
        let finding = finding.help("let its `-` begin in the same column as the `-` above it");
        let edits = items().map(|item| move_by(item, item.indent(), line.indent())).collect();
        return Some((Repair { finding: Some(finding.also(mark, "the text")), edits }, true));
    }
    if line.split().is_none() && line.indent() == first.indent() {
        let finding = Finding::error(
            RULE,
            mark,
            "this line is no list item, so the items below it became part of its text",
        );
        let finding = finding.help("begin it with `- `").also(page.span(first.body_range()), "an item");
        return Some((Repair { finding: Some(finding), edits: vec![Edit::insert(range.start, "- ")] }, true));
    }
    let help = "write every item on a line of its own, or put the whole text in double quotes";
    Some((Repair { finding: Some(finding.help(help).also(mark, "the text")), edits: Vec::new() }, false))
}

/// `1. …`, `2. …`: lines that are numbered as in a document, and are one text here.
pub(super) fn numbered(page: &Page, range: Range<usize>) -> Option<Repair> {
    let line = first_line(page, &range);
    if line.split().is_some() || line.is_item() || line.content() != range.start {
        return None;
    }
    let mut all = vec![line];
    all.extend(below(page, &range));
    let numbered: Vec<(&Line<'_>, usize)> =
        all.iter().filter_map(|line| Some((line, number(line.body())?))).collect();
    // A text may begin with a number; a list has two of them, one after the other.
    if numbered.len() < 2 || numbered.first().is_none_or(|(first, _)| first.start != line.start) {
        return None;
    }
    Some(bulleted(page, &numbered))
}

/// `2. …` among items that begin with a hyphen.
pub(super) fn number_among_items(page: &Page, line: &Line<'_>, above: Option<&Line<'_>>) -> Option<Repair> {
    above.filter(|above| above.is_item() && above.indent() == line.indent())?;
    Some(bulleted(page, &[(line, number(line.body())?)]))
}

fn bulleted(page: &Page, numbered: &[(&Line<'_>, usize)]) -> Repair {
    let place = |(line, length): &(&Line<'_>, usize)| {
        let start = line.start + line.indent();
        start..start + length
    };
    let first = numbered.first().map(place).unwrap_or(0..0);
    let message = format!("`{}` does not begin a list item", page.slice(first.clone()));
    let finding = Finding::error("structure/wrong-dash", page.span(first), message)
        .help("begin each item with a hyphen and a space: `- `; steps are counted by themselves");
    let edits = numbered.iter().map(|numbered| Edit::replace(place(numbered), "-")).collect();
    Repair { finding: Some(finding), edits }
}

// The length of `12.` or `12)` at the start of a line, where a text follows.
fn number(body: &str) -> Option<usize> {
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let rest = body.get(digits..)?;
    let mark = rest.starts_with(". ") || rest.starts_with(") ");
    (mark && (1..=2).contains(&digits)).then_some(digits + 1)
}

/// An entry that is indented as deep as the text below `|` or `>`, and so is read as a line of it: other entries show
/// that it is the name of one.
pub(in crate::syntax) fn entry_in_block(page: &Page, range: Range<usize>) -> Option<Repair> {
    let owner = header(page, range.start)?;
    let owner_key = owner.split()?;
    let column = owner.content() - owner.start;
    let below = below(page, &(owner.start..range.end));
    let found =
        below.iter().position(|line| name(page, line).is_some_and(|key| is_name(page, key, column)))?;
    let line = below.get(found)?;
    let key = line.split()?.key;
    let (name, text) = (page.slice(key.clone()), page.slice(owner_key.key.clone()));
    let message =
        format!("`{name}` is indented as deep as the text of `{text}`, so it became part of that text");
    let finding = Finding::error(RULE, page.span(key), message)
        .help(format!("let `{name}` begin in the same column as `{text}`"))
        .also(page.span(owner_key.key), "the text begins here");
    let edits = below.iter().skip(found).filter(|line| !line.body().is_empty());
    let edits = edits.map(|own| move_by(own, line.indent(), column)).collect();
    Some(Repair { finding: Some(finding), edits })
}

// The line that announces a text with `|` or `>`: the one on which the text begins, or one right above.
fn header<'p>(page: &'p Page, at: usize) -> Option<Line<'p>> {
    let mut start = at;
    for _ in 0..8 {
        let line = first_line(page, &(start..start));
        let value = line.split().map_or("", |split| line.part(&split.value));
        if value.starts_with(['|', '>']) {
            return Some(line);
        }
        start = line.start.checked_sub(1)?;
    }
    None
}

// Names of entries are small letters of the language: `exit_to_person`.
fn name<'p>(page: &'p Page, line: &Line<'_>) -> Option<&'p str> {
    let key = line.split().filter(|_| !line.is_item())?.key;
    let key = page.slice(key);
    (key.len() > 1 && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')).then_some(key)
}

// Whether an entry of this name begins in the column somewhere in the file.
fn is_name(page: &Page, key: &str, column: usize) -> bool {
    lines(&page.text).iter().any(|line| {
        line.content() - line.start == column
            && line.split().is_some_and(|split| page.slice(split.key) == key)
    })
}

// The whole line on which a text begins.
fn first_line<'p>(page: &'p Page, range: &Range<usize>) -> Line<'p> {
    let start = page.text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let text = page.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    Line { start, text }
}

// The lines of a text below its first one.
fn below<'p>(page: &'p Page, range: &Range<usize>) -> Vec<Line<'p>> {
    let own = lines(page.text.get(range.clone()).unwrap_or(""));
    own.into_iter().skip(1).map(|line| Line { start: line.start + range.start, ..line }).collect()
}
