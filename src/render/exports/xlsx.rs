//! Promises and scripts as a workbook. Must never write a formula, a link or a macro: every cell is a text.

use std::collections::BTreeMap;

use super::rows::{Sheet, sheets};
use super::{Export, Matter, Target};
use crate::render::docx::package::{CONTENT_TYPES, pack};
use crate::render::docx::xml::{Xml, escaped};

pub(super) const TARGET: Target = Target { id: "xlsx", title: "Tables as a workbook", write };

/// The most characters that a cell can hold.
const LONGEST: usize = 32_767;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const STYLES: &str = include_str!("xlsx.styles.xml");

fn write(matter: &Matter<'_>, export: &mut Export) {
    let sheets = sheets(matter);
    for sheet in &sheets {
        for row in sheet.rows.iter().filter(|row| row.iter().any(|cell| cell.chars().count() > LONGEST)) {
            let reason = "A cell holds at most 32 767 characters: these texts are cut.";
            export.losses.add(reason, format!("{}: {}", sheet.name, row.first().map_or("", String::as_str)));
        }
    }
    export.losses.say("Procedures, decisions and escalations are not in the tables.");
    export.file("standard.xlsx", pack(&parts(&sheets)));
}

fn parts(sheets: &[Sheet]) -> BTreeMap<String, Vec<u8>> {
    let numbered = || (1..).zip(sheets);
    let mut files: BTreeMap<String, Vec<u8>> =
        numbered().map(|(at, sheet)| (format!("xl/worksheets/sheet{at}.xml"), worksheet(sheet))).collect();
    let types = file("Types", &[("xmlns", TYPES)], |xml| {
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", rels)]);
        let mut part = |path: &str, kind: &str| {
            let kind = format!("{SHEET}.{kind}+xml");
            xml.empty("Override", &[("PartName", path), ("ContentType", &kind)]);
        };
        part("/xl/workbook.xml", "sheet.main");
        part("/xl/styles.xml", "styles");
        numbered().for_each(|(at, _)| part(&format!("/xl/worksheets/sheet{at}.xml"), "worksheet"));
    });
    let package = links(&[("rId1".to_owned(), "officeDocument", "xl/workbook.xml".to_owned())]);
    let sheet_links =
        numbered().map(|(at, _)| (format!("rId{at}"), "worksheet", format!("worksheets/sheet{at}.xml")));
    let styles = ("styles".to_owned(), "styles", "styles.xml".to_owned());
    let book_links = links(&sheet_links.chain([styles]).collect::<Vec<_>>());
    let book = file("workbook", &[("xmlns", MAIN), ("xmlns:r", OFFICE)], |xml| {
        xml.element("sheets", &[], |xml| {
            for (at, sheet) in numbered() {
                let id = format!("{at}");
                xml.empty("sheet", &[("name", sheet.name), ("sheetId", &id), ("r:id", &format!("rId{at}"))]);
            }
        });
    });
    let others = [
        (CONTENT_TYPES, types),
        ("_rels/.rels", package),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", book_links),
        ("xl/styles.xml", STYLES.as_bytes().to_vec()),
    ];
    files.extend(others.map(|(path, content)| (path.to_owned(), content)));
    files
}

fn file(tag: &'static str, attributes: &[(&'static str, &str)], inside: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::file();
    xml.element(tag, attributes, inside);
    xml.bytes()
}

fn links(links: &[(String, &str, String)]) -> Vec<u8> {
    file("Relationships", &[("xmlns", LINKS)], |xml| {
        for (id, kind, target) in links {
            let kind = format!("{OFFICE}/{kind}");
            xml.empty("Relationship", &[("Id", id), ("Type", &kind), ("Target", target)]);
        }
    })
}

fn worksheet(sheet: &Sheet) -> Vec<u8> {
    file("worksheet", &[("xmlns", MAIN)], |xml| {
        xml.element("sheetViews", &[], |xml| {
            xml.element("sheetView", &[("workbookViewId", "0")], |xml| {
                let pane = [
                    ("ySplit", "1"),
                    ("topLeftCell", "A2"),
                    ("activePane", "bottomLeft"),
                    ("state", "frozen"),
                ];
                xml.empty("pane", &pane);
            });
        });
        let last = sheet.columns.len().to_string();
        xml.element("cols", &[], |xml| {
            xml.empty("col", &[("min", "1"), ("max", &last), ("width", "24"), ("customWidth", "1")]);
        });
        let head: Vec<String> = sheet.columns.iter().map(|column| (*column).to_owned()).collect();
        xml.element("sheetData", &[], |xml| {
            for (at, row) in (1..).zip(std::iter::once(&head).chain(&sheet.rows)) {
                line(xml, at, row);
            }
        });
    })
}

fn line(xml: &mut Xml, at: usize, row: &[String]) {
    xml.element("row", &[("r", &at.to_string())], |xml| {
        for (column, cell) in ('A'..='Z').zip(row) {
            let place = format!("{column}{at}");
            let style = if at == 1 { "1" } else { "0" };
            let text: String = cell.chars().take(LONGEST).collect();
            let lines: Vec<String> = text.split('\n').map(escaped).collect();
            xml.element("c", &[("r", &place), ("s", style), ("t", "inlineStr")], |xml| {
                xml.element("is", &[], |xml| {
                    xml.element("t", &[("xml:space", "preserve")], |xml| xml.own(&lines.join("\n")));
                });
            });
        }
    });
}
