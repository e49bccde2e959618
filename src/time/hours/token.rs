//! Cuts opening hours into tokens with their places.
//! Must never refuse anything: what is not known becomes a token that the reader explains.

/// A token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) at: usize,
    pub(super) len: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// `24/7`
    Always,
    /// `09:00`, in minutes; as written, so possibly beyond the day.
    Time(u16),
    /// `2026-12-24`
    Date(i16, i8, i8),
    /// `24`
    Number(u16),
    /// A day, a month, `off` …
    Word(&'a str),
    /// What stands in quotes.
    Comment(&'a str),
    /// `-` or one of its longer kin.
    Dash,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:` that is not part of a time.
    Colon,
    /// Anything else.
    Other(char),
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, len) = token(rest, first);
        found.push(Token { kind, at, len });
        at += len;
    }
    found
}

fn token(rest: &str, first: char) -> (Kind<'_>, usize) {
    if first.is_ascii_digit() {
        return figures(rest);
    }
    if first.is_alphabetic() {
        let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        return (Kind::Word(rest.get(..len).unwrap_or_default()), len);
    }
    let kind = match first {
        '-' | '–' | '—' | '−' => Kind::Dash,
        ',' => Kind::Comma,
        ';' => Kind::Semicolon,
        ':' => Kind::Colon,
        '"' | '“' | '”' | '„' => {
            let inside = rest.get(first.len_utf8()..).unwrap_or_default();
            let Some((comment, _)) = inside.split_once(['"', '“', '”']) else {
                return (Kind::Other(first), first.len_utf8());
            };
            let closing =
                inside.get(comment.len()..).and_then(|end| end.chars().next()).map_or(0, char::len_utf8);
            return (Kind::Comment(comment), first.len_utf8() + comment.len() + closing);
        }
        other => Kind::Other(other),
    };
    (kind, first.len_utf8())
}

fn figures(rest: &str) -> (Kind<'_>, usize) {
    if let Some(after) = rest.strip_prefix("24/7")
        && !after.starts_with(|c: char| c.is_ascii_digit())
    {
        return (Kind::Always, 4);
    }
    let bytes = rest.as_bytes();
    let shape: String = bytes
        .iter()
        .take(11)
        .map(|byte| if byte.is_ascii_digit() { '0' } else { char::from(*byte) })
        .collect();
    let number = |from: usize, to: usize| rest.get(from..to).and_then(|digits| digits.parse::<i16>().ok());
    if shape.starts_with("0000-00-00")
        && !shape.ends_with("-000")
        && let (Some(year), Some(month), Some(day)) = (number(0, 4), number(5, 7), number(8, 10))
    {
        let small = |value: i16| i8::try_from(value).unwrap_or(i8::MAX);
        return (Kind::Date(year, small(month), small(day)), 10);
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let after = rest.get(digits..).unwrap_or_default();
    if let Some(minutes) = after.strip_prefix(':')
        && digits <= 2
        && minutes.find(|c: char| !c.is_ascii_digit()).unwrap_or(minutes.len()) == 2
        && let (Some(hour), Some(minute)) = (number(0, digits), number(digits + 1, digits + 3))
    {
        // A minute beyond 59 makes a time that no day has, which the reader refuses.
        let value = if minute < 60 { hour * 60 + minute } else { i16::MAX };
        return (Kind::Time(u16::try_from(value).unwrap_or(u16::MAX)), digits + 3);
    }
    let value = rest.get(..digits).and_then(|digits| digits.parse().ok()).unwrap_or(u16::MAX);
    (Kind::Number(value), digits)
}
