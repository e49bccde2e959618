//! Promises and scripts as a workbook. Must never write a formula, a link or a macro: every cell is a text.

use super::rows::{self, sheets};
use super::{Export, Matter, Target};
use crate::render::look::Look;
use crate::render::xlsx::{Book, Cell, Sheet, Style};

pub(super) const TARGET: Target = Target { id: "xlsx", title: "Tables as a workbook", write };

/// The most characters that a cell can hold.
const LONGEST: usize = 32_767;

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut book = Book::default();
    for table in sheets(matter) {
        for row in table.rows.iter().filter(|row| row.iter().any(|cell| cell.chars().count() > LONGEST)) {
            let reason = "A cell holds at most 32 767 characters: these texts are cut.";
            export.losses.add(reason, format!("{}: {}", table.name, row.first().map_or("", String::as_str)));
        }
        book.add(sheet(&table));
    }
    export.losses.say("Procedures, decisions and escalations are not in the tables.");
    export.file("standard.xlsx", book.bytes(&Look::default()));
}

fn sheet(table: &rows::Sheet) -> Sheet {
    let head = table.columns.iter().map(|column| Cell::Text((*column).to_owned(), Style::Head)).collect();
    let cell = |text: &String| Cell::text(text.chars().take(LONGEST).collect::<String>());
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    Sheet {
        name: table.name.to_owned(),
        widths: vec![24.0; table.columns.len()],
        rows: std::iter::once(head).chain(rows).collect(),
        frozen: (1, 0),
        ..Sheet::default()
    }
}
