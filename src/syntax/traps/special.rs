//! Characters that mean something to YAML at the start of a value, comments that cut a text, invisible characters.
//! Must never fire on what was read: only where the parser stopped.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::{Trouble, block, quotes};
use crate::diagnostic::Finding;
use crate::syntax::line::is_word;
use crate::syntax::page::{Edit, Page, Repair};

/// A value that begins with a character of YAML.
pub(super) fn value(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let line = trouble.line();
    let start = match line.split() {
        Some(split) if !split.value.is_empty() && split.value.start <= trouble.at => split.value.start,
        _ => line.content(),
    };
    if start > trouble.at {
        return None;
    }
    let written = page.slice(line.rest(start));
    let first = written.chars().next()?;
    let meant = match first {
        '@' | '`' | '%' | '*' | '&' | '!' | ',' => true,
        '|' | '>' => {
            matches!(trouble.kind, ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent)
        }
        '{' | '[' => goes_on_after_bracket(written),
        '-' | '?' => {
            matches!(trouble.kind, ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::MappingKeyNotAllowed)
        }
        _ => false,
    };
    let after_comma = written.strip_suffix([',', ';']).filter(|_| matches!(first, '{' | '[' | '"' | '\''));
    if let Some(kept) = after_comma.filter(|kept| kept.ends_with([']', '}']) && !goes_on_after_bracket(kept))
    {
        return Some(needless_comma(page, start + kept.len()));
    }
    if first == '*' && line.split().is_none() && written.starts_with("* ") {
        return super::dash::wrong_dash(page, &line);
    }
    if meant {
        let range = trouble.value_extent(start);
        let edits = trouble.as_text(page, range.clone());
        return Some(quote(page, range, first, edits));
    }
    in_flow(page, trouble)
}

fn needless_comma(page: &Page, at: usize) -> Repair {
    let range = at..at + 1;
    let mark = page.slice(range.clone());
    let finding = Finding::error(
        "structure/unquoted-special",
        page.span(range.clone()),
        format!("the `{mark}` behind the bracket belongs to nothing"),
    )
    .help("remove it: entries on lines of their own are not separated by signs")
    .arg("character", mark);
    Repair { finding: Some(finding), edits: vec![Edit::remove(range)] }
}

// `{ say: @agent }`: the item of the braces is quoted.
fn in_flow(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let line = trouble.line();
    let before = page.slice(line.start..trouble.at);
    let rest = page.slice(trouble.at..line.end());
    let first = rest.chars().next().filter(|c| matches!(c, '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>'))?;
    if !before.contains(['{', '[']) || !before.trim_end().ends_with([':', ',', '{', '[']) {
        return None;
    }
    let length = rest.find([',', '}', ']']).map_or(rest.len(), |at| at);
    let text = rest.get(..length)?.trim_end();
    let range = trouble.at..trouble.at + text.len();
    Some(quote(page, range.clone(), first, quotes::around(page, range)))
}

fn quote(page: &Page, range: Range<usize>, first: char, edits: Vec<Edit>) -> Repair {
    let reason = match first {
        '{' => "begins a group of entries",
        '[' => "begins a list",
        '*' => "begins a reference",
        '&' => "begins a mark for references",
        '!' => "begins a YAML tag",
        '>' | '|' => "announces a text on the lines below",
        '-' => "begins a list item, which needs a line of its own",
        '?' => "begins an entry of its own",
        _ => "may not begin a text without quotes",
    };
    let shown = if first == '`' { "a backtick".to_owned() } else { format!("`{first}`") };
    let help = format!("put the whole text in quotes: {}", quotes::shown(page.slice(range.clone())));
    let finding = Finding::error(
        "structure/unquoted-special",
        page.span(range.clone()),
        format!("this value begins with {shown}, which {reason}"),
    )
    .help(help)
    .arg("character", first.to_string());
    Repair { finding: Some(finding), edits }
}

// Whether text follows the bracket that closes the first one.
fn goes_on_after_bracket(written: &str) -> bool {
    let mut depth = 0_usize;
    for (at, c) in written.char_indices() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let after = written.get(at + c.len_utf8()..).unwrap_or("").trim_start();
            return !after.is_empty() && !after.starts_with([':', ']', '}', '#']);
        }
    }
    false
}

/// A comment that stands in the middle of a text, or sticks to it.
pub(super) fn comment(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let line = trouble.line();
    match trouble.kind {
        // An entry below the comment continues no text: once the comment is out of the way, its own mistake shows.
        ErrorKind::CommentInterceptedScalar if below_is_entry(trouble) => {
            Some(Repair { finding: None, edits: vec![Edit::remove(trouble.at..line.end())] })
        }
        ErrorKind::CommentInterceptedScalar => {
            let finding = Finding::error(
                "structure/comment-in-text",
                page.span(trouble.at..line.end()),
                "`#` begins a comment here, and the text goes on below it",
            )
            .help("put the whole text in double quotes, or move the comment to a line above the text");
            let edits = vec![Edit::remove(trouble.at..line.end())];
            Some(Repair { finding: Some(finding), edits })
        }
        ErrorKind::CommentNotSeparated => {
            let finding = Finding::error(
                "structure/comment-in-text",
                page.span(trouble.at..trouble.at + 1),
                "a comment needs a space before its `#`",
            )
            .help("put a space before `#`");
            Some(Repair { finding: Some(finding), edits: vec![Edit::insert(trouble.at, " ")] })
        }
        ErrorKind::RecursionLimitExceeded => {
            let edits = block(trouble.lines, trouble.index).map(Edit::remove).into_iter().collect();
            let at = trouble.at.min(line.end());
            Some(Repair { finding: Some(super::value::too_deep(page.span(at..at))), edits })
        }
        _ => None,
    }
}

fn below_is_entry(trouble: &Trouble<'_>) -> bool {
    trouble.below(trouble.index).is_some_and(|below| {
        below.is_item() || below.split().is_some_and(|split| is_word(below.part(&split.key)))
    })
}

/// A character that cannot be seen and does not belong in a text.
pub(super) fn character(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let ErrorKind::UnexpectedCharacter { .. } = trouble.kind else { return None };
    let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || c == '\u{feff}';
    let found: Vec<(usize, char)> = page.text.char_indices().filter(|(_, c)| hidden(*c)).collect();
    let (at, first) = *found.iter().find(|(at, _)| *at >= trouble.at)?;
    let line = trouble.line();
    if at > line.end() {
        return None;
    }
    let finding = Finding::error(
        "structure/not-text",
        page.span(at..at + first.len_utf8()),
        "an invisible control character stands here",
    )
    .help("delete the characters around this place and type them anew")
    .arg("count", found.len());
    let edits = found.iter().map(|(at, c)| Edit::remove(*at..at + c.len_utf8())).collect();
    Some(Repair { finding: Some(finding), edits })
}
