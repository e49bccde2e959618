//! The `{placeholders}` of a text. Must never know what fills them.

/// A placeholder of a text, or a brace that belongs to none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Brace<'a> {
    /// `{name}`: the name and where the opening brace stands in the text.
    Placeholder(&'a str, usize),
    /// A brace without its partner, doubled, or around something that is no name.
    Stray(&'a str, usize),
}

/// Everything in braces, in the order of the text.
pub(super) fn braces(text: &str) -> Vec<Brace<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        // Every text is looked through, and bytes are faster to compare than characters.
        let Some(offset) = rest.bytes().position(|byte| matches!(byte, b'{' | b'}')) else { break };
        let start = at + offset;
        let rest = rest.get(offset..).unwrap_or_default();
        let length = match rest.find('}') {
            Some(close) if rest.starts_with('{') => close + 1,
            _ => 1,
        };
        let whole = rest.get(..length).unwrap_or_default();
        let inner = whole.strip_prefix('{').and_then(|inner| inner.strip_suffix('}'));
        let doubled = rest.get(length..).is_some_and(|after| after.starts_with('}'));
        match inner {
            Some(name) if is_name(name.trim()) => found.push(Brace::Placeholder(name.trim(), start)),
            _ => {
                let length = if doubled { length + 1 } else { length };
                found.push(Brace::Stray(rest.get(..length).unwrap_or(whole), start));
                at = start + length;
                continue;
            }
        }
        at = start + length;
    }
    found
}

/// The names of the placeholders of a text, each once, sorted.
pub(super) fn names(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = braces(text)
        .into_iter()
        .filter_map(|brace| match brace {
            Brace::Placeholder(name, _) => Some(name),
            Brace::Stray(..) => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '))
}
