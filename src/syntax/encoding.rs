//! Bytes to text, whatever the editor that saved them.
//! Must never give up: what cannot be decoded is reported and replaced, so that the rest is still read.

use crate::diagnostic::Finding;
use crate::source::{FileId, Span};

/// The text of a file, and what was wrong with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; empty when the bytes are no text at all.
    pub text: String,
    /// Set when the bytes were not UTF-8.
    pub misread: Option<Misread>,
}

/// Why the bytes of a file are not the text they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misread {
    /// What the bytes seem to be.
    pub kind: Encoding,
    /// The first place in the decoded text that shows it.
    pub start: usize,
    /// The end of that place.
    pub end: usize,
}

/// What a file that is not UTF-8 seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Two bytes per character.
    Utf16,
    /// The Cyrillic code page of old Windows programs.
    Windows1251,
    /// Some other code page with one byte per character.
    OneByte,
    /// No text: a picture, an archive, a program.
    Binary,
}

/// Decodes the bytes of a file. UTF-8 is expected, with or without a byte order mark; the mark is left out.
pub fn text_of(bytes: Vec<u8>) -> Decoded {
    if let Some(text) = utf16(&bytes) {
        let end = first_line_end(&text);
        return Decoded { text, misread: Some(Misread { kind: Encoding::Utf16, start: 0, end }) };
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => binary(),
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Decoded { text, misread: None }
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            one_byte(error.as_bytes(), valid)
        }
    }
}

impl Misread {
    /// The finding that explains it to whoever saved the file.
    pub fn finding(self, file: FileId) -> Finding {
        let span = Span::new(file, self.start, self.end);
        let save = "open the file in your editor and save it again with the encoding UTF-8 (`Save as`, `Encoding: UTF-8`)";
        let (rule, message, help) = match self.kind {
            Encoding::Utf16 => {
                ("structure/wrong-encoding", "the file is saved as UTF-16 (`Unicode`), not as UTF-8", save)
            }
            Encoding::Windows1251 => (
                "structure/wrong-encoding",
                "the file is not saved as UTF-8 but, as it seems, as Windows-1251",
                save,
            ),
            Encoding::OneByte => (
                "structure/wrong-encoding",
                "the file is not saved as UTF-8: from here on some letters cannot be read",
                save,
            ),
            Encoding::Binary => (
                "structure/not-text",
                "the file holds something other than text",
                "save the standard as a plain text file; a document of a word processor or a table is not one",
            ),
        };
        Finding::error(rule, span, message).help(help)
    }
}

fn binary() -> Decoded {
    let misread = Misread { kind: Encoding::Binary, start: 0, end: 0 };
    Decoded { text: String::new(), misread: Some(misread) }
}

fn first_line_end(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}

// With a byte order mark the case is clear; without one, every second byte of a mostly Latin text is zero.
fn utf16(bytes: &[u8]) -> Option<String> {
    let little = match bytes {
        [0xff, 0xfe, ..] => true,
        [0xfe, 0xff, ..] => false,
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => false,
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => true,
        _ => return None,
    };
    let units = bytes.chunks(2).map(|pair| match pair {
        [a, b] if little => u16::from_le_bytes([*a, *b]),
        [a, b] => u16::from_be_bytes([*a, *b]),
        _ => 0xfffd,
    });
    let text: String = char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect();
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    (!text.contains('\0')).then_some(text)
}

fn one_byte(bytes: &[u8], valid: usize) -> Decoded {
    if bytes.contains(&0) {
        return binary();
    }
    let cyrillic = looks_cyrillic(bytes);
    let text = if cyrillic {
        bytes.iter().map(|byte| windows_1251(*byte)).collect()
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    };
    // Everything before the first wrong byte is UTF-8; in a code page it is ASCII, so offsets agree.
    let start = if cyrillic { text.find(|c: char| !c.is_ascii()).unwrap_or(0) } else { valid };
    let rest = text.get(start..).unwrap_or("");
    let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let kind = if cyrillic { Encoding::Windows1251 } else { Encoding::OneByte };
    Decoded { misread: Some(Misread { kind, start, end: start + word }), text }
}

// Cyrillic words are letters of the upper quarter side by side; in Polish or Latvian they stand alone between
// Latin letters.
fn looks_cyrillic(bytes: &[u8]) -> bool {
    let letter = |byte: u8| byte >= 0xc0 || byte == 0xa8 || byte == 0xb8;
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let paired = bytes.windows(2).filter(|pair| pair.iter().all(|byte| letter(*byte))).count();
    high >= 2 && paired * 2 >= high
}

fn windows_1251(byte: u8) -> char {
    const UPPER_HALF: &str =
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";
    match byte {
        0..=0x7f => char::from(byte),
        0x80..=0xbf => UPPER_HALF.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        0xc0..=0xff => char::from_u32(0x410 + u32::from(byte - 0xc0)).unwrap_or('\u{fffd}'),
    }
}
