//! Reads the everyday part of YAML, in which nearly every standard is written, without the cost of the whole language:
//! groups by indentation, lists, and texts, lists and groups in brackets that begin and end on one line.
//! Must never guess: whatever it does not know, it leaves to the parser of the whole language.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, ScalarStyle, StructureStyle};

use super::line::any_byte;

/// What is read, and where it stands.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// The deepest nesting that is read here.
const DEEPEST: usize = 32;
/// The longest key that is read here, in bytes.
const LONGEST_KEY: usize = 250;

/// Whether a text needs no more than the everyday part of the language.
pub fn is_simple(text: &str) -> bool {
    events(text).is_some()
}

/// The events of a text; `None` when it needs the parser of the whole language.
pub(super) fn events(text: &str) -> Option<Vec<Placed<'_>>> {
    if has_unusual_characters(text) {
        return None;
    }
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, column: 0, events: Vec::new() };
    reader.to_content();
    if reader.column != 0 || reader.at >= text.len() {
        return None;
    }
    reader.map(0, 0)?;
    (reader.at >= text.len()).then_some(reader.events)
}

/// Whether a text has characters that are no text, or that break lines in other ways than `\n`.
fn has_unusual_characters(text: &str) -> bool {
    let unusual = |byte: u8| (byte < b' ' && byte != b'\n') || matches!(byte, 0x7f | 0xef);
    let control = |c: char| matches!(c, '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}');
    any_byte(text, unusual) || any_byte(text, |byte| matches!(byte, 0xc2 | 0xe2)) && text.contains(control)
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    // Where reading stands, and how far that is from the beginning of its line, in bytes. Between two values this is
    // the first character of a line that says something, or the end of the text.
    at: usize,
    column: usize,
    events: Vec<Placed<'a>>,
}

impl<'a> Reader<'a> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn push(&mut self, event: Event<'a>, range: Range<usize>) {
        self.events.push((event, range));
    }

    /// Goes on to the first character of the next line that says something; `at` is at the beginning of a line.
    fn to_content(&mut self) {
        loop {
            let start = self.at;
            while self.byte(self.at) == Some(b' ') {
                self.at += 1;
            }
            self.column = self.at - start;
            match self.byte(self.at) {
                Some(b'\n') => self.at += 1,
                Some(b'#') => self.to_next_line(),
                _ => return,
            }
        }
    }

    fn to_next_line(&mut self) {
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
        self.to_next_line();
        self.to_content();
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
        self.push(Event::MappingStart(StructureStyle::Block, 0, None), self.at..self.at);
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
        self.push(Event::MappingEnd, self.at..self.at);
        Some(())
    }

    /// The value of a key at `column` behind which its line says nothing.
    fn value_below(&mut self, column: usize, depth: usize) -> Option<()> {
        self.to_next_line();
        self.to_content();
        let inner = self.column;
        if self.at >= self.bytes.len() || inner < column {
            return None;
        }
        match self.is_item() {
            true => {
                let whole = self.events.len();
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
        let start = self.events.get(list + 1).map(|(_, first)| first.start);
        if let (Some(start), Some((_, range))) = (start, self.events.get_mut(list)) {
            *range = start..start;
        }
    }

    /// A list whose dashes stand at `column`; reading stands at the first of them.
    fn list(&mut self, column: usize, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        self.push(Event::SequenceStart(StructureStyle::Block, 0, None), self.at..self.at);
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
        self.push(Event::SequenceEnd, self.at..self.at);
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
        self.push(Event::SequenceStart(StructureStyle::Flow, 0, None), self.at..self.at + 1);
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
        self.push(Event::SequenceEnd, self.at..self.at + 1);
        self.at += 1;
        Some(())
    }

    fn map_in_braces(&mut self, depth: usize) -> Option<()> {
        self.push(Event::MappingStart(StructureStyle::Flow, 0, None), self.at..self.at + 1);
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
        self.push(Event::MappingEnd, self.at..self.at + 1);
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
        let text = Cow::Borrowed(self.text.get(self.at + 1..end)?);
        self.push(Event::Scalar(text, style, 0, None), self.at..end + 1);
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
        let text = Cow::Borrowed(self.text.get(range.clone()).unwrap_or_default());
        self.push(Event::Scalar(text, ScalarStyle::Plain, 0, None), range);
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
