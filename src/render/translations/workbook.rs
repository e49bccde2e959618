//! Texts for translators as a workbook: name, source, translation, state. Must never let a text become a formula.

use super::{Unit, UnitState};
use crate::render::look::Look;
use crate::render::xlsx::{Book, Cell, Sheet, Style, read::rows};

/// The heading of the names; the headings of the texts are the codes of the languages.
const KEY: &str = "key";

/// Writes texts.
pub(super) fn write((source, target): (&str, &str), units: &[Unit]) -> Vec<u8> {
    let head = [KEY, source, target, "state"].map(|title| Cell::Text(title.to_owned(), Style::Head));
    let row = |unit: &Unit| {
        let state = match unit.state {
            UnitState::New => "new",
            UnitState::Stale => "stale",
            UnitState::Translated => "translated",
        };
        let translated = match &unit.target {
            Some(target) => Cell::Text(target.clone(), Style::Write),
            None => Cell::Text(String::new(), Style::Write),
        };
        let quiet = |text: &str| Cell::Text(text.to_owned(), Style::Quiet);
        vec![quiet(&unit.key), Cell::text(&unit.source), translated, quiet(state)]
    };
    let mut book = Book::default();
    book.add(Sheet {
        name: target.to_owned(),
        widths: vec![32.0, 60.0, 60.0, 12.0],
        rows: std::iter::once(head.to_vec()).chain(units.iter().map(row)).collect(),
        frozen: (1, 1),
        repeated: Some((0, 0)),
        ..Sheet::default()
    });
    book.bytes(&Look::default())
}

/// Reads texts.
pub(super) fn read(bytes: &[u8]) -> Option<(String, Vec<Unit>)> {
    let mut rows = rows(bytes)?.into_iter();
    let head = rows.next()?;
    let [key, _, language, ..] = head.as_slice() else { return None };
    if key.trim() != KEY {
        return None;
    }
    let unit = |row: Vec<String>| {
        let mut cells = row.into_iter();
        let (key, source) = (cells.next()?, cells.next()?);
        let target = cells.next().filter(|target| !target.trim().is_empty());
        let state = if target.is_some() { UnitState::Translated } else { UnitState::New };
        (!key.is_empty()).then_some(Unit { key, source, target, state })
    };
    Some((language.trim().to_owned(), rows.filter_map(unit).collect()))
}
