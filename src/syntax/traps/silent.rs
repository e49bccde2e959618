//! Traps that the parser accepts: the text is read, but not as it was meant.
//! Must never touch sound texts: quotation marks and dashes inside a text belong to it.

use std::ops::Range;

use crate::diagnostic::Finding;
use crate::syntax::build::Built;
use crate::syntax::line::{Line, lines};
use crate::syntax::page::{Edit, Page, Repair};
use crate::syntax::traps::{colon, dash, quotes, swallowed};
use crate::syntax::tree::Key;

/// The text of an unquoted value; problems go to `built`.
pub(in crate::syntax) fn plain<'a>(
    page: &Page,
    text: &'a str,
    range: Range<usize>,
    built: &mut Built,
) -> &'a str {
    let Some(first) = text.chars().next() else { return "" };
    let risky = matches!(first, '-' | '–' | '—') || text.contains(':') || dash::bullet(text);
    if risky && own_line(page, range.start) {
        let written = lines(page.slice(range.clone()));
        let lines = written.iter().map(|line| Line { start: line.start + range.start, ..*line });
        let repairs = lines.flat_map(|line| {
            colon::missing_space(page, &line).or_else(|| dash::without_space(page, &line)).or_else(|| {
                (written.len() > 1 || dash::bullet(text)).then(|| dash::wrong_dash(page, &line)).flatten()
            })
        });
        built.repairs.extend(repairs);
    }
    // What goes over several lines is longer than what is read of it.
    let several_lines = range.len() > text.len();
    if several_lines
        && text.contains(" - ")
        && let Some((repair, mended)) = swallowed::items(page, range.clone())
    {
        match mended {
            true => built.repairs.push(repair),
            false => built.findings.extend(repair.finding),
        }
    }
    if several_lines && first.is_ascii_digit() {
        built.repairs.extend(swallowed::numbered(page, range.clone()));
    }
    built.findings.extend(cut_off(page, text, range.end));
    if first == '\u{a0}' {
        let at = range.start..range.start + first.len_utf8();
        built.findings.push(no_break_space(page, at));
    }
    if let Some(inner) = quotes::inside_smart(text) {
        built.findings.push(quotes::smart(page, range));
        return inner;
    }
    // A no-break space at either end cannot be seen and is never meant.
    text.trim_matches('\u{a0}')
}

/// The end of a text that a number sign has cut off: `order #1` is meant as a number, but `#` begins a comment.
/// Comments that begin with a digit right behind the sign are too rare to be taken for one, and so are those of one word
/// that sticks to it behind several: `follow us under #shop`.
fn cut_off(page: &Page, text: &str, end: usize) -> Option<Finding> {
    let rest = page.text.get(end..)?.lines().next()?;
    let comment = rest.strip_prefix(' ')?.trim_start_matches(' ');
    let number = comment.strip_prefix('#')?;
    let tag =
        number.starts_with(char::is_alphabetic) && text.contains(' ') && !number.trim_end().contains(' ');
    if !number.starts_with(|c: char| c.is_ascii_digit()) && !tag {
        return None;
    }
    let start = end + rest.len() - comment.len();
    let message = format!("`{}` is cut off: `#` behind a space begins a comment", comment.trim_end());
    let finding = Finding::warning("structure/comment-in-text", page.span(start..end + rest.len()), message);
    Some(finding.help("put the whole text in double quotes; if it is a comment, put a space behind `#`"))
}

/// A key without quotes; problems go to `built`.
pub(in crate::syntax) fn key<'t>(
    page: &Page<'t>,
    text: &str,
    range: Range<usize>,
    built: &mut Built,
) -> Key<'t> {
    let span = page.span(range.clone());
    let text = match quotes::inside_smart(text) {
        Some(inner) => {
            built.findings.push(quotes::smart(page, range));
            inner
        }
        None => text.trim_matches('\u{a0}'),
    };
    Key { text: page.text_at(text, span), span }
}

/// The finding for a no-break space where only a space counts.
pub(in crate::syntax) fn no_break_space(page: &Page, range: Range<usize>) -> Finding {
    Finding::error(
        "structure/no-break-space",
        page.span(range),
        "this is a no-break space, which looks like a space but does not count as one here",
    )
    .help("delete it and type an ordinary space; such spaces come along with text copied from a web page or a document")
}

/// A repair that puts an ordinary space in the place of a no-break space.
pub(in crate::syntax) fn ordinary_space(page: &Page, at: usize) -> Repair {
    let range = at..at + '\u{a0}'.len_utf8();
    Repair { finding: Some(no_break_space(page, range.clone())), edits: vec![Edit::replace(range, " ")] }
}

// Whether nothing stands before the value on its line.
fn own_line(page: &Page, at: usize) -> bool {
    let before = page.text.get(..at).unwrap_or("");
    let before = before.trim_end_matches([' ', '\u{a0}']);
    before.is_empty() || before.ends_with('\n')
}
