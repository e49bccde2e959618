//! Tables and weeks of opening hours: headings that come again on every page, rows that stay whole.
//! Must never drop a cell, however uneven the rows are.

use crate::compile::{Row, Table, Week};
use crate::render::clock::hours;
use crate::render::columns::columns;

use super::text::{Paragraph, Text};

/// Writes a table.
pub(super) fn table(text: &mut Text, table: &Table) {
    let count = table.rows.iter().map(|row| row.cells.len()).chain([table.head.len()]).max().unwrap_or(0);
    if count == 0 {
        return;
    }
    let headed = table.head.iter().any(|title| !title.is_empty());
    frame(text, (&table.caption, headed), &widths(table, count, text.width), |text| {
        if headed {
            row(text, true, |text| {
                (0..count).for_each(|at| heading(text, table.head.get(at).map_or("", String::as_str)));
            });
        }
        for found in &table.rows {
            row(text, false, |text| (0..count).for_each(|at| cell(text, found, at)));
        }
    });
    text.gap();
}

/// Writes a week.
pub(super) fn week(text: &mut Text, week: &Week) {
    let shape = Paragraph { style: "Caption", with_next: true, ..Paragraph::default() };
    text.paragraph(shape, |text| text.words(&week.caption));
    let furniture = text.furniture;
    let names = furniture.days.iter().zip(week.days());
    let holidays = week.holidays.iter().map(|hours| (&furniture.holidays, hours.clone()));
    frame(text, (&week.caption, false), &[text.width / 4; 2], |text| {
        for (name, ranges) in names.chain(holidays) {
            row(text, false, |text| {
                heading(text, name);
                let hours = hours(&ranges, &week.closed, &furniture.all_day);
                column(text, |text| text.paragraph(PLAIN, |text| text.words(&hours)));
            });
        }
    });
    text.gap();
    if !week.words.is_empty() {
        text.paragraph(Paragraph::default(), |text| text.line(&week.words));
    }
}

const PLAIN: Paragraph<'_> =
    Paragraph { style: "TableText", number: None, indent: None, with_next: false, anchor: None };

fn frame(text: &mut Text, (caption, headed): (&str, bool), widths: &[usize], rows: impl FnOnce(&mut Text)) {
    let style = text.styles.id("StandardTable").to_owned();
    let whole: usize = widths.iter().sum();
    text.element("w:tbl", &[], |text| {
        text.xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", &style);
            xml.empty("w:tblW", &[("w:w", &whole.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let (look, first) = if headed { ("0420", "1") } else { ("0400", "0") };
            let none =
                [("w:firstColumn", "0"), ("w:lastColumn", "0"), ("w:noHBand", "0"), ("w:noVBand", "1")];
            let rows = [("w:val", look), ("w:firstRow", first), ("w:lastRow", "0")];
            xml.empty("w:tblLook", &[rows.as_slice(), &none].concat());
            if !caption.is_empty() {
                xml.value("w:tblCaption", caption);
            }
        });
        text.xml.element("w:tblGrid", &[], |xml| {
            widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]));
        });
        text.widths = widths.iter().rev().copied().collect();
        rows(text);
    });
}

fn row(text: &mut Text, head: bool, cells: impl FnOnce(&mut Text)) {
    let widths = text.widths.clone();
    text.element("w:tr", &[], |text| {
        text.xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells(text);
    });
    text.widths = widths;
}

fn column(text: &mut Text, inside: impl FnOnce(&mut Text)) {
    let width = text.widths.pop().unwrap_or(text.width).to_string();
    text.element("w:tc", &[], |text| {
        text.xml.element("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]));
        inside(text);
    });
}

fn heading(text: &mut Text, words: &str) {
    let shape = Paragraph { style: "TableHeading", ..PLAIN };
    column(text, |text| text.paragraph(shape, |text| text.words(words)));
}

fn cell(text: &mut Text, row: &Row, at: usize) {
    let anchor = row.anchor.as_deref().filter(|_| at == 0);
    let indent = (at == 0 && row.depth > 0).then(|| (row.depth.min(6) * 170, 170));
    let shape = Paragraph { indent, anchor, ..PLAIN };
    column(text, |text| {
        text.paragraph(shape, |text| {
            if indent.is_some() {
                text.words("\u{21b3} ");
            }
            if let Some(words) = row.cells.get(at) {
                text.line(words);
            }
        });
    });
}

fn widths(table: &Table, count: usize, width: usize) -> Vec<usize> {
    let whole = f64::from(u32::try_from(width).unwrap_or_default());
    // INVARIANT: parts of a page are small and not negative.
    columns(table, count).iter().map(|part| (part * whole) as usize).collect()
}
