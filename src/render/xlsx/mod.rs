//! Tables -> a workbook for spreadsheet programs (Office Open XML), the same bytes for the same tables.
//! Must never write a text where a formula could be read: texts are texts, whatever they begin with.

mod parts;
mod scorecard;

use std::collections::BTreeMap;

pub use scorecard::scorecard;

use super::look::Look;
use super::package::pack;

/// A workbook that is being made.
#[derive(Default)]
pub(in crate::render) struct Book {
    sheets: Vec<Sheet>,
}

/// A sheet: rows of cells from the top left corner.
#[derive(Default)]
pub(in crate::render) struct Sheet {
    /// Its name on the tab.
    pub(in crate::render) name: String,
    /// The widths of the columns, in letters.
    pub(in crate::render) widths: Vec<f64>,
    /// The cells.
    pub(in crate::render) rows: Vec<Vec<Cell>>,
    /// How many rows and columns stay in sight.
    pub(in crate::render) frozen: (usize, usize),
    /// Ranges in which only one of some words may stand.
    pub(in crate::render) choices: Vec<(String, Vec<String>)>,
    /// Ranges of cells that are one.
    pub(in crate::render) merged: Vec<String>,
    /// The rows that are printed on every page.
    pub(in crate::render) repeated: Option<(usize, usize)>,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(in crate::render) enum Cell {
    /// Nothing, and nothing to be written either.
    #[default]
    Empty,
    /// Room for something to be written.
    Open,
    /// Words.
    Text(String, Style),
    /// A number.
    Number(f64, Style),
    /// A formula, without its `=`.
    Formula(String, Style),
}

/// How a cell looks. The order is that of the formats in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Style {
    /// Words that may take several lines.
    Plain = 1,
    /// The heading of the sheet.
    Title = 2,
    /// The heading of a column.
    Head = 3,
    /// Room to write.
    Open = 4,
    /// A share.
    Share = 5,
    /// A result.
    Result = 6,
    /// A number in the middle.
    Middle = 7,
    /// What is said in small.
    Quiet = 8,
    /// A label of a result.
    Label = 9,
}

impl Cell {
    /// Plain words.
    pub(in crate::render) fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into(), Style::Plain)
    }
}

impl Book {
    /// Adds a sheet; its name is made fit for a tab and unlike the others.
    pub(in crate::render) fn add(&mut self, mut sheet: Sheet) {
        let forbidden = ['[', ']', ':', '*', '?', '/', '\\', '\''];
        let name: String = sheet.name.chars().filter(|letter| !forbidden.contains(letter)).take(28).collect();
        let name = if name.trim().is_empty() { "1".to_owned() } else { name.trim().to_owned() };
        let taken =
            |name: &str| self.sheets.iter().any(|other| other.name.to_lowercase() == name.to_lowercase());
        let free = (1..).map(|at| if at == 1 { name.clone() } else { format!("{name} {at}") });
        sheet.name = free.take(1000).find(|name| !taken(name)).unwrap_or(name.clone());
        self.sheets.push(sheet);
    }

    /// The bytes of the workbook.
    pub(in crate::render) fn bytes(&self, look: &Look) -> Vec<u8> {
        let mut files = BTreeMap::new();
        let mut add = |path: String, content: Vec<u8>| files.insert(path, content);
        add(super::package::CONTENT_TYPES.to_owned(), parts::content_types(self.sheets.len()));
        add("_rels/.rels".to_owned(), parts::package_links());
        add("xl/workbook.xml".to_owned(), parts::workbook(&self.sheets));
        add("xl/_rels/workbook.xml.rels".to_owned(), parts::workbook_links(self.sheets.len()));
        add("xl/styles.xml".to_owned(), parts::styles(look));
        for (at, sheet) in self.sheets.iter().enumerate() {
            add(format!("xl/worksheets/sheet{}.xml", at + 1), parts::sheet(sheet));
        }
        pack(&files)
    }
}

/// The name of a cell: `B3` for column 1, row 2, both counted from nothing.
pub(in crate::render) fn name(column: usize, row: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// The name of a column.
pub(in crate::render) fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}
