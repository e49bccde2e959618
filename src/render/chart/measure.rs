//! How much room words take, by the usual widths of letters, since no font is at hand.
//! Must never lose a word other than by an ellipsis at the end of what is far too long.

/// The height of a line of text.
pub(in crate::render) const LINE: f64 = 18.0;

const MOST_LINES: usize = 6;

/// The height of lines of text.
pub(super) fn height(lines: usize) -> f64 {
    LINE * f64::from(u32::try_from(lines).unwrap_or(u32::MAX))
}

/// Breaks words into lines that are at most about so wide, and as even as they can be; says how wide they are.
pub(super) fn wrap(words: &str, most: f64) -> (Vec<String>, f64) {
    let least = fill(words, most);
    let mut lines = least.clone();
    let mut narrower = most;
    while narrower > most / 2.0 {
        narrower -= 6.0;
        let tried = fill(words, narrower);
        if tried.len() > least.len() || tried.iter().any(|line| line.ends_with('\u{2010}')) {
            break;
        }
        lines = tried;
    }
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    let width = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
    (lines, width)
}

/// How wide a line is, at the size of the text in boxes.
pub(super) fn width(line: &str) -> f64 {
    line.chars().map(letter_width).sum()
}

fn fill(words: &str, most: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let room = lines.last().is_some_and(|line| width(line) + letter_width(' ') + width(word) <= most);
        match lines.last_mut() {
            Some(line) if line.is_empty() => {}
            Some(line) if room => line.push(' '),
            _ => lines.push(String::new()),
        }
        for letter in word.chars() {
            let full = lines.last().is_some_and(|line| width(line) + letter_width(letter) > most.max(40.0));
            if full && let Some(line) = lines.last_mut() {
                line.push('\u{2010}');
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(letter);
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

// Widths at 14 pixels, of the wider of the common system fonts.
fn letter_width(letter: char) -> f64 {
    match letter {
        ' ' | 'i' | 'l' | 'j' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | 'I' | '(' | ')' => 4.6,
        'f' | 't' | 'r' | '-' | '"' | 'ł' | 'г' => 6.0,
        'm' | 'w' | 'M' | 'W' | 'ж' | 'ш' | 'щ' | 'ю' | 'ф' | 'ы' | 'м' | 'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ф'
        | 'Ы' => 12.4,
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7FF}' | '\u{1F000}'..='\u{1FAFF}' => 14.5,
        letter if letter.is_uppercase() => 9.9,
        _ => 8.2,
    }
}
