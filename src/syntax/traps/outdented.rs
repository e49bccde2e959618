//! Lines that slipped to the left or right, found where the lines after them no longer fit.
//! Must never blame a line unless the lines on both sides of it agree on a column.

use std::ops::Range;

use super::Trouble;
use crate::diagnostic::Finding;
use crate::syntax::line::{Line, lines};
use crate::syntax::page::{Edit, Page, Repair};

const RULE: &str = "structure/bad-indentation";

/// The line below an entry does not fit, but fits those above it: the entry itself slipped to the left.
pub(super) fn owner(page: &Page, trouble: &Trouble<'_>, owner: usize) -> Option<Repair> {
    let column = trouble.line().indent();
    let above = trouble.above(owner).and_then(|index| trouble.lines.get(index))?;
    if may_be_section(trouble, owner) && above.indent() != column {
        return None;
    }
    (beside(trouble, owner, column)? == column).then(|| moved(page, trouble, owner, column)).flatten()
}

// What begins at the margin is a section, unless its name is none of a section, or it holds texts and no entries.
fn may_be_section(trouble: &Trouble<'_>, index: usize) -> bool {
    let Some(line) = trouble.lines.get(index).filter(|line| line.indent() == 0) else { return false };
    let name = line.split().map_or("", |split| line.part(&split.key));
    let below = trouble.lines.iter().skip(index + 1).find(|line| !line.is_blank());
    let value = below.and_then(|below| Some(below.part(&below.split()?.value))).unwrap_or("");
    let holds_text = !value.is_empty() && !value.starts_with(['{', '[', '|', '>', '&', '*']);
    let section = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    name.bytes().all(section) && !holds_text
}

/// The line in question stands beside others, but the group of an entry above it separates them.
pub(super) fn entry_above(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let column = trouble.line().indent();
    let culprit = (0..trouble.index).rev().find(|index| {
        trouble.lines.get(*index).is_some_and(|line| !line.is_blank() && line.indent() < column)
    })?;
    let line = trouble.lines.get(culprit)?;
    let opens = |line: &Line<'_>| line.split().is_some_and(|split| split.value.is_empty());
    let below = trouble.lines.iter().skip(culprit + 1).find(|line| !line.is_blank())?;
    if !opens(line) || line.is_item() || below.indent() <= column {
        return None;
    }
    let above = trouble.above(culprit).and_then(|index| trouble.lines.get(index))?;
    let header = opens(above) && above.indent() == line.indent();
    let fits = header || beside(trouble, culprit, column)? == column;
    fits.then(|| moved(page, trouble, culprit, column)).flatten()
}

// The column of the nearest line above that does not begin to the right of `column`.
fn beside(trouble: &Trouble<'_>, index: usize, column: usize) -> Option<usize> {
    let mut above = (0..index).rev().filter_map(|index| trouble.lines.get(index));
    above.find(|line| !line.is_blank() && line.indent() <= column).map(Line::indent)
}

fn moved(page: &Page, trouble: &Trouble<'_>, index: usize, column: usize) -> Option<Repair> {
    let line = trouble.lines.get(index)?;
    let key = line.split()?.key;
    let finding = Finding::error(
        RULE,
        page.span(key.clone()),
        format!("`{}` begins too far to the left: it separates lines that belong together", page.slice(key)),
    )
    .help(format!("indent it by {column} spaces, as the lines above and below it"))
    .also(page.span(trouble.line().body_range()), "begins in the right column");
    let edits = vec![Edit::insert(line.start, " ".repeat(column.checked_sub(line.indent())?))];
    Some(Repair { finding: Some(finding), edits })
}

/// Lines of a text that were pasted below its first line without indentation.
pub(super) fn text(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let prose = |line: &Line<'_>| !line.is_item() && line.split().is_none() && !line.is_blank();
    let line = trouble.line();
    let above = trouble.above(trouble.index).and_then(|index| trouble.lines.get(index))?;
    let owner = above.split().filter(|split| !split.value.is_empty())?;
    let column = above.content() - above.start;
    if above.part(&owner.value).starts_with(['|', '>']) && line.indent() <= column {
        return Some(below_header(page, trouble, page.slice(owner.key), column));
    }
    let after = trouble.lines.iter().skip(trouble.index);
    let pasted: Vec<&Line<'_>> = after.take_while(|line| prose(line) && line.indent() <= column).collect();
    let next = trouble.lines.iter().skip(trouble.index + pasted.len()).find(|line| !line.is_blank())?;
    let words = line.body().split_whitespace().count() > 1 && !line.body().starts_with(['"', '\'', '{', '[']);
    if !words || next.indent() <= line.indent() || next.indent() > column || pasted.is_empty() {
        return None;
    }
    let name = page.slice(owner.key);
    let finding = Finding::error(
        RULE,
        page.span(line.body_range()),
        format!("the text of `{name}` goes on here, but this line is not indented below `{name}`"),
    )
    .help(format!("begin each further line of the text with {} spaces", column + 2));
    let edits = pasted.iter().map(|line| Edit::insert(line.start, " ".repeat(column + 2 - line.indent())));
    Some(Repair { finding: Some(finding), edits: edits.collect() })
}

// The text that `|` or `>` announces, which is not indented.
fn below_header(page: &Page, trouble: &Trouble<'_>, name: &str, column: usize) -> Repair {
    let line = trouble.line();
    let finding = Finding::error(
        RULE,
        page.span(line.body_range()),
        format!("the text of `{name}` begins here, but this line is not indented below `{name}`"),
    )
    .help(format!("begin each line of the text with {} spaces", column + 2));
    let own = |own: &&Line<'_>| own.split().is_none() && own.indent() == line.indent() && !own.is_item();
    let text = trouble.lines.iter().skip(trouble.index).take_while(own);
    let edits = text.map(|own| Edit::insert(own.start, " ".repeat(column + 2 - own.indent()))).collect();
    Repair { finding: Some(finding), edits }
}

/// An entry without content whose neighbours below repeat those above: it opens a group of its own, further left.
pub(in crate::syntax) fn too_far_right(page: &Page, key: Range<usize>) -> Option<Repair> {
    let lines = lines(page.slice(0..page.text.len()));
    let index = lines.partition_point(|line| line.start <= key.start).checked_sub(1)?;
    let line = lines.get(index)?;
    if line.content() != key.start || line.is_item() {
        return None;
    }
    let mut above = lines.iter().take(index).rev();
    let parent = above.find(|above| !above.is_blank() && above.indent() < line.indent())?;
    if parent.is_item() {
        return None;
    }
    let parent_key = parent.split()?.key;
    let (name, beside) = (page.slice(key.clone()), page.slice(parent_key.clone()));
    let finding = Finding::error(
        RULE,
        page.span(key),
        format!(
            "`{name}` begins too far to the right, so that what is below it seems to belong to `{beside}`"
        ),
    )
    .help(format!("let `{name}` begin in the same column as `{beside}`"))
    .also(page.span(parent_key), "begins in the right column");
    let edits = vec![Edit::remove(line.start + parent.indent()..line.start + line.indent())];
    Some(Repair { finding: Some(finding), edits })
}
