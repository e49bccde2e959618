//! Tables that are filled row by row. Columns in which no row says anything are left out.
//! Must never leave out a row.

use super::{Block, Line, Row, Table};

/// A table that is being filled.
pub(super) struct Grid {
    caption: String,
    head: Vec<String>,
    rows: Vec<Row>,
}

impl Grid {
    /// A table with these columns.
    pub(super) fn new(caption: String, head: Vec<String>) -> Self {
        Grid { caption, head, rows: Vec::new() }
    }

    /// Adds a row.
    pub(super) fn row(&mut self, anchor: Option<String>, depth: usize, cells: Vec<Line>) {
        self.rows.push(Row { anchor, depth, cells });
    }

    /// The table as a block; nothing when it has no rows.
    pub(super) fn finish(self) -> Option<Block> {
        if self.rows.is_empty() {
            return None;
        }
        // The first column names the rows and stays.
        let kept: Vec<bool> = (0..self.head.len())
            .map(|column| {
                column == 0
                    || self.rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty()))
            })
            .collect();
        let head = keep(self.head, &kept);
        let rows = self.rows.into_iter().map(|row| Row { cells: keep(row.cells, &kept), ..row }).collect();
        Some(Block::Table(Table { caption: self.caption, head, rows }))
    }
}

fn keep<T>(list: Vec<T>, kept: &[bool]) -> Vec<T> {
    list.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(value, _)| value).collect()
}
