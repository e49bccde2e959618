//! Tables of text, separated by commas or semicolons. Must never let a cell become a formula.

/// The rows of a table; the sign between the cells is the one that the first line has more of.
pub(super) fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: char| first.chars().filter(|letter| *letter == sign).count();
    let separator = if count(';') > count(',') { ';' } else { ',' };
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            _ if quoted => cell.push(letter),
            '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' => {}
            _ if letter == separator => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// A row as a line.
pub(super) fn row<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\n", cells.join(","))
}

// Spreadsheet programs take what begins like a formula for one, unless a quote stands before it.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    let plain = !text.contains([',', ';', '"', '\n', '\r']);
    if plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}
