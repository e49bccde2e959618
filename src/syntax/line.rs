//! Lines as people see them: indentation, list dashes, a name, a colon, the rest.
//! Must never rely on the parser: lines are looked at when it could not make sense of them.

use std::ops::Range;

/// One line of a page; all ranges and offsets count from the start of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Offset of the first byte.
    pub(super) start: usize,
    /// The line without its break.
    pub(super) text: &'a str,
}

/// A line split at its first colon.
#[derive(Debug, Clone)]
pub(super) struct Split {
    /// The name, quotes included.
    pub(super) key: Range<usize>,
    /// The colon.
    pub(super) colon: usize,
    /// The rest without spaces around it; empty when nothing follows.
    pub(super) value: Range<usize>,
}

/// The lines of a text; `\r\n` and `\n` end a line.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|whole| {
            let line = Line { start, text: whole.trim_end_matches(['\n', '\r']) };
            start += whole.len();
            line
        })
        .collect()
}

/// Whether a text has a byte that `wanted` accepts.
pub(super) fn any_byte(text: &str, wanted: impl Fn(u8) -> bool) -> bool {
    // Many at a time, all of them looked at, so that the processor compares them at once.
    let among = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | wanted(*byte));
    text.as_bytes().chunks(64).any(among)
}

impl<'a> Line<'a> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// How many spaces stand before the first other character.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Whether there is nothing to read: only spaces, or a comment.
    pub(super) fn is_blank(&self) -> bool {
        let body = self.body();
        body.is_empty() || body.starts_with('#')
    }

    /// The line without the spaces around it.
    pub(super) fn body(&self) -> &'a str {
        self.text.trim()
    }

    /// Where the body is.
    pub(super) fn body_range(&self) -> Range<usize> {
        let from = self.start + self.indent();
        from..(from + self.text.trim_start_matches(' ').trim_end().len()).max(from)
    }

    /// Whether the line is an item of a list.
    pub(super) fn is_item(&self) -> bool {
        let body = self.body();
        body == "-" || body.starts_with("- ")
    }

    /// Where the content begins, after any `- `.
    pub(super) fn content(&self) -> usize {
        let mut at = self.start + self.indent();
        let mut rest = self.text.trim_start_matches(' ');
        while let Some(after) = rest.strip_prefix("- ").or_else(|| (rest == "-").then_some("")) {
            let inner = after.trim_start_matches(' ');
            at += rest.len() - inner.len();
            rest = inner;
        }
        at
    }

    /// The text from an offset to the end of the line, without a comment and without spaces at its end.
    pub(super) fn rest(&self, from: usize) -> Range<usize> {
        let text = self.text.get(from.saturating_sub(self.start)..).unwrap_or("");
        let cut = comment_start(text).unwrap_or(text.len());
        let text = text.get(..cut).unwrap_or(text);
        let lead = text.len() - text.trim_start().len();
        let body = text.trim();
        from + lead..from + lead + body.len()
    }

    /// The name, the colon and the value, when the line has them.
    pub(super) fn split(&self) -> Option<Split> {
        let from = self.content();
        let text = self.text.get(from - self.start..)?;
        let colon = from + key_colon(text)?;
        let key = self.rest_until(from, colon);
        let value = self.rest(colon + 1);
        (!key.is_empty()).then_some(Split { key, colon, value })
    }

    /// The text of a range of this line.
    pub(super) fn part(&self, range: &Range<usize>) -> &'a str {
        let from = range.start.saturating_sub(self.start);
        self.text.get(from..range.end.saturating_sub(self.start)).unwrap_or("")
    }

    fn rest_until(&self, from: usize, to: usize) -> Range<usize> {
        let text = self.text.get(from - self.start..to - self.start).unwrap_or("");
        from..from + text.trim_end().len()
    }
}

/// Whether a text reads like the name of an entry: one word of letters, digits and hyphens.
pub(super) fn is_word(text: &str) -> bool {
    let inner = text.trim_matches(['"', '\'']);
    !inner.is_empty()
        && inner.len() <= 120
        && inner.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'))
        && inner.chars().any(char::is_alphabetic)
}

// The colon that ends a key: after the closing quote of a quoted one, else the first that a space follows.
fn key_colon(text: &str) -> Option<usize> {
    let after_quote = match text.chars().next()? {
        quote @ ('"' | '\'') => {
            let close = text.get(1..)?.find(quote)? + 2;
            let rest = text.get(close..)?;
            let gap = rest.len() - rest.trim_start_matches(' ').len();
            return rest.trim_start_matches(' ').starts_with(':').then_some(close + gap);
        }
        '#' | '{' | '[' | '&' | '*' | '!' | '|' | '>' | '%' | '@' | '`' | '?' => return None,
        _ => text,
    };
    let limit = comment_start(after_quote).unwrap_or(text.len());
    colons(text.get(..limit)?).next()
}

/// The colons of a text that a space or the end of the line follows.
pub(super) fn colons(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(':').map(|(at, _)| at).filter(move |at| {
        let after = text.get(at + 1..).unwrap_or("");
        after.is_empty() || after.starts_with([' ', '\t'])
    })
}

/// Where a comment begins.
pub(super) fn comment_start(text: &str) -> Option<usize> {
    if text.starts_with('#') {
        return Some(0);
    }
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '#') if before.is_whitespace() => return Some(at),
            (None, '"' | '\'') if matches!(before, ' ' | '\t' | '[' | '{' | ',' | ':') => quote = Some(c),
            (Some(open), _) if open == c && before != '\\' => quote = None,
            _ => {}
        }
        before = c;
    }
    None
}
