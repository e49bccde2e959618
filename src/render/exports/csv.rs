//! Promises and scripts as CSV that spreadsheets open. Must never let a text become a formula.

use super::rows::{Sheet, sheets};
use super::{Export, Matter, Target};

pub(super) const TARGET: Target = Target { id: "csv", title: "Tables as CSV", write };

/// What says that a file is UTF-8, which Excel does not guess.
const MARK: &str = "\u{feff}";

fn write(matter: &Matter<'_>, export: &mut Export) {
    for sheet in sheets(matter) {
        for row in &sheet.rows {
            for cell in row.iter().filter(|cell| is_formula(cell)) {
                let reason = "These texts begin like a formula; an apostrophe stands before them, so that no program computes them.";
                export.losses.add(reason, cell.clone());
            }
        }
        export.file(&format!("{}.csv", sheet.name), text(&sheet));
    }
    export.losses.say("Procedures, decisions and escalations are not in the tables.");
}

fn text(sheet: &Sheet) -> String {
    let head: Vec<String> = sheet.columns.iter().map(|column| (*column).to_owned()).collect();
    let lines = std::iter::once(&head).chain(&sheet.rows).map(|row| {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        cells.join(",") + "\r\n"
    });
    MARK.to_owned() + &lines.collect::<String>()
}

/// Whether a spreadsheet would compute a cell.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

fn quoted(cell: &str) -> String {
    let guard = if is_formula(cell) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('\0', "").replace('"', "\"\""))
}
