//! Tables whose exceptions stand under their rule, and that become cards where the page is narrow.
//! Must never drop a cell, however uneven the rows are.

use crate::compile::{Line, Row, Table};

use super::inline::line;
use super::page::Page;

/// Writes a table.
pub(super) fn table(page: &mut Page, table: &Table) {
    // The explicit roles outlive the change of display that turns rows into cards.
    let frame = [("class", "scroll"), ("role", "group"), ("aria-label", table.caption.as_str())];
    page.element("div", &frame, |page| {
        page.element("table", &[("class", "rules"), ("role", "table")], |page| {
            page.leaf("caption", &[], &table.caption);
            head(page, &table.head);
            for group in groups(&table.rows) {
                page.element("tbody", &[("role", "rowgroup")], |page| {
                    group.iter().for_each(|found| row(page, found, &table.head));
                });
            }
        });
    });
}

fn head(page: &mut Page, head: &[String]) {
    if head.iter().all(String::is_empty) {
        return;
    }
    page.element("thead", &[("role", "rowgroup")], |page| {
        page.element("tr", &[("role", "row")], |page| {
            for title in head {
                if title.is_empty() {
                    page.leaf("td", &[("role", "cell")], "");
                } else {
                    page.leaf("th", &[("role", "columnheader"), ("scope", "col")], title);
                }
            }
        });
    });
}

// A rule and its exceptions belong together, on screen, on paper and for readers who cannot see the indent.
fn groups(rows: &[Row]) -> Vec<&[Row]> {
    rows.chunk_by(|_, next| next.depth > 0).collect()
}

fn row(page: &mut Page, row: &Row, head: &[String]) {
    let id = row.anchor.as_ref().map(|anchor| page.claim(anchor)).unwrap_or_default();
    let depth = format!("--depth:{}", row.depth.min(6));
    let class = if row.depth > 0 { "exception" } else { "rule" };
    page.element("tr", &[("id", &id), ("class", class), ("role", "row"), ("style", &depth)], |page| {
        for (at, cell) in row.cells.iter().enumerate() {
            let title = head.get(at).map(String::as_str).unwrap_or_default();
            if at == 0 && row.cells.len() > 1 && !Line::is_empty(cell) {
                page.element("th", &[("role", "rowheader"), ("scope", "row")], |page| line(page, cell));
            } else {
                // The wrapper keeps the words of a card together beside its label.
                page.element("td", &[("role", "cell"), ("data-label", title)], |page| {
                    page.element("span", &[], |page| line(page, cell));
                });
            }
        }
    });
}
