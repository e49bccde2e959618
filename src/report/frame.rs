//! The author's own lines around the places of a finding, cut to what is worth showing.
//! Must never draw anything: it says which lines stand where and what is marked in them.

use std::collections::BTreeMap;

use super::line::{Need, Window, columns, width, wrapped};
use super::text::plain;
use crate::diagnostic::Finding;
use crate::source::{FileId, Position, SourceFile, SourceMap};

/// The most places of one finding that are shown.
const MOST_PLACES: usize = 8;
/// The most lines of one place that are shown; of a larger one, only the first line is.
const MOST_LINES: usize = 6;
/// How narrow the text beside a mark may become.
const NARROWEST_LABEL: usize = 28;

/// Neighbouring lines of one file.
#[derive(Debug)]
pub(super) struct Frame {
    /// The file.
    pub(super) path: String,
    /// Number of the first line, from 1.
    pub(super) first_line: usize,
    /// The lines, each with its line break.
    pub(super) text: String,
    /// Where the text begins when all frames of a finding are put one after the other.
    pub(super) start: usize,
    /// What is marked in it.
    pub(super) marks: Vec<Mark>,
}

/// A marked part of a frame.
#[derive(Debug)]
pub(super) struct Mark {
    /// First byte, counted like the start of the frame.
    pub(super) start: usize,
    /// Number of bytes.
    pub(super) length: usize,
    /// What is to be seen there; may be empty.
    pub(super) text: String,
    /// Whether this is the main place of the finding.
    pub(super) main: bool,
    /// Where it stands in the file.
    pub(super) at: Position,
}

/// How much room there is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Columns for line numbers, lines and labels together.
    pub(super) width: usize,
    /// What stands for text that was cut off.
    pub(super) ellipsis: &'static str,
}

/// The frames of a finding: the one with the main place first.
pub(super) fn frames(finding: &Finding, sources: &SourceMap, room: Room) -> Vec<Frame> {
    let mut by_file: BTreeMap<FileId, Vec<Found>> = BTreeMap::new();
    for (order, label) in finding.labels.iter().take(MOST_PLACES).enumerate() {
        if let Some(file) = sources.file(label.span.file) {
            let (start, end) = bounds(file, label.span.start as usize, label.span.end as usize);
            by_file.entry(label.span.file).or_default().push(Found { start, end, order, text: &label.text });
        }
    }
    let mut groups: Vec<(usize, FileId, Vec<Found>)> = Vec::new();
    for (id, mut places) in by_file {
        places.sort_by_key(|place| (place.start, place.order));
        let first = places.iter().map(|place| place.order).min().unwrap_or_default();
        for group in neighbours(places) {
            let main = group.iter().any(|place| place.order == 0);
            groups.push((if main { 0 } else { first + 1 }, id, group));
        }
    }
    groups.sort_by_key(|(rank, id, _)| (*rank, *id));
    let mut frames: Vec<Frame> = Vec::new();
    for (_, id, group) in groups {
        let start = frames.last().map_or(0, |frame| frame.start + frame.text.len());
        frames.extend(sources.file(id).map(|file| frame(file, &group, start, room)));
    }
    frames
}

/// How many places of a finding its frames leave out.
pub(super) fn places_left_out(finding: &Finding) -> usize {
    finding.labels.len().saturating_sub(MOST_PLACES)
}

#[derive(Debug)]
struct Found<'a> {
    start: Position,
    end: Position,
    order: usize,
    text: &'a str,
}

// The bounds of what is worth underlining: no blank end, and of a large block only its first line.
fn bounds(file: &SourceFile, start: usize, end: usize) -> (Position, Position) {
    let text = file.text().get(start..end).unwrap_or_default();
    let first = file.position(start);
    let last = file.position(start + text.trim_end().len());
    if last.line - first.line < MOST_LINES {
        return (first, last);
    }
    let line = text.lines().next().unwrap_or_default().trim_end();
    (first, file.position(start + line.len()))
}

// Places whose surroundings touch share a frame.
fn neighbours(places: Vec<Found<'_>>) -> Vec<Vec<Found<'_>>> {
    let mut groups: Vec<Vec<Found>> = Vec::new();
    let mut last = 0;
    for place in places {
        let (first, end) = (place.start.line, place.end.line);
        match groups.last_mut() {
            Some(group) if first <= last + 3 => group.push(place),
            _ => groups.push(vec![place]),
        }
        last = last.max(end);
    }
    groups
}

fn frame(file: &SourceFile, places: &[Found], start: usize, room: Room) -> Frame {
    let marked_first = places.iter().map(|place| place.start.line).min().unwrap_or(1);
    let marked_last = places.iter().map(|place| place.end.line).max().unwrap_or(1);
    let worth = |line: &usize| !file.line(*line).trim().is_empty();
    let first = marked_first.checked_sub(1).filter(worth).unwrap_or(marked_first);
    let last = Some(marked_last + 1).filter(worth).unwrap_or(marked_last);
    let several_lines = places.iter().any(|place| place.start.line != place.end.line);
    let gutter = last.to_string().len() + 4 + if several_lines { places.len() + 3 } else { 0 };
    let inner = room.width.saturating_sub(gutter).max(20);
    let mut frame =
        Frame { path: plain(file.path()), first_line: first, text: String::new(), start, marks: Vec::new() };
    let mut open: Vec<Option<usize>> = places.iter().map(|_| None).collect();
    for line in first..=last {
        let window = Window::new(file.line(line), need(places, line, inner), inner, room.ellipsis);
        let offset = start + frame.text.len();
        for (place, begun) in places.iter().zip(&mut open) {
            if place.start.line == line {
                *begun = Some(offset + window.byte(place.start.column - 1));
            }
            if let (true, Some(from)) = (place.end.line == line, *begun) {
                let to = offset + window.byte(place.end.column - 1);
                frame.marks.push(mark(place, from, to, &window, from.checked_sub(offset), inner));
            }
        }
        frame.text.push_str(&window.text);
        frame.text.push('\n');
    }
    frame
}

// What must be seen of a line: its first mark to the end, and the label that hangs below the middle of it.
fn need(places: &[Found], line: usize, inner: usize) -> Option<Need> {
    let here = places.iter().filter(|place| place.start.line == line);
    let first = here.clone().map(|place| place.start.column - 1).min()?;
    let columns = here.map(|place| {
        let offset = place.start.column - 1 - first;
        let marked =
            if place.end.line == line { place.end.column.saturating_sub(place.start.column) } else { 8 };
        let marked = marked.clamp(1, inner / 2);
        let label = width(place.text).min(NARROWEST_LABEL);
        let hanging = if label == 0 { 0 } else { marked / 2 + 5 + label };
        offset + marked.max(hanging)
    });
    Some(Need { character: first, columns: columns.max().unwrap_or_default().min(inner) })
}

fn mark(place: &Found, from: usize, to: usize, window: &Window, byte: Option<usize>, inner: usize) -> Mark {
    let to = to.max(from);
    let before = |end: usize| window.text.get(..end).unwrap_or_default().chars().map(columns).sum::<usize>();
    let hanging = byte.map_or(4, |byte| (before(byte) + before(byte + to - from)) / 2 + 5);
    let beside = inner.saturating_sub(hanging).max(NARROWEST_LABEL);
    Mark {
        start: from,
        length: to - from,
        text: wrapped(&plain(place.text), beside),
        main: place.order == 0,
        at: place.start,
    }
}
