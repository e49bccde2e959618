//! List items whose dash is not one: `-item` without a space, `–` and `—` from a word processor.
//! Must never take a negative number or a dash inside a text for an item.

use crate::diagnostic::Finding;
use crate::syntax::line::Line;
use crate::syntax::page::{Edit, Page, Repair};

const DASHES: [char; 5] = ['–', '—', '−', '‐', '‑'];
const BULLETS: [char; 10] = ['•', '·', '●', '▪', '■', '◦', '‣', '○', '\u{f0b7}', '➢'];

/// `-item`: the dash needs a space.
pub(in crate::syntax) fn without_space(page: &Page, line: &Line<'_>) -> Option<Repair> {
    let body = line.body_range();
    let text = page.slice(body.clone());
    let after = text.strip_prefix('-')?;
    let next = after.chars().next()?;
    if next == '\u{a0}' {
        return Some(super::silent::ordinary_space(page, body.start + 1));
    }
    if next.is_whitespace() || next.is_ascii_digit() || matches!(next, '-' | '.') {
        return None;
    }
    let word = after.split_whitespace().next().unwrap_or(after);
    let finding = Finding::error(
        "structure/list-dash-without-space",
        page.span(body.start..body.start + 1 + word.len()),
        format!("`-{word}` has no space after the dash, so it is no list item"),
    )
    .help(format!("write `- {word}`"));
    Some(Repair { finding: Some(finding), edits: vec![Edit::insert(body.start + 1, " ")] })
}

/// `– item`: a long dash instead of a hyphen.
pub(in crate::syntax) fn wrong_dash(page: &Page, line: &Line<'_>) -> Option<Repair> {
    let body = line.body_range();
    let text = page.slice(body.clone());
    let dash = text.chars().next().filter(|c| DASHES.contains(c) || BULLETS.contains(c) || *c == '*')?;
    let range = body.start..body.start + dash.len_utf8();
    let spaced = text.chars().nth(1).is_some_and(|c| c == ' ');
    let kind = if !DASHES.contains(&dash) { "bullet" } else { "long dash" };
    let finding = Finding::error(
        "structure/wrong-dash",
        page.span(range.clone()),
        format!("`{dash}` is a {kind}, which does not begin a list item"),
    )
    .help("begin the item with an ordinary hyphen and a space: `- `")
    .arg("character", dash.to_string());
    let hyphen = if spaced { "-" } else { "- " };
    Some(Repair { finding: Some(finding), edits: vec![Edit::replace(range, hyphen)] })
}

/// Whether a line of a text begins with a bullet.
pub(in crate::syntax) fn bullet(text: &str) -> bool {
    !text.is_ascii() && text.contains(BULLETS)
}
