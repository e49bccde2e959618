//! What people get wrong in YAML, told in their words: one family of traps per file.
//! Must never quote the parser: its position and its kind of error are only hints where to look.

mod colon;
mod dash;
pub(super) mod flow;
mod indentation;
mod merge_conflict;
pub(super) mod outdented;
pub(super) mod quotes;
pub(super) mod silent;
mod special;
pub(super) mod swallowed;
pub(super) mod value;
mod whitespace;

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::line::{Line, is_word, lines};
use super::page::{Edit, Page, Repair};
use super::tree::Node;
use crate::diagnostic::Finding;

pub(super) use colon::missing_space;
pub(super) use merge_conflict::resolve as resolve_merge_conflicts;
pub(super) use whitespace::{straighten, without_invisible};

/// The place where the parser stopped.
pub(super) struct Trouble<'a> {
    kind: &'a ErrorKind,
    at: usize,
    lines: &'a [Line<'a>],
    // INVARIANT: `index` is the number of a line of `lines`.
    index: usize,
}

/// Finds out what was meant where the parser stopped. The second part is the offset of the line in question.
pub(super) fn diagnose(page: &Page, error: &ScanError) -> (Repair, usize) {
    let lines = lines(&page.text);
    let mut at = error.marker().byte_offset().unwrap_or(0).min(page.text.len());
    while !page.text.is_char_boundary(at) {
        at -= 1;
    }
    let Some(index) = lines.partition_point(|line| line.start <= at).checked_sub(1) else {
        return (Repair { finding: None, edits: Vec::new() }, 0);
    };
    // At the end of the text the last line that says anything is the one in question.
    let index =
        (0..=index).rev().find(|i| lines.get(*i).is_some_and(|line| !line.is_blank())).unwrap_or(index);
    let trouble = Trouble { kind: error.kind(), at, lines: &lines, index };
    let repair = quotes::quoted_text(page, &trouble)
        .or_else(|| whitespace::tab(page, &trouble))
        .or_else(|| special::character(page, &trouble))
        .or_else(|| special::value(page, &trouble))
        .or_else(|| special::comment(page, &trouble))
        .or_else(|| flow::brackets(page, &trouble))
        .or_else(|| quotes::smart_value(page, &trouble))
        .or_else(|| in_line(page, &trouble))
        .unwrap_or_else(|| unreadable(page, &trouble));
    (repair, trouble.line().start)
}

/// Explains a section that is no group of entries.
pub(super) fn no_entries(page: &Page<'_>, root: Option<&Node<'_>>) -> Option<Repair> {
    let root = root.filter(|root| root.entries().is_none())?;
    let lines = lines(&page.text);
    let first = lines.iter().find(|line| !line.is_blank() && !line.text.starts_with("---"))?;
    let colon = root.text().and_then(|_| colon::missing(page, first, false));
    colon.or_else(|| {
        let all = Edit::remove(0..page.text.len());
        Some(Repair {
            finding: Some(value::no_entries(root, page.span(first.body_range()))),
            edits: vec![all],
        })
    })
}

/// Takes a line and what belongs to it out of the page, without a word.
pub(super) fn without_line<'a>(page: &Page<'a>, at: usize) -> Page<'a> {
    let lines = lines(&page.text);
    let index = lines.partition_point(|line| line.start <= at).saturating_sub(1);
    let Some(range) = block(&lines, index) else { return page.clone() };
    page.edited(&[Edit::remove(range)])
}

impl<'a> Trouble<'a> {
    fn line(&self) -> Line<'a> {
        self.lines.get(self.index).copied().unwrap_or(Line { start: 0, text: "" })
    }

    /// The nearest line above that says anything.
    fn above(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|i| self.lines.get(*i).is_some_and(|line| !line.is_blank()))
    }

    /// The nearest line below that says anything.
    fn below(&self, index: usize) -> Option<Line<'a>> {
        self.lines.iter().skip(index + 1).find(|line| !line.is_blank()).copied()
    }

    /// Whether deeper lines follow a line.
    fn opens_group(&self, index: usize) -> bool {
        let indent = self.lines.get(index).map_or(0, Line::indent);
        self.below(index).is_some_and(|line| line.indent() > indent)
    }

    /// The text without quotes that begins at `from` on this line: it goes on over deeper lines.
    fn value_extent(&self, from: usize) -> Range<usize> {
        self.extent(self.index, from)
    }

    /// Edits that make a value on this line a text; where deeper lines follow, they are the value, and this one goes.
    fn as_text(&self, page: &Page, range: Range<usize>) -> Vec<Edit> {
        if range.end <= self.line().end() && self.opens_group(self.index) && self.line().split().is_some() {
            return vec![Edit::remove(range)];
        }
        quotes::around(page, range)
    }

    fn extent(&self, index: usize, from: usize) -> Range<usize> {
        let Some(line) = self.lines.get(index) else { return from..from };
        let owner = if line.split().is_some() { line.content() - line.start } else { line.indent() };
        let own = line.rest(from);
        let mut end = own.end;
        for next in self.lines.iter().skip(index + 1) {
            let entry = next.split().is_some_and(|split| is_word(next.part(&split.key)));
            if next.is_blank() || next.indent() <= owner || next.is_item() || entry {
                break;
            }
            end = next.rest(next.content()).end;
        }
        own.start..end.max(own.start)
    }
}

// Colons, dashes and indentation.
fn in_line(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let line = trouble.line();
    let split = line.split();
    let at_key = split.as_ref().is_some_and(|split| split.colon == trouble.at);
    if matches!(trouble.kind, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidSimpleKey) {
        let above = if at_key { indentation::entry_below_text(page, trouble) } else { None };
        return above.or_else(|| colon::inside_text(page, trouble));
    }
    if split.is_none()
        && let Some(repair) = outdented::text(page, trouble)
    {
        return Some(repair);
    }
    let alone = if split.is_none() {
        let above = trouble.above(trouble.index).and_then(|index| trouble.lines.get(index));
        dash::without_space(page, &line)
            .or_else(|| dash::wrong_dash(page, &line))
            .or_else(|| swallowed::number_among_items(page, &line, above))
            .or_else(|| colon::missing_space(page, &line))
    } else {
        None
    };
    alone.or_else(|| indentation::misplaced(page, trouble)).or_else(|| {
        let group = trouble.opens_group(trouble.index);
        split.is_none().then(|| colon::missing(page, &line, group)).flatten()
    })
}

// A line and what stands below it, up to the next line to the left or of the other kind: item or entry.
fn run(lines: &[Line<'_>], index: usize) -> Option<Range<usize>> {
    let line = lines.get(index)?;
    let same = |next: &&Line<'_>| {
        let beside = next.indent() == line.indent() && next.is_item() == line.is_item();
        next.is_blank() || next.indent() > line.indent() || beside
    };
    let last = lines.iter().skip(index + 1).take_while(same).last().unwrap_or(line);
    Some(line.start..last.end())
}

// A line and the deeper lines below it.
fn block(lines: &[Line<'_>], index: usize) -> Option<Range<usize>> {
    let line = lines.get(index)?;
    let deeper = |next: &&Line<'_>| next.body().is_empty() || next.indent() > line.indent();
    let last = lines.iter().skip(index + 1).take_while(deeper).last().unwrap_or(line);
    Some(line.start..last.end())
}

fn unreadable(page: &Page, trouble: &Trouble<'_>) -> Repair {
    let line = trouble.line();
    let finding = Finding::error(
        "structure/yaml-syntax",
        page.span(line.body_range()),
        "this line does not fit what stands around it",
    )
    .help(
        "an entry is `name: value`, a list item begins with `- `, and what belongs together begins in the same column; \
         a text with unusual characters goes into double quotes",
    );
    let edits = block(trouble.lines, trouble.index).map(Edit::remove).into_iter().collect();
    Repair { finding: Some(finding), edits }
}
