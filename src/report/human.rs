//! Findings for people: what is wrong, the author's own lines, what to do, and a count at the end.
//! Must never let a text of the author steer the terminal.

use std::fmt;
use std::io;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use super::frame::{Frame, Room, frames, places_left_out};
use super::summary::summary;
use super::text::{counted, plain};
use super::{Report, Style};
use crate::diagnostic::{Finding, Severity};

pub(super) fn write(report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    for finding in report.open() {
        let page = report.rules.iter().find(|rule| rule.id == finding.rule);
        let page = page.and_then(|rule| rule.link.as_deref()).filter(|_| style.links);
        let mut text = String::new();
        let shown = Shown::new(finding, report, style);
        if handler(finding, &shown.frames, page, style).render_report(&mut text, &shown).is_err() {
            // A finding whose frame cannot be drawn is still a finding.
            text = format!("  {}[{}]: {shown}\n", finding.severity.word(), finding.rule);
        }
        writeln!(out, "{text}")?;
    }
    summary(report, style, out)
}

/// A finding as `miette` wants to see it: its frames are one source, so that places in several files
/// belong to one report.
#[derive(Debug)]
struct Shown {
    severity: Severity,
    message: String,
    help: String,
    frames: Vec<Frame>,
}

impl Shown {
    fn new(finding: &Finding, report: &Report, style: Style) -> Self {
        let room = Room { width: style.width.max(40), ellipsis: if style.unicode { "…" } else { "..." } };
        let mut message = plain(&finding.message);
        let more = places_left_out(finding);
        if more > 0 {
            message.push_str(&format!(" (and {} not shown)", counted(more, "further place")));
        }
        Shown {
            severity: finding.severity,
            message,
            help: plain(&finding.help),
            frames: frames(finding, report.sources, room),
        }
    }
}

fn handler(finding: &Finding, frames: &[Frame], page: Option<&str>, style: Style) -> GraphicalReportHandler {
    let mut characters = if style.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
    let rule = match page {
        Some(page) => format!("\u{1b}]8;;{}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", plain(page), finding.rule),
        None => finding.rule.to_owned(),
    };
    characters.error = format!("error[{rule}]:");
    characters.warning = format!("warning[{rule}]:");
    characters.advice = format!("note[{rule}]:");
    let styles = if style.colour { coloured(finding.severity, frames) } else { ThemeStyles::none() };
    GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
        .with_width(style.width.max(40))
        // A name such as `e-mail` is one word.
        .with_word_splitter(textwrap::WordSplitter::NoHyphenation)
        .with_links(false)
        .without_cause_chain()
        .without_syntax_highlighting()
}

// The main place has the colour of the finding; all others share a colour of their own.
fn coloured(severity: Severity, frames: &[Frame]) -> ThemeStyles {
    let mut styles = ThemeStyles::ansi();
    styles.error = styles.error.bold();
    styles.warning = styles.warning.bold();
    styles.advice = styles.advice.bold();
    let main = match severity {
        Severity::Error => styles.error,
        Severity::Warning => styles.warning,
        Severity::Info => styles.advice,
    };
    let mut marks: Vec<_> = frames.iter().flat_map(|frame| &frame.marks).collect();
    marks.sort_by_key(|mark| mark.start);
    if let (Some(other), false) = (styles.highlights.first().copied(), marks.is_empty()) {
        styles.highlights = marks.iter().map(|mark| if mark.main { main } else { other }).collect();
    }
    styles
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.help.is_empty()).then(|| Box::new(&self.help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let marks = self.frames.iter().flat_map(|frame| &frame.marks);
        let labels = marks.map(|mark| {
            let text = (!mark.text.is_empty()).then(|| mark.text.clone());
            let span = (mark.start, mark.length);
            if mark.main {
                LabeledSpan::new_primary_with_span(text, span)
            } else {
                LabeledSpan::new_with_span(text, span)
            }
        });
        Some(Box::new(labels))
    }
}

impl SourceCode for Shown {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let holds = |frame: &&Frame| frame.start <= start && end <= frame.start + frame.text.len();
        let frame = self.frames.iter().rev().find(holds).ok_or(MietteError::OutOfBounds)?;
        // A frame is shown whole; only its heading asks where one mark stands.
        let mark = frame.marks.iter().find(|mark| mark.start == start && mark.length == span.len());
        let heading = (lines_before, lines_after) == (0, 0);
        let (line, column) = match mark.filter(|_| heading) {
            Some(mark) => (mark.at.line - 1, mark.at.column - 1),
            None => (frame.first_line - 1, 0),
        };
        Ok(Box::new(MietteSpanContents::new_named(
            frame.path.clone(),
            frame.text.as_bytes(),
            (frame.start, frame.text.len()).into(),
            line,
            column,
            frame.text.lines().count(),
        )))
    }
}
