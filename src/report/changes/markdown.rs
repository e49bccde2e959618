//! Changes as Markdown, for a comment on a merge request. Must never let a text of the author become markup.

use std::io;

use super::{Compared, also, by_kind, places, verdict};
use crate::changes::{Change, ForCustomer, ForStaff, Kind};
use crate::report::text::{counted, plain, push_escaped};

pub(super) fn write(compared: &Compared<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "## What changes in the standard\n")?;
    let limited = compared.role.map(|role| format!(", for {}", code(role))).unwrap_or_default();
    let (old, new) = (code(compared.old), code(compared.new));
    writeln!(out, "From {old} to {new}, as of {}{limited}.\n", compared.day)?;
    let groups = by_kind(compared);
    if groups.is_empty() {
        writeln!(out, "Nothing changed.\n")?;
    }
    for (kind, changes) in groups {
        let wording = kind == Kind::Wording;
        let heading = format!("{} ({})", capital(kind.title()), changes.len());
        match wording {
            true => writeln!(out, "<details><summary>{heading}</summary>\n")?,
            false => writeln!(out, "### {heading}\n")?,
        }
        for change in changes {
            entry(change, out)?;
        }
        writeln!(out)?;
        if wording {
            writeln!(out, "</details>\n")?;
        }
    }
    if compared.changes.unknown > 0 {
        let open = counted(compared.changes.unknown, "question");
        writeln!(out, "**{open} stayed open: there may be more changes.**\n")?;
    }
    writeln!(out, "**Version:** {}.", escaped(&verdict(compared)))
}

fn entry(change: &Change, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "- {}", escaped(&change.message))?;
    for words in also(change) {
        writeln!(out, "  - also: {}", escaped(words))?;
    }
    let mut facts = Vec::new();
    let places = places(change);
    if !places.is_empty() {
        facts.push(code(&places));
    }
    facts.extend(meaning(change));
    if !change.roles.is_empty() {
        facts.push(format!("for {}", escaped(&change.roles.join(", "))));
    }
    if facts.is_empty() { Ok(()) } else { writeln!(out, "  <br>{}", facts.join(" · ")) }
}

fn meaning(change: &Change) -> Option<String> {
    let customer = match change.customer {
        ForCustomer::Better => Some("better for customers"),
        ForCustomer::Worse => Some("worse for customers"),
        ForCustomer::Same | ForCustomer::Unclear => None,
    };
    let staff = match change.staff {
        ForStaff::Lighter => Some("lighter for staff"),
        ForStaff::Heavier => Some("heavier for staff"),
        ForStaff::Same | ForStaff::Unclear => None,
    };
    let words: Vec<&str> = customer.into_iter().chain(staff).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn code(text: &str) -> String {
    format!("`{}`", plain(text).replace('`', "'"))
}

// Words in backticks stay code; whatever else could be markup is text.
fn escaped(text: &str) -> String {
    let text = plain(text);
    // An odd backtick would turn what is text into code and the other way round.
    let paired = text.matches('`').count().is_multiple_of(2);
    let mut escaped = String::new();
    let mut in_code = false;
    for letter in text.chars() {
        match letter {
            '`' if paired => {
                in_code = !in_code;
                escaped.push(letter);
            }
            _ if in_code => escaped.push(letter),
            _ => push_escaped(&mut escaped, letter),
        }
    }
    escaped
}
