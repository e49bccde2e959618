//! Leftovers of a merge: `<<<<<<<`, `=======` and `>>>>>>>` lines.
//! Must never choose silently: the first side is read, and every conflict is reported.

use crate::diagnostic::Finding;
use crate::syntax::line::{Line, any_byte, lines};
use crate::syntax::page::{Edit, Page};

/// Takes out the marker lines and the second side of every conflict.
pub(in crate::syntax) fn resolve<'a>(page: Page<'a>, findings: &mut Vec<Finding>) -> Page<'a> {
    let possible = any_byte(&page.text, |byte| matches!(byte, b'<' | b'=' | b'>'));
    if !possible || !["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| page.text.contains(mark)) {
        return page;
    }
    let lines = lines(&page.text);
    let mut edits = Vec::new();
    let mut conflict: Option<Conflict<'_>> = None;
    for (number, line) in (1_usize..).zip(&lines) {
        match marker(line) {
            Some('<') => {
                report(&page, conflict.take(), None, findings);
                conflict = Some(Conflict { start: *line, number, middle: None });
                edits.push(Edit::remove(line.start..line.end()));
            }
            // Half cleared away: the first mark is gone.
            Some('=') if conflict.is_none() => {
                conflict = Some(Conflict { start: *line, number, middle: None });
                edits.push(Edit::remove(line.start..line.end()));
            }
            Some('=' | '|') if conflict.is_some() => {
                if let Some(conflict) = &mut conflict {
                    conflict.middle.get_or_insert((*line, number));
                }
            }
            Some('>') => {
                let from =
                    conflict.as_ref().and_then(|conflict| conflict.middle).map_or(*line, |(line, _)| line);
                edits.push(Edit::remove(from.start..line.end()));
                let own = conflict.take().unwrap_or(Conflict { start: *line, number, middle: None });
                report(&page, Some(own), Some((line, number)), findings);
            }
            _ => {}
        }
    }
    // A conflict that never ends: only its marker lines go.
    if let Some((line, _)) = conflict.as_ref().and_then(|conflict| conflict.middle) {
        edits.push(Edit::remove(line.start..line.end()));
    }
    report(&page, conflict, None, findings);
    page.edited(&edits)
}

#[derive(Clone, Copy)]
struct Conflict<'a> {
    start: Line<'a>,
    number: usize,
    middle: Option<(Line<'a>, usize)>,
}

fn report(
    page: &Page,
    conflict: Option<Conflict<'_>>,
    end: Option<(&Line<'_>, usize)>,
    findings: &mut Vec<Finding>,
) {
    let Some(conflict) = conflict else { return };
    let span = |line: &Line<'_>| page.span(line.start..line.end());
    let last = end.map(|(_, number)| number).or(conflict.middle.map(|(_, number)| number));
    let last = last.unwrap_or(conflict.number);
    let message = if last == conflict.number {
        format!("line {last} is a leftover of a merge")
    } else {
        format!("lines {} to {last} hold two versions of the text, left over from a merge", conflict.number)
    };
    let mut finding = Finding::error("structure/merge-conflict", span(&conflict.start), message)
        .help("keep the version that is right and delete the other one, together with the lines `<<<<<<<`, `=======` and `>>>>>>>`")
        .arg("first_line", conflict.number)
        .arg("last_line", last);
    if let Some((middle, _)) = &conflict.middle {
        finding = finding.label("the first version, which is read").also(span(middle), "the second version");
    }
    if let Some((end, number)) = end
        && number != conflict.number
    {
        finding = finding.also(span(end), "the end of both");
    }
    findings.push(finding);
}

// Seven of the same character at the margin, alone or before a space.
fn marker(line: &Line<'_>) -> Option<char> {
    let first = line.text.chars().next().filter(|c| matches!(c, '<' | '=' | '>' | '|'))?;
    let rest = line.text.trim_start_matches(first);
    (line.text.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))).then_some(first)
}
