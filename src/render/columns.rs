//! How wide the columns of a table are, by what stands in them, since a page has only so much room.
//! Must never make a column narrower than its longest word while there is room.

use crate::compile::{Inline, Line, Table};

/// The widths of the columns of a table in parts of the whole.
pub(super) fn columns(table: &Table, count: usize) -> Vec<f64> {
    let needs: Vec<(f64, f64)> = (0..count).map(|at| needs(table, at)).collect();
    let least: f64 = needs.iter().map(|need| need.0).sum();
    let wished: f64 = needs.iter().map(|need| need.1).sum::<f64>().max(1.0);
    let left = (WHOLE - least).max(0.0);
    let share = |(own, wish): &(f64, f64)| (own + wish * left / wished) / (least + left).max(1.0);
    needs.iter().map(share).collect()
}

// How many letters a line has, and how many go for the space between columns.
const WHOLE: f64 = 104.0;
const BETWEEN: f64 = 2.0;

// What a column needs for its longest word, and what it would like for its longest text.
fn needs(table: &Table, at: usize) -> (f64, f64) {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(at)).map(words);
    let texts: Vec<String> = cells.chain(table.head.get(at).cloned()).collect();
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let longest = texts.iter().flat_map(|text| text.split_whitespace()).map(count).max().unwrap_or(1);
    let least = longest.clamp(4, 22);
    let most = texts.iter().map(|text| count(text)).max().unwrap_or(1).clamp(least, 90);
    (f64::from(least) * 1.08 + BETWEEN, f64::from(most - least) * 0.5)
}

/// The words of a line without their look.
fn words(line: &Line) -> String {
    fn add(pieces: &[Inline], all: &mut String) {
        for piece in pieces {
            match piece {
                Inline::Text(words) | Inline::Code(words) | Inline::Reference { words, .. } => {
                    all.push_str(words);
                }
                Inline::Placeholder(name) => all.push_str(name),
                Inline::Strong(inside) | Inline::Emphasis(inside) => add(inside, all),
                Inline::Link { words, .. } => add(words, all),
                Inline::Break => all.push(' '),
            }
        }
    }
    let mut all = String::new();
    add(&line.0, &mut all);
    all
}
