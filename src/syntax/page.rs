//! A text under repair: it may be edited, and still knows where every byte came from.
//! Must never be shown to anybody: findings speak of the text as it was written.

use std::ops::Range;

use crate::diagnostic::Finding;
use crate::source::{FileId, Span};

/// A text, possibly edited, whose places can be told in terms of the file.
#[derive(Debug, Clone)]
pub(super) struct Page {
    file: FileId,
    /// The text as it is read.
    pub(super) text: String,
    // INVARIANT: sorted by `at`; the first piece starts at 0.
    pieces: Vec<Piece>,
}

/// A replacement of bytes of a page; sound text around it stays where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

/// A problem together with the edits that let the reading go on.
#[derive(Debug, Clone)]
pub(super) struct Repair {
    /// `None` where the problem has been reported already.
    pub(super) finding: Option<Finding>,
    pub(super) edits: Vec<Edit>,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    at: usize,
    from: usize,
    // Inserted text has no origin of its own: all of it stands at `from`.
    inserted: bool,
}

impl Edit {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Edit { range: at..at, text: text.into() }
    }

    pub(super) fn remove(range: Range<usize>) -> Self {
        Edit { range, text: String::new() }
    }

    pub(super) fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Edit { range, text: text.into() }
    }
}

impl Page {
    /// The whole text of a file, unedited.
    pub(super) fn new(file: FileId, text: &str) -> Self {
        Page { file, text: text.to_owned(), pieces: vec![Piece { at: 0, from: 0, inserted: false }] }
    }

    /// The text of a range.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }

    /// The place in the file that a range of this page came from.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let end = (range.end..self.text.len()).find(|at| self.text.is_char_boundary(*at));
        let end = end.unwrap_or(self.text.len());
        Span::new(self.file, self.origin(self.floor(range.start)), self.origin(end))
    }

    // The nearest place at or before an offset where a character begins.
    fn floor(&self, at: usize) -> usize {
        (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }

    /// The offset in the file that an offset of this page came from.
    pub(super) fn origin(&self, at: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.at <= at).saturating_sub(1);
        let piece = self.pieces.get(index).copied().unwrap_or(Piece { at: 0, from: 0, inserted: false });
        if piece.inserted { piece.from } else { piece.from + (at - piece.at) }
    }

    /// The page of a range of this one.
    pub(super) fn part(&self, range: Range<usize>) -> Page {
        let mut page = Page { file: self.file, text: String::new(), pieces: Vec::new() };
        page.copy(self, range);
        page
    }

    /// The page after these edits; edits that overlap an earlier one are left out.
    pub(super) fn edited(&self, edits: &[Edit]) -> Page {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut page =
            Page { file: self.file, text: String::with_capacity(self.text.len()), pieces: Vec::new() };
        let mut done = 0;
        for edit in edits {
            let (start, end) = (self.floor(edit.range.start), self.floor(edit.range.end));
            if start < done {
                continue;
            }
            page.copy(self, done..start);
            if !edit.text.is_empty() {
                page.pieces.push(Piece { at: page.text.len(), from: self.origin(start), inserted: true });
                page.text.push_str(&edit.text);
            }
            done = end;
        }
        page.copy(self, done..self.text.len());
        page
    }

    fn copy(&mut self, from: &Page, range: Range<usize>) {
        let shift = self.text.len();
        let inside = from.pieces.iter().skip(from.pieces.partition_point(|piece| piece.at <= range.start));
        let index = from.pieces.partition_point(|piece| piece.at <= range.start).saturating_sub(1);
        let inserted = from.pieces.get(index).is_some_and(|piece| piece.inserted);
        self.pieces.push(Piece { at: shift, from: from.origin(range.start), inserted });
        for piece in inside.take_while(|piece| piece.at < range.end) {
            self.pieces.push(Piece { at: piece.at - range.start + shift, ..*piece });
        }
        self.text.push_str(from.slice(range));
    }
}
