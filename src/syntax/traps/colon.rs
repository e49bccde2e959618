//! Colons that are missing, stick to the text after them, or stand inside a text.
//! Must never take a web address or a time of day for an entry.

use std::ops::Range;

use super::{Trouble, quotes};
use crate::diagnostic::Finding;
use crate::syntax::line::{Line, colons, is_word};
use crate::syntax::page::{Edit, Page, Repair};

/// What may stand before a colon without being the name of an entry.
const SCHEMES: [&str; 10] =
    ["http", "https", "mailto", "tel", "sms", "skype", "viber", "tg", "whatsapp", "urn"];

/// Signs that look like a colon, or stand one key beside it.
const COLONS: [char; 6] = ['：', '∶', '﹕', '꞉', '︓', ';'];

/// `title:Text`: the colon needs a space after it.
pub(in crate::syntax) fn missing_space(page: &Page, line: &Line<'_>) -> Option<Repair> {
    let from = line.content();
    let text = line.text.get(from - line.start..)?;
    let at = text.find(':')?;
    let key = text.get(..at)?;
    let next = text.get(at + 1..)?.chars().next()?;
    if !is_word(key) || SCHEMES.contains(&key) || next == ' ' || next == '\t' || next == ':' {
        return None;
    }
    if next == '\u{a0}' {
        return Some(super::silent::ordinary_space(page, from + at + 1));
    }
    if text.get(at + 1..)?.starts_with("//") {
        return None;
    }
    let value = page.slice(line.rest(from + at + 1));
    let word = value.split_whitespace().next().unwrap_or(value);
    let finding = Finding::error(
        "structure/missing-space-after-colon",
        page.span(from..from + at + 1 + word.len()),
        format!("there is no space after the colon of `{key}`"),
    )
    .help(format!("write `{key}: {value}`"))
    .arg("key", key);
    Some(Repair { finding: Some(finding), edits: vec![Edit::insert(from + at + 1, " ")] })
}

/// `channels` or `title Standard`: an entry without its colon. `group` tells whether deeper lines follow.
pub(super) fn missing(page: &Page, line: &Line<'_>, group: bool) -> Option<Repair> {
    let content = line.rest(line.content());
    let text = page.slice(content.clone());
    let odd = text.split_once(COLONS).filter(|(key, _)| is_word(key.trim_end()));
    let (key, rest) = match odd.or_else(|| text.split_once([' ', '\t', '=']).filter(|_| !group)) {
        Some((key, rest)) => (key.trim_end(), after_sign(rest)),
        _ => (text, ""),
    };
    // A sentence begins with a capital letter, the name of an entry does not.
    if !rest.is_empty() && key.starts_with(char::is_uppercase) {
        return None;
    }
    // Above deeper lines even several words are a name.
    if !is_word(key) && (!group || text.contains([':', '"', '{', '['])) {
        return None;
    }
    let end = content.start + key.len();
    let (edit, help) = if rest.is_empty() {
        (Edit::replace(end..content.end, ":"), format!("write `{key}:`"))
    } else {
        let value = content.end - rest.len();
        (Edit::replace(end..value, ": "), format!("write `{key}: {rest}`"))
    };
    let finding = Finding::error(
        "structure/missing-colon",
        page.span(content.start..end),
        format!("there is no colon after `{key}`"),
    )
    .help(help)
    .arg("key", key);
    Some(Repair { finding: Some(finding), edits: vec![edit] })
}

// What follows the sign that stands where the colon belongs.
fn after_sign(rest: &str) -> &str {
    let rest =
        rest.trim_start_matches([' ', '\t', '=', ':', '\u{a0}']).trim_start_matches(COLONS).trim_start();
    ["- ", "– ", "— "].iter().find_map(|dash| rest.strip_prefix(dash)).unwrap_or(rest).trim_start()
}

/// `say: Attention: call`: the second colon ends the text.
pub(super) fn inside_text(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let line = trouble.line();
    let from = match line.split() {
        Some(split) if split.colon < trouble.at => split.value.start,
        _ => line.content(),
    };
    let value = trouble.value_extent(from);
    let text = page.slice(value.clone());
    let colon = colons(text).map(|at| at + value.start).find(|at| *at >= trouble.at).unwrap_or(trouble.at);
    if colon < value.start || text.is_empty() {
        return None;
    }
    let edits = trouble.as_text(page, value.clone());
    Some(quoted(page, value, colon, edits))
}

/// The same between braces or brackets, where a comma ends the text.
pub(super) fn inside_flow_text(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    let line = trouble.line();
    let before = line.text.get(..trouble.at.checked_sub(line.start)?)?;
    if !page.text.get(trouble.at..)?.starts_with(':') {
        return None;
    }
    let comma = before.rfind([',', '{', '[']).map_or(0, |at| at + 1);
    let colon = colons(before.get(comma..)?).last().map_or(comma, |at| at + comma + 1);
    let lead = before.get(colon..)?;
    let from = line.start + colon + (lead.len() - lead.trim_start().len());
    let rest = line.text.get(trouble.at - line.start..)?;
    let to = rest.find([',', '}', ']']).unwrap_or(rest.len());
    let text = page.slice(from..trouble.at + to).trim_end();
    if text.is_empty() || text.starts_with(['"', '\'']) {
        return None;
    }
    let range = from..from + text.len();
    let edits = quotes::around(page, range.clone());
    Some(quoted(page, range, trouble.at, edits))
}

fn quoted(page: &Page, value: Range<usize>, colon: usize, edits: Vec<Edit>) -> Repair {
    let text = page.slice(value.clone());
    let start: String = page.slice(value.start..colon).chars().rev().take(24).collect();
    let before: String = start.chars().rev().collect();
    let before = before.split_whitespace().next_back().unwrap_or("");
    let mut help = format!("put the whole text in quotes: {}", quotes::shown(text));
    let stuck = page.slice(value.start..colon).trim_end_matches(before).trim_end().ends_with(',');
    if stuck && is_word(before) && before.is_ascii() {
        help.push_str(&format!("; if `{before}` is an entry of its own, write it on a line of its own"));
    }
    if text.lines().count() > 1 {
        help = "write `>` after the first colon and the text on the lines below it, or put it in quotes"
            .to_owned();
    }
    let finding = Finding::error(
        "structure/colon-in-text",
        page.span(colon..colon + 1),
        format!("the colon after `{before}` would begin a new entry inside a text without quotes"),
    )
    .help(help)
    .also(page.span(value), "the text");
    Repair { finding: Some(finding), edits }
}
