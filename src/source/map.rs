//! All texts of a run, and the translation from byte offsets to lines and columns.
//! Must never read the disk: it holds what `load` brought in.

use std::sync::OnceLock;

use super::Span;

/// The number of a file within one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A line and a column as an editor shows them: both count from 1, columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Byte offset in the file, from 0.
    pub byte: usize,
}

/// One file: its path as people name it, its text and where its lines start.
#[derive(Debug, Clone)]
pub struct SourceFile {
    path: String,
    text: String,
    // Most files are never pointed at, so their lines are found when they are asked for.
    line_starts: OnceLock<Vec<u32>>,
}

impl SourceFile {
    /// A file of the given path (relative to the project, with `/`) and text.
    pub fn new(path: impl Into<String>, text: String) -> Self {
        SourceFile { path: path.into(), text, line_starts: OnceLock::new() }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let breaks =
                self.text.match_indices('\n').map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
            std::iter::once(0).chain(breaks).collect()
        })
    }

    /// The path, relative to the project, with `/` on every system.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many lines the file has.
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }

    /// The text of a line (from 1) without its line break; empty when there is no such line.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|index| self.line_starts().get(index)) else {
            return "";
        };
        let end = self.line_starts().get(line).map_or(self.text.len(), |next| *next as usize);
        self.text.get(*start as usize..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }

    /// The line (from 1) that a byte offset is on.
    pub fn line_at(&self, byte: usize) -> usize {
        self.line_starts().partition_point(|start| *start as usize <= byte).max(1)
    }

    /// The line and column of a byte offset; offsets beyond the end count as the end.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.line_starts().partition_point(|start| *start as usize <= byte);
        let start = line.checked_sub(1).and_then(|index| self.line_starts().get(index));
        let start = start.map_or(0, |start| *start as usize);
        let column = self.text.get(start..byte).map_or(0, |text| text.chars().count()) + 1;
        Position { line: line.max(1), column, byte }
    }
}

/// Every file of a run, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a file and gives it its number.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(file);
        id
    }

    /// The file with this number.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// All files with their numbers.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The text that a span covers; empty when the span is not of this run.
    pub fn text(&self, span: Span) -> &str {
        let text = self.file(span.file).map_or("", SourceFile::text);
        text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The path of the file that a span is in.
    pub fn path(&self, span: Span) -> &str {
        self.file(span.file).map_or("", SourceFile::path)
    }

    /// The first and the last position of a span.
    pub fn positions(&self, span: Span) -> (Position, Position) {
        let at = |byte: u32| {
            let missing = Position { line: 1, column: 1, byte: 0 };
            self.file(span.file).map_or(missing, |file| file.position(byte as usize))
        };
        (at(span.start), at(span.end))
    }
}
