//! Workbook -> the texts of its first sheet, cell by cell. Must never follow a link or reckon a formula.

use std::io::{Cursor, Read};

use roxmltree::Document;
use zip::ZipArchive;

/// The most that a part of a workbook may hold, unpacked.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The rows of the first sheet; nothing when the bytes are no workbook.
pub(in crate::render) fn rows(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let shared = part(&mut package, "xl/sharedStrings.xml").map(|text| shared(&text)).unwrap_or_default();
    let sheet = part(&mut package, "xl/worksheets/sheet1.xml")?;
    let sheet = Document::parse(&sheet).ok()?;
    let rows = sheet.descendants().filter(|node| node.has_tag_name((NAMES, "row")));
    Some(rows.map(|row| cells(row, &shared)).collect())
}

const NAMES: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

fn part(package: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<String> {
    let mut text = String::new();
    package.by_name(path).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

fn shared(text: &str) -> Vec<String> {
    let Ok(document) = Document::parse(text) else { return Vec::new() };
    document.descendants().filter(|node| node.has_tag_name((NAMES, "si"))).map(words).collect()
}

// Text may lie in pieces of different looks; how it is pronounced is no text.
fn words(node: roxmltree::Node<'_, '_>) -> String {
    let spoken = |node: &roxmltree::Node<'_, '_>| {
        node.has_tag_name((NAMES, "t")) && !node.ancestors().any(|above| above.has_tag_name((NAMES, "rPh")))
    };
    node.descendants().filter(spoken).filter_map(|node| node.text()).collect()
}

fn cells(row: roxmltree::Node<'_, '_>, shared: &[String]) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for cell in row.children().filter(|node| node.has_tag_name((NAMES, "c"))) {
        let column = cell.attribute("r").map_or(cells.len(), column);
        // A sheet is as wide as its columns have letters, and no wider than is ever needed here.
        if column > 256 {
            continue;
        }
        cells.resize(column.max(cells.len()), String::new());
        let value =
            || cell.children().find(|node| node.has_tag_name((NAMES, "v"))).and_then(|node| node.text());
        let text = match cell.attribute("t") {
            Some("inlineStr") => words(cell),
            Some("s") => {
                value().and_then(|at| shared.get(at.parse::<usize>().ok()?).cloned()).unwrap_or_default()
            }
            _ => value().unwrap_or_default().to_owned(),
        };
        cells.push(text);
    }
    cells
}

fn column(place: &str) -> usize {
    let letters = place.chars().take_while(char::is_ascii_alphabetic).take(3);
    let number = letters.fold(0, |sum, letter| {
        sum * 26 + (u32::from(letter.to_ascii_uppercase()) - u32::from('A') + 1) as usize
    });
    number.saturating_sub(1)
}
