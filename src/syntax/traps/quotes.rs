//! Quotation marks: the wrong ones, those that are never closed, text that goes on after them.
//! Must never judge quotation marks inside a text, nor «…» and „…”, which are how people quote.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::Trouble;
use crate::diagnostic::Finding;
use crate::syntax::line::Line;
use crate::syntax::page::{Edit, Page, Repair};

/// The text between curly quotation marks, when they were put around a whole value.
pub(in crate::syntax) fn inside_smart(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(|c| matches!(c, '“' | '”' | '‘' | '’'))?;
    let marks: &[char] = if matches!(first, '“' | '”') { &['“', '”'] } else { &['‘', '’'] };
    let inner = text.strip_prefix(marks)?.strip_suffix(marks)?;
    (!inner.contains(marks)).then_some(inner)
}

/// The finding for curly quotation marks around a whole value.
pub(in crate::syntax) fn smart(page: &Page, range: Range<usize>) -> Finding {
    let mark = page.slice(range.clone()).chars().next().unwrap_or('“');
    Finding::warning(
        "structure/smart-quotes",
        page.span(range),
        format!("`{mark}` does not quote a value: it is a character of the text"),
    )
    .help(
        "type straight quotes `\"` instead; if the marks belong to the text, put straight quotes around them",
    )
    .arg("character", mark.to_string())
}

/// A value that begins with a curly quotation mark and then breaks off.
pub(super) fn smart_value(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let value = trouble.line().split()?.value;
    inside_smart(page.slice(value.clone()))?;
    let mut finding = smart(page, value.clone());
    finding.severity = crate::diagnostic::Severity::Error;
    let edits = around(page, value);
    Some(Repair { finding: Some(finding), edits })
}

/// Edits that put quotes around a text, so that it reads as it stands.
pub(super) fn around(page: &Page, range: Range<usize>) -> Vec<Edit> {
    let inner = page.slice(range.clone()).match_indices('\'').map(|(at, _)| range.start + at);
    let doubled = inner.map(|at| Edit::insert(at, "'"));
    // A quote that is doubled at the very start or end must not run together with the one put around.
    let text = page.slice(range.clone());
    if text.starts_with('\'') || text.ends_with('\'') {
        let escaped = format!("'{}'", text.replace('\'', "''"));
        return vec![Edit::replace(range, escaped)];
    }
    let mut edits = vec![Edit::insert(range.start, "'")];
    edits.extend(doubled);
    edits.push(Edit::insert(range.end, "'"));
    edits
}

/// A path in double quotes, in which a backslash and a letter became a tab or the end of a line: `"C:\temp"`.
pub(in crate::syntax) fn path(page: &Page, range: Range<usize>) -> Option<Finding> {
    let written = page.slice(range.clone());
    let at = written.strip_prefix('"')?.find(":\\")? + 2;
    let drive = written.get(..at - 1)?.ends_with(|c: char| c.is_ascii_alphabetic());
    let letter = written.get(at + 1..)?.chars().next().filter(char::is_ascii_alphabetic)?;
    drive.then(|| {
        let span = page.span(range.start + at..range.start + at + 2);
        let message =
            format!("`\\{letter}` inside double quotes is one character of its own, and no part of a path");
        Finding::warning("structure/unknown-escape", span, message)
            .help("put the text in single quotes, or write each backslash twice")
    })
}

/// A text as it should be written in quotes, shortened for a message.
pub(super) fn shown(text: &str) -> String {
    let quote = if text.contains('"') { '\'' } else { '"' };
    if quote == '\'' && text.contains('\'') || text.chars().count() > 60 {
        let start: String =
            text.chars().take_while(|c| !matches!(c, '"' | '\'' | '\n' | '\r')).take(24).collect();
        return format!("`\"{} …\"`", start.trim_end());
    }
    format!("`{quote}{text}{quote}`")
}

/// Everything that the parser reports about quoted texts.
pub(super) fn quoted_text(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    match trouble.kind {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => not_closed(page, trouble),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            after_closing(page, trouble)
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::MissingLowSurrogate => escape(page, trouble),
        _ => None,
    }
}

fn not_closed(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let own = trouble.kind != &ErrorKind::InvalidQuotedScalarIndent;
    let (index, at) = if own { (trouble.index, trouble.at) } else { opener(page, trouble)? };
    let opened = trouble.lines.get(index)?;
    let line = trouble.line();
    let quote = page.text.get(at..)?.chars().next()?;
    // The text goes on at the margin: it is closed, only not indented.
    if !own && line.split().is_none() && !line.is_item() && line.text.contains(quote) {
        let finding = Finding::error(
            "structure/bad-indentation",
            page.span(line.body_range()),
            "the text in quotes goes on here, but not further to the right than the entry it belongs to",
        )
        .help("put spaces before this line")
        .also(page.span(at..at + 1), "the text begins here");
        let spaces = " ".repeat(opened.indent() + 2);
        return Some(Repair { finding: Some(finding), edits: vec![Edit::insert(line.start, spaces)] });
    }
    close_here(page, trouble, index, at, quote)
}

fn close_here(page: &Page, trouble: &Trouble<'_>, index: usize, at: usize, quote: char) -> Option<Repair> {
    let line = trouble.lines.get(index)?;
    let followed_by_group = trouble.opens_group(index);
    let text = page.slice(at..line.end()).trim_end();
    let end = at + text.len();
    let last =
        text.chars().next_back().filter(|c| text.len() > 1 && matches!(c, '”' | '“' | '’' | '‘' | '„'));
    let (message, help) = match last {
        Some(mark) => (
            format!("the text begins with `{quote}` and ends with `{mark}`, which does not close it"),
            format!("end the text with `{quote}`"),
        ),
        None => (
            format!("the text that begins with `{quote}` has no closing quote"),
            format!("write `{quote}` at the end of the text"),
        ),
    };
    let finding = Finding::error("structure/unclosed-quote", page.span(at..end), message).help(help);
    // A comma or a bracket at the end belongs to what is around the text.
    let end = if line.text.get(..at - line.start).is_some_and(|before| before.contains(['{', '['])) {
        at + text.trim_end_matches([' ', '}', ']', ',']).len()
    } else {
        end
    };
    let closing = if text.ends_with('\\') && quote == '"' { "\\\"".to_owned() } else { quote.to_string() };
    // Where deeper entries follow, they are the value.
    let group = line.split().is_some_and(|split| split.value.start == at) && followed_by_group;
    if group {
        return Some(Repair { finding: Some(finding), edits: vec![Edit::remove(at..line.end())] });
    }
    let edit = match last {
        Some(mark) => Edit::replace(end - mark.len_utf8()..end, closing),
        None => Edit::insert(end.max(at + quote.len_utf8()), closing),
    };
    Some(Repair { finding: Some(finding), edits: vec![edit] })
}

// The line and the place where the text that fails here was opened.
fn opener(page: &Page, trouble: &Trouble<'_>) -> Option<(usize, usize)> {
    // At the end of the text the line in question may be the one that opened it.
    let last = if trouble.at >= trouble.line().end() { trouble.index + 1 } else { trouble.index };
    (0..last).rev().take(500).find_map(|index| {
        let line = trouble.lines.get(index)?;
        open_quote(page, line).map(|at| (index, at))
    })
}

// The quote of a line that is not closed on it.
fn open_quote(page: &Page, line: &Line<'_>) -> Option<usize> {
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, c) in line.text.char_indices() {
        match open {
            None if c == '#' && before == ' ' => break,
            None if matches!(c, '"' | '\'') && matches!(before, ' ' | '\t' | '[' | '{' | ',') => {
                open = Some((at, c))
            }
            Some((_, quote)) if quote == c && !(c == '"' && before == '\\') => open = None,
            _ => {}
        }
        before = c;
    }
    let (at, _) = open?;
    let value = line.split().map_or(line.content(), |split| split.value.start);
    let flow = page.slice(line.start..line.start + at).contains(['{', '[']);
    (line.start + at == value || line.start + at == line.content() || flow).then_some(line.start + at)
}

fn after_closing(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let line = trouble.line();
    let single = trouble.kind == &ErrorKind::InvalidTrailingSingleQuotedScalar;
    let quote = if single { '\'' } else { '"' };
    let start = line.split().map_or(line.content(), |split| split.value.start);
    let start = if start > trouble.at { line.content() } else { start };
    let begins_here = page.text.get(start..)?.starts_with(quote);
    if !begins_here || trouble.at == start + 1 {
        // The quote that closed the text was meant to open another one.
        if let Some((index, at)) = opener(page, trouble) {
            return close_here(page, trouble, index, at, quote);
        }
        return flow_text(page, trouble, quote);
    }
    let value = trouble.value_extent(start);
    let text = page.slice(value.clone());
    let rest = page.slice(trouble.at..value.end);
    if matches!(rest, "," | ";") {
        let finding = Finding::error(
            "structure/text-after-quote",
            page.span(trouble.at..value.end),
            format!("the `{rest}` behind the closing quote belongs to nothing"),
        );
        let finding = finding.help("remove it: entries on lines of their own are not separated by signs");
        return Some(Repair { finding: Some(finding), edits: vec![Edit::remove(trouble.at..value.end)] });
    }
    let help = if single && page.slice(trouble.at.saturating_sub(1)..trouble.at) == "'" {
        format!("write the apostrophe twice, or use double quotes: {}", shown(text.trim_matches('\'')))
    } else if single {
        "put the whole text in double quotes".to_owned()
    } else {
        // Quotes at both ends were put around the text, and only those inside belong to it.
        let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        let inner = inner.filter(|inner| inner.matches('"').count().is_multiple_of(2));
        format!("put the whole text in single quotes: `'{}'`", shortened(inner.unwrap_or(text)))
    };
    Some(text_after(page, trouble.at, value, help))
}

// The same inside braces or brackets: only the item is quoted anew.
fn flow_text(page: &Page, trouble: &Trouble<'_>, quote: char) -> Option<Repair> {
    let line = trouble.line();
    let before = page.slice(line.start..trouble.at);
    let close = before.rfind(quote)?;
    let open = before.get(..close)?.rfind(quote)?;
    let rest = page.slice(trouble.at..line.end());
    let end = trouble.at + rest.find([',', '}', ']']).unwrap_or(rest.len());
    let value = line.start + open..end;
    Some(text_after(page, trouble.at, value, "put the whole text in quotes of the other kind".to_owned()))
}

fn text_after(page: &Page, at: usize, value: Range<usize>, help: String) -> Repair {
    let word = page.slice(at..value.end).split_whitespace().next().unwrap_or("").len();
    let finding = Finding::error(
        "structure/text-after-quote",
        page.span(at..at + word.max(1)),
        "the text goes on after its closing quote",
    )
    .help(help);
    Repair { finding: Some(finding), edits: around(page, value) }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 60 && !text.contains('\n') {
        return text.to_owned();
    }
    let start: String = text.chars().take_while(|c| *c != '\n').take(24).collect();
    format!("{start} …")
}

// A backslash that begins nothing known: every one of the text is doubled at once.
fn escape(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let text = page.text.get(trouble.at + 1..)?;
    let mut edits = Vec::new();
    let mut shown = String::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '"' {
            break;
        }
        let Some((_, next)) = (if c == '\\' { chars.next() } else { None }) else { continue };
        if !matches!(next, '"' | '\\' | 'n' | 't' | '/' | '\n' | '\r') {
            let at = trouble.at + 1 + at;
            if edits.is_empty() {
                shown = format!("\\{next}");
            }
            edits.push((at, Edit::insert(at, "\\")));
        }
    }
    let (first, _) = edits.first()?;
    let finding = Finding::error(
        "structure/unknown-escape",
        page.span(*first..*first + shown.len()),
        format!("`{shown}` has no meaning inside double quotes"),
    )
    .help("write the backslash twice, or put the text in single quotes");
    Some(Repair { finding: Some(finding), edits: edits.into_iter().map(|(_, edit)| edit).collect() })
}
