//! Tabs and no-break spaces where only spaces count: before the first character of a line.
//! Must never touch the lines of a text below `|` or `>`, nor blank lines and comments.

use granit_parser::ErrorKind;

use super::Trouble;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::syntax::line::{Line, any_byte, comment_start, lines};
use crate::syntax::page::{Edit, Page, Repair};

const WIDE: [char; 2] = ['\u{a0}', '\u{202f}'];
/// Zero-width spaces, soft hyphens, marks of direction and of byte order.
const INVISIBLE: [char; 11] = [
    '\u{200b}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{202d}', '\u{202e}',
];
/// The most places that one finding shows.
const MOST_LABELS: usize = 8;

/// Takes out what has no width and no meaning: it comes along with copied text, and nobody can see or delete it.
pub(in crate::syntax) fn without_invisible(page: Page<'_>) -> Page<'_> {
    // What these characters begin with in UTF-8.
    let possible = any_byte(&page.text, |byte| matches!(byte, 0xc2 | 0xe2 | 0xef));
    let marked = possible && INVISIBLE.iter().any(|c| page.text.contains(*c));
    // Where text runs from right to left, marks of direction do mean something.
    if !marked || page.text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}')) {
        return page;
    }
    let found = page.text.char_indices().filter(|(_, c)| INVISIBLE.contains(c));
    let edits: Vec<Edit> = found.map(|(at, c)| Edit::remove(at..at + c.len_utf8())).collect();
    page.edited(&edits)
}

/// Replaces tabs and no-break spaces in indentations by spaces.
pub(in crate::syntax) fn straighten<'a>(page: Page<'a>, findings: &mut Vec<Finding>) -> Page<'a> {
    let possible = any_byte(&page.text, |byte| matches!(byte, b'\t' | 0xc2 | 0xe2));
    // One character at a time: that is how the search is fast.
    if !possible || !page.text.contains('\t') && !WIDE.iter().any(|c| page.text.contains(*c)) {
        return page;
    }
    // Between braces that hold the whole file (JSON) indentation means nothing.
    if page.text.trim_start().starts_with(['{', '[']) {
        return page;
    }
    let lines = lines(&page.text);
    let unit = usual_indentation(&lines);
    let mut edits = Vec::new();
    let (mut tabs, mut wide) = (Vec::new(), Vec::new());
    let mut text_below: Option<usize> = None;
    // A stray tab in a file of spaces looked right beside the line above; a file of tabs is consistent in itself.
    let tabbed = lines.iter().filter(|line| line.text.starts_with('\t')).count();
    let mut columns = Columns { stray: tabbed * 4 < lines.len(), ..Columns::default() };
    for line in &lines {
        let body = line.text.trim_start_matches(|c| c == ' ' || c == '\t' || WIDE.contains(&c));
        let lead = line.text.get(..line.text.len() - body.len()).unwrap_or("");
        if body.is_empty() {
            continue;
        }
        let width = columns.width(lead, unit);
        let spaces = lead.len() - lead.trim_start_matches(' ').len();
        if text_below.is_some_and(|header| spaces > header) {
            continue;
        }
        if text_below.is_some_and(|header| width <= header) {
            text_below = None;
        }
        if text_below.is_none() && !body.starts_with('#') {
            text_below = announces_text(body).then_some(width);
            columns.enter(width, body);
        }
        let tab = lead.contains('\t');
        if lead.len() == spaces || body.starts_with('#') || !(tab || lead.contains(WIDE)) {
            continue;
        }
        edits.push(Edit::replace(line.start..line.start + lead.len(), " ".repeat(width)));
        let span = page.span(line.start..line.start + lead.len());
        if tab { tabs.push(span) } else { wide.push(span) }
    }
    findings.extend(report_tabs(&tabs, unit));
    findings.extend(report_wide(&wide));
    page.edited(&edits)
}

// The columns in which lines began so far, the deepest last.
#[derive(Default)]
struct Columns {
    open: Vec<usize>,
    opens_group: bool,
    stray: bool,
}

impl Columns {
    // How far an indentation reaches: a tab counts as one usual step, or else as what makes the line fit.
    fn width(&self, lead: &str, unit: usize) -> usize {
        let with = |tab: usize| lead.chars().map(|c| if c == '\t' { tab } else { 1 }).sum::<usize>();
        let deepest = self.open.last().copied().unwrap_or(0);
        let fits = |width: &usize| {
            if self.opens_group { *width > deepest } else { self.open.contains(width) }
        };
        let mut widths = [unit, 2, 4, 6, 8].into_iter().map(with);
        if self.stray && !self.opens_group && widths.clone().any(|width| width == deepest) {
            return deepest;
        }
        widths.find(fits).unwrap_or_else(|| with(unit))
    }

    fn enter(&mut self, width: usize, body: &str) {
        while self.open.last().is_some_and(|last| *last >= width) {
            self.open.pop();
        }
        self.open.push(width);
        self.opens_group = body.ends_with(':') || body == "-";
    }
}

/// A tab that the parser met elsewhere.
pub(super) fn tab(page: &Page, trouble: &Trouble<'_>) -> Option<Repair> {
    if !matches!(
        trouble.kind,
        ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabNotAllowed
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::InvalidBlockEntryWhitespace
            | ErrorKind::InvalidMappingValueWhitespace
    ) {
        return None;
    }
    let line = trouble.line();
    let tabs: Vec<usize> = line.text.match_indices('\t').map(|(at, _)| line.start + at).collect();
    let first = *tabs.first()?;
    let finding = report_tabs(&[page.span(first..first + 1)], 2)?;
    let edits = tabs.into_iter().map(|at| Edit::replace(at..at + 1, "  ")).collect();
    Some(Repair { finding: Some(finding), edits })
}

fn report_tabs(places: &[Span], unit: usize) -> Option<Finding> {
    let message = match places.len() {
        1 => "this line is indented with a tab".to_owned(),
        count => format!("{count} lines are indented with tabs"),
    };
    let help = format!(
        "replace each tab by {unit} spaces; most editors do it for the whole file with `Convert indentation to spaces`"
    );
    report("structure/tab-indentation", message, help, places)
}

fn report_wide(places: &[Span]) -> Option<Finding> {
    let message = match places.len() {
        1 => "this line is indented with no-break spaces, which do not count".to_owned(),
        count => format!("{count} lines are indented with no-break spaces, which do not count"),
    };
    let help = "delete the space before the first letter and type ordinary spaces; such spaces come along with text copied from a web page or a document";
    report("structure/no-break-space", message, help.to_owned(), places)
}

fn report(rule: &'static str, message: String, help: String, places: &[Span]) -> Option<Finding> {
    let (first, others) = places.split_first()?;
    let finding = Finding::error(rule, *first, message).help(help).arg("lines", places.len());
    let others = others.iter().take(MOST_LABELS);
    Some(others.fold(finding, |finding, place| finding.also(*place, "")))
}

// How many spaces one step to the right has in this file; what a tab is taken for.
fn usual_indentation(lines: &[Line<'_>]) -> usize {
    let indents = lines.iter().filter(|line| !line.is_blank()).map(Line::indent);
    indents.filter(|indent| *indent > 0).min().unwrap_or(2).clamp(2, 8)
}

// Whether a line ends with `|` or `>`, so that a text follows below it.
fn announces_text(body: &str) -> bool {
    let body = body.get(..comment_start(body).unwrap_or(body.len())).unwrap_or(body).trim_end();
    let before = body.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    let Some(before) = before.strip_suffix(['|', '>']) else { return false };
    before.is_empty() || before.ends_with([' ', '\t'])
}
