//! A text under repair: it may be edited, and still knows where every byte came from.
//! Must never be shown to anybody: findings speak of the text as it was written.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::Finding;
use crate::source::{FileId, Span};

/// A text, possibly edited, whose places can be told in terms of the file.
#[derive(Debug, Clone)]
pub(super) struct Page<'a> {
    file: FileId,
    // The text as it was written.
    written: &'a str,
    /// The text as it is read.
    pub(super) text: Cow<'a, str>,
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

impl<'a> Page<'a> {
    /// The whole text of a file, unedited.
    pub(super) fn new(file: FileId, text: &'a str) -> Self {
        let whole = Piece { at: 0, from: 0, inserted: false };
        Page { file, written: text, text: Cow::Borrowed(text), pieces: vec![whole] }
    }

    fn empty(&self) -> Self {
        Page { file: self.file, written: self.written, text: Cow::Borrowed(""), pieces: Vec::new() }
    }

    /// The text of a range.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }

    /// A text that was read at a place of the file: where it stands there as it is, it need not be copied.
    pub(super) fn text_at(&self, text: &str, place: Span) -> Cow<'a, str> {
        let there = self.written.get(place.start as usize..place.end as usize);
        // Quotes count to the place and not to the text.
        let inside = |quoted: &'a str| quoted.get(1..quoted.len().checked_sub(1)?);
        let there = there.filter(|there| there.len() == text.len()).or_else(|| there.and_then(inside));
        match there {
            Some(there) if there == text => Cow::Borrowed(there),
            _ => Cow::Owned(text.to_owned()),
        }
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
        // A sound page is one piece.
        if let [Piece { at: 0, from, inserted: false }] = self.pieces.as_slice() {
            return from + at;
        }
        let index = self.pieces.partition_point(|piece| piece.at <= at).saturating_sub(1);
        let piece = self.pieces.get(index).copied().unwrap_or(Piece { at: 0, from: 0, inserted: false });
        if piece.inserted { piece.from } else { piece.from + (at - piece.at) }
    }

    /// The page of a range of this one.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let mut page = self.empty();
        page.copy(self, range);
        page
    }

    /// The page after these edits; edits that overlap an earlier one are left out.
    pub(super) fn edited(&self, edits: &[Edit]) -> Self {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut page = self.empty();
        page.text.to_mut().reserve(self.text.len());
        let mut done = 0;
        for edit in edits {
            let (start, end) = (self.floor(edit.range.start), self.floor(edit.range.end));
            if start < done {
                continue;
            }
            page.copy(self, done..start);
            if !edit.text.is_empty() {
                page.pieces.push(Piece { at: page.text.len(), from: self.origin(start), inserted: true });
                page.text.to_mut().push_str(&edit.text);
            }
            done = end;
        }
        page.copy(self, done..self.text.len());
        page
    }

    fn copy(&mut self, from: &Page<'_>, range: Range<usize>) {
        let shift = self.text.len();
        let inside = from.pieces.iter().skip(from.pieces.partition_point(|piece| piece.at <= range.start));
        let index = from.pieces.partition_point(|piece| piece.at <= range.start).saturating_sub(1);
        let inserted = from.pieces.get(index).is_some_and(|piece| piece.inserted);
        self.pieces.push(Piece { at: shift, from: from.origin(range.start), inserted });
        for piece in inside.take_while(|piece| piece.at < range.end) {
            self.pieces.push(Piece { at: piece.at - range.start + shift, ..*piece });
        }
        self.text.to_mut().push_str(from.slice(range));
    }
}
