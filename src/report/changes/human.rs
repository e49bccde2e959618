//! Changes for people in a terminal: the worst first, each in one sentence with its places.
//! Must never let a text of the author steer the terminal.

use std::io;

use super::{Compared, also, by_kind, places, verdict};
use crate::changes::Kind;
use crate::report::Style;
use crate::report::line::wrapped;
use crate::report::text::{counted, plain};

/// The most changes of wording that are listed one by one.
const MOST_WORDINGS: usize = 20;
/// The most further situations that are listed under a change.
const MOST_SITUATIONS: usize = 4;

pub(super) fn write(compared: &Compared<'_>, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let width = style.width.max(40);
    let bold = |text: String| if style.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text };
    let indented = |text: &str, by: usize| {
        let pad = " ".repeat(by);
        wrapped(&plain(text), width.saturating_sub(by)).replace('\n', &format!("\n{pad}"))
    };
    let mut counts = Vec::new();
    for (kind, changes) in by_kind(compared) {
        writeln!(out, "{}", bold(format!("{} ({})", kind.title(), changes.len())))?;
        let most = if kind == Kind::Wording { MOST_WORDINGS } else { changes.len() };
        for change in changes.iter().take(most) {
            writeln!(out, "  - {}", indented(&change.message, 4))?;
            for words in also(change).take(MOST_SITUATIONS) {
                writeln!(out, "    also: {}", indented(words, 10))?;
            }
            let further = also(change).count().saturating_sub(MOST_SITUATIONS);
            if further > 0 {
                writeln!(out, "    and {}", counted(further, "more group"))?;
            }
            let places = places(change);
            if !places.is_empty() {
                writeln!(out, "    {}", indented(&format!("({places})"), 5))?;
            }
            if !change.roles.is_empty() {
                writeln!(out, "    {}", indented(&format!("for {}", change.roles.join(", ")), 8))?;
            }
        }
        if changes.len() > most {
            writeln!(out, "  and {} of words", counted(changes.len() - most, "more change"))?;
        }
        writeln!(out)?;
        counts.push(format!("{}: {}", kind.title(), changes.len()));
    }
    let between = format!("from {} to {}, as of {}", compared.old, compared.new, compared.day);
    let limited = compared.role.map(|role| format!(" for {role}")).unwrap_or_default();
    let summary = match counts.is_empty() {
        true => format!("Nothing changed{limited} {between}."),
        false => {
            let mut counts = counts.join(", ");
            counts.push_str(&limited);
            let mut letters = counts.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            format!("{first}{}, {between}.", letters.as_str())
        }
    };
    writeln!(out, "{}", bold(wrapped(&plain(&summary), width)))?;
    if compared.changes.unknown > 0 {
        let open = counted(compared.changes.unknown, "question");
        writeln!(out, "{}", wrapped(&format!("{open} stayed open: there may be more changes."), width))?;
    }
    let verdict = format!("Version: {}.", verdict(compared));
    writeln!(out, "{}", wrapped(&plain(&verdict), width))
}
