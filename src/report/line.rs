//! One line of an author's text, cut to what a terminal can show.
//! Must never shift a mark: the characters shown stand one to one for those of the file.

use super::text::visible;

/// The columns that a character takes in a terminal; tabs count as four.
pub(super) fn columns(c: char) -> usize {
    match c {
        '\t' => 4,
        '\u{300}'..='\u{36f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// The columns that a text takes.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// What must stay in sight: the first marked character, and how many columns are needed from there to the right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    pub(super) character: usize,
    pub(super) columns: usize,
}

/// The part of a line that is shown.
#[derive(Debug)]
pub(super) struct Window {
    /// What is shown, with an ellipsis where something was cut off.
    pub(super) text: String,
    skipped: usize,
    lead: usize,
}

impl Window {
    /// The part of `line` that fits into `room` columns and holds what is needed.
    pub(super) fn new(line: &str, need: Option<Need>, room: usize, ellipsis: &str) -> Self {
        let clean = |c: char| if c == '\t' { c } else { visible(c) };
        // More than this is never shown, however the line is cut.
        let reach = need.map_or(0, |need| need.character).saturating_add(room).saturating_add(1);
        let chars: Vec<char> = line.chars().map(clean).take(reach).collect();
        let skipped = need.map_or(0, |need| skipped(&chars, need, room, width(ellipsis)));
        let lead = if skipped > 0 { ellipsis } else { "" };
        let rest: Vec<char> = chars.into_iter().skip(skipped).collect();
        let shown = room.saturating_sub(width(lead));
        let mut text = lead.to_owned();
        if rest.iter().copied().map(columns).sum::<usize>() <= shown {
            text.extend(rest);
        } else {
            let mut left = shown.saturating_sub(width(ellipsis));
            text.extend(rest.into_iter().take_while(|c| {
                let fits = columns(*c) <= left;
                left = left.saturating_sub(columns(*c));
                fits
            }));
            text.push_str(ellipsis);
        }
        Window { text, skipped, lead: lead.chars().count() }
    }

    /// The byte of the shown text at which a character (from 0) of the line stands.
    pub(super) fn byte(&self, character: usize) -> usize {
        let shown = if character < self.skipped { 0 } else { character - self.skipped + self.lead };
        self.text.char_indices().nth(shown).map_or(self.text.len(), |(byte, _)| byte)
    }
}

// How many characters at the start have to go so that what is needed fits; never the marked ones.
fn skipped(chars: &[char], need: Need, room: usize, ellipsis: usize) -> usize {
    let before: usize = chars.iter().take(need.character).copied().map(columns).sum();
    let mut excess = (before + need.columns).saturating_sub(room);
    if excess == 0 {
        return 0;
    }
    excess += ellipsis;
    let mut gone = 0;
    let cut = chars.iter().take(need.character).take_while(|c| {
        let more = gone < excess;
        gone += columns(**c);
        more
    });
    cut.count()
}

/// The text in lines of at most `room` columns, broken between words where that is possible.
pub(super) fn wrapped(text: &str, room: usize) -> String {
    let mut wrapped = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide > room {
            wrapped.push('\n');
            used = 0;
        } else if used > 0 {
            wrapped.push(' ');
            used += 1;
        }
        wrapped.push_str(word);
        used += wide;
    }
    wrapped
}
