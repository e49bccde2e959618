//! Reads the everyday part of YAML, in which nearly every standard is written, without the cost of the whole language:
//! groups by indentation, lists, and texts, lists and groups in brackets that begin and end on one line.
//! Must never guess: whatever it does not know, it leaves to the parser of the whole language.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, ScalarStyle, StructureStyle};

use super::line::any_byte;

/// What a text says, one thing after the other, each with its place.
pub(super) struct Events<'a> {
    text: &'a str,
    marks: std::vec::IntoIter<Mark>,
}

/// Something that was read; of a text only its place is kept.
struct Mark {
    what: What,
    start: u32,
    end: u32,
}

#[derive(Clone, Copy)]
enum What {
    Map(StructureStyle),
    MapEnd,
    List(StructureStyle),
    ListEnd,
    Text(ScalarStyle),
}

/// The deepest nesting that is read here.
const DEEPEST: usize = 32;
/// The longest key that is read here, in bytes.
const LONGEST_KEY: usize = 250;

/// Whether a text needs no more than the everyday part of the language.
pub fn is_simple(text: &str) -> bool {
    events(text).is_some()
}

/// The events of a text; `None` when it needs the parser of the whole language.
pub(super) fn events(text: &str) -> Option<Events<'_>> {
    if u32::try_from(text.len()).is_err() || has_unusual_characters(text) {
        return None;
    }
    let mut reader = Reader { bytes: text.as_bytes(), at: 0, column: 0, marks: Vec::new() };
    reader.go_to_content();
    if reader.column != 0 || reader.at >= text.len() {
        return None;
    }
    reader.map(0, 0)?;
    (reader.at >= text.len()).then_some(Events { text, marks: reader.marks.into_iter() })
}

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let Mark { what, start, end } = self.marks.next()?;
        let range = start as usize..end as usize;
        let event = match what {
            What::Map(style) => Event::MappingStart(style, 0, None),
            What::MapEnd => Event::MappingEnd,
            What::List(style) => Event::SequenceStart(style, 0, None),
            What::ListEnd => Event::SequenceEnd,
            What::Text(style) => {
                let quotes = usize::from(style != ScalarStyle::Plain);
                let text = self.text.get(range.start + quotes..range.end - quotes).unwrap_or_default();
                Event::Scalar(Cow::Borrowed(text), style, 0, None)
            }
        };
        Some((event, range))
    }
}

/// Whether a text has characters that are no text, or that break lines in other ways than `\n`.
fn has_unusual_characters(text: &str) -> bool {
    let unusual = |byte: u8| (byte < b' ' && byte != b'\n') || matches!(byte, 0x7f | 0xef);
    let control = |c: char| matches!(c, '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}');
    any_byte(text, unusual) || any_byte(text, |byte| matches!(byte, 0xc2 | 0xe2)) && text.contains(control)
}

struct Reader<'a> {
    bytes: &'a [u8],
    // Where reading stands, and how far that is from the beginning of its line, in bytes. Between two values this is
    // the first character of a line that says something, or the end of the text.
    at: usize,
    column: usize,
    marks: Vec<Mark>,
}

impl Reader<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn push(&mut self, what: What, range: Range<usize>) {
        // INVARIANT: the whole text is shorter than 4 GiB.
        self.marks.push(Mark { what, start: range.start as u32, end: range.end as u32 });
    }

    /// Goes on to the first character of the next line that says something; `at` is at the beginning of a line.
    fn go_to_content(&mut self) {
        loop {
            let start = self.at;
            while self.byte(self.at) == Some(b' ') {
                self.at += 1;
            }
            self.column = self.at - start;
            match self.byte(self.at) {
                Some(b'\n') => self.at += 1,
                Some(b'#') => self.go_to_next_line(),
                _ => return,
            }
        }
    }

    fn go_to_next_line(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
    }

    /// Passes over what may stand behind a value on its line, and goes on to the next content.
    fn end_line(&mut self) -> Option<()> {
        let behind = self.at;
        self.spaces();
        match self.byte(self.at) {
            None | Some(b'\n') => {}
            Some(b'#') if self.at > behind => {}
            _ => return None,
        }
        self.go_to_next_line();
        self.go_to_content();
        Some(())
    }

    fn spaces(&mut self) {
        while self.byte(self.at) == Some(b' ') {
            self.at += 1;
        }
    }

    /// A group whose keys stand at `column`; reading stands at the first of them.
    fn map(&mut self, column: usize, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        self.push(What::Map(StructureStyle::Block), self.at..self.at);
        while self.at < self.bytes.len() && self.column == column {
            let end = self.key_end()?;
            self.plain(self.at..end);
            self.at = end + 1;
            self.spaces();
            if matches!(self.byte(self.at), None | Some(b'\n' | b'#')) {
                self.value_below(column, depth)?;
            } else {
                self.value_behind(depth)?;
                if self.column > column && self.at < self.bytes.len() {
                    return None;
                }
            }
        }
        self.push(What::MapEnd, self.at..self.at);
        Some(())
    }

    /// The value of a key at `column` behind which its line says nothing.
    fn value_below(&mut self, column: usize, depth: usize) -> Option<()> {
        self.go_to_next_line();
        self.go_to_content();
        let inner = self.column;
        if self.at >= self.bytes.len() || inner < column {
            return None;
        }
        match self.is_item() {
            true => {
                let whole = self.marks.len();
                self.list(inner, depth + 1)?;
                // Of a list no deeper than its key, the parser of the whole language leaves the first dash out.
                if inner == column {
                    self.begin_with_content(whole);
                }
            }
            false if inner > column => self.map(inner, depth + 1)?,
            false => return None,
        }
        // What stands deeper than the key and is not part of its value fits nowhere.
        (self.column <= column || self.at >= self.bytes.len()).then_some(())
    }

    fn begin_with_content(&mut self, list: usize) {
        let start = self.marks.get(list + 1).map(|first| first.start);
        if let (Some(start), Some(list)) = (start, self.marks.get_mut(list)) {
            (list.start, list.end) = (start, start);
        }
    }

    /// A list whose dashes stand at `column`; reading stands at the first of them.
    fn list(&mut self, column: usize, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        self.push(What::List(StructureStyle::Block), self.at..self.at);
        while self.column == column && self.is_item() {
            let dash = self.at;
            self.at += 1;
            self.spaces();
            self.column = column + (self.at - dash);
            if self.key_end().is_some() {
                self.map(self.column, depth + 1)?;
            } else {
                self.value_behind(depth)?;
            }
            if self.column > column && self.at < self.bytes.len() {
                return None;
            }
        }
        self.push(What::ListEnd, self.at..self.at);
        Some(())
    }

    fn is_item(&self) -> bool {
        self.byte(self.at) == Some(b'-') && self.byte(self.at + 1) == Some(b' ')
    }

    /// Where the key that begins here ends; `None` when none does. Its colon follows at once.
    fn key_end(&self) -> Option<usize> {
        let rest = self.bytes.get(self.at..)?;
        let length = rest.iter().take(LONGEST_KEY).position(|byte| !in_key(*byte))?;
        let colon =
            rest.get(length) == Some(&b':') && matches!(rest.get(length + 1), None | Some(b' ' | b'\n'));
        let last = length.checked_sub(1).and_then(|last| rest.get(last))?;
        let whole = rest.first().is_some_and(|first| begins_text(*first)) && *last != b' ';
        (colon && whole).then_some(self.at + length)
    }

    /// A value that begins and ends on the line where reading stands.
    fn value_behind(&mut self, depth: usize) -> Option<()> {
        match self.byte(self.at)? {
            b'[' | b'{' | b'"' | b'\'' => self.in_brackets(depth + 1)?,
            first if begins_text(first) => {
                let end = self.text_end(false)?;
                self.plain(self.at..end);
                self.at = end;
            }
            _ => return None,
        }
        self.end_line()
    }

    /// A value that begins with a bracket or a quotation mark, or, inside brackets, any other.
    fn in_brackets(&mut self, depth: usize) -> Option<()> {
        match self.byte(self.at)? {
            _ if depth > DEEPEST => None,
            b'[' => self.list_in_brackets(depth),
            b'{' => self.map_in_braces(depth),
            mark @ (b'"' | b'\'') => self.quoted(mark),
            first if begins_text(first) => {
                let end = self.text_end(true)?;
                self.plain(self.at..end);
                self.at = end;
                Some(())
            }
            _ => None,
        }
    }

    fn list_in_brackets(&mut self, depth: usize) -> Option<()> {
        self.push(What::List(StructureStyle::Flow), self.at..self.at + 1);
        loop {
            self.at += 1;
            self.spaces();
            self.in_brackets(depth + 1)?;
            self.spaces();
            match self.byte(self.at)? {
                b',' => {}
                b']' => break,
                _ => return None,
            }
        }
        self.push(What::ListEnd, self.at..self.at + 1);
        self.at += 1;
        Some(())
    }

    fn map_in_braces(&mut self, depth: usize) -> Option<()> {
        self.push(What::Map(StructureStyle::Flow), self.at..self.at + 1);
        loop {
            self.at += 1;
            self.spaces();
            let end = self.key_end()?;
            self.plain(self.at..end);
            self.at = end + 1;
            self.spaces();
            self.in_brackets(depth + 1)?;
            self.spaces();
            match self.byte(self.at)? {
                b',' => {}
                b'}' => break,
                _ => return None,
            }
        }
        self.push(What::MapEnd, self.at..self.at + 1);
        self.at += 1;
        Some(())
    }

    /// A text in quotation marks on one line, in which nothing is escaped.
    fn quoted(&mut self, mark: u8) -> Option<()> {
        let inner = self.bytes.get(self.at + 1..)?;
        let length = inner.iter().position(|byte| *byte == mark || matches!(byte, b'\\' | b'\n'))?;
        let end = self.at + 1 + length;
        if self.byte(end) != Some(mark) || self.byte(end + 1) == Some(mark) {
            return None;
        }
        let style = if mark == b'"' { ScalarStyle::DoubleQuoted } else { ScalarStyle::SingleQuoted };
        self.push(What::Text(style), self.at..end + 1);
        self.at = end + 1;
        Some(())
    }

    /// Where a text without quotation marks ends: at the end of its line, before a comment, or, inside brackets, before
    /// what separates values.
    fn text_end(&self, in_brackets: bool) -> Option<usize> {
        let rest = self.bytes.get(self.at..)?;
        let mut last = 0;
        for (at, byte) in rest.iter().enumerate() {
            match byte {
                b'\n' => break,
                b' ' => continue,
                b'#' if at > last + 1 => break,
                b',' | b']' | b'}' if in_brackets => break,
                b'[' | b'{' if in_brackets => return None,
                b':' => match rest.get(at + 1) {
                    None | Some(b' ' | b'\n') => return None,
                    Some(b',' | b'[' | b']' | b'{' | b'}') if in_brackets => return None,
                    Some(_) => {}
                },
                _ => {}
            }
            last = at;
        }
        Some(self.at + last + 1)
    }

    fn plain(&mut self, range: Range<usize>) {
        self.push(What::Text(ScalarStyle::Plain), range);
    }
}

/// Bytes that a text without quotation marks may begin with wherever it stands.
fn begins_text(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'_' | b'+' | b'(' | b'/' | b'<' | b'=' | b'$')
        || byte >= 0x80
}

/// Bytes that a key without quotation marks may have.
fn in_key(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/' | b' ') || byte >= 0x80
}
