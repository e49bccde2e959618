//! The parts of a workbook: what it holds, how it looks, its sheets. Must never decide what a cell says.

use super::{Cell, Sheet, Style, column_name, name};
use crate::render::look::Look;
use crate::render::xml::{Xml, escaped};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_LINKS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What kind each part is of.
pub(super) fn content_types(sheets: usize) -> Vec<u8> {
    let mut file = Xml::file();
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let types = [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")];
    file.element("Types", &types, |xml| {
        let links = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", links)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |path: &str, of: &str| {
            xml.empty("Override", &[("PartName", path), ("ContentType", &format!("{kind}.{of}+xml"))]);
        };
        part("/xl/workbook.xml", "sheet.main");
        part("/xl/styles.xml", "styles");
        (1..=sheets).for_each(|at| part(&format!("/xl/worksheets/sheet{at}.xml"), "worksheet"));
    });
    file.bytes()
}

/// Where the workbook is.
pub(super) fn package_links() -> Vec<u8> {
    let mut file = Xml::file();
    file.element("Relationships", &[("xmlns", PACKAGE_LINKS)], |xml| {
        let kind = format!("{LINKS}/officeDocument");
        xml.empty("Relationship", &[("Id", "rId1"), ("Type", &kind), ("Target", "xl/workbook.xml")]);
    });
    file.bytes()
}

/// The sheets by name.
pub(super) fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let mut file = Xml::file();
    file.element("workbook", &[("xmlns", MAIN), ("xmlns:r", LINKS)], |xml| {
        xml.element("bookViews", &[], |xml| xml.empty("workbookView", &[("activeTab", "0")]));
        xml.element("sheets", &[], |xml| {
            for (at, sheet) in sheets.iter().enumerate() {
                let (number, link) = ((at + 1).to_string(), format!("rId{}", at + 1));
                xml.empty("sheet", &[("name", &sheet.name), ("sheetId", &number), ("r:id", &link)]);
            }
        });
        let repeated = |sheet: &Sheet| sheet.repeated.is_some();
        if sheets.iter().any(repeated) {
            xml.element("definedNames", &[], |xml| {
                for (at, sheet) in sheets.iter().enumerate() {
                    let Some((from, to)) = sheet.repeated else { continue };
                    let place = at.to_string();
                    let about = [("name", "_xlnm.Print_Titles"), ("localSheetId", place.as_str())];
                    xml.leaf("definedName", &about, &format!("'{}'!${}:${}", sheet.name, from + 1, to + 1));
                }
            });
        }
        // Results are reckoned by the program that opens the file: it holds none.
        xml.empty("calcPr", &[("fullCalcOnLoad", "1")]);
    });
    file.bytes()
}

/// Where the sheets are.
pub(super) fn workbook_links(sheets: usize) -> Vec<u8> {
    let mut file = Xml::file();
    file.element("Relationships", &[("xmlns", PACKAGE_LINKS)], |xml| {
        let mut link = |id: usize, kind: &str, target: &str| {
            let (id, kind) = (format!("rId{id}"), format!("{LINKS}/{kind}"));
            xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)]);
        };
        (1..=sheets).for_each(|at| link(at, "worksheet", &format!("worksheets/sheet{at}.xml")));
        link(sheets + 1, "styles", "styles.xml");
    });
    file.bytes()
}

/// The formats of cells, in the order of `Style`.
pub(super) fn styles(look: &Look) -> Vec<u8> {
    let mut file = Xml::file();
    let colour = |digits: &str| format!("FF{digits}");
    let (accent, soft) = (colour(&look.accent), colour(&look.soft()));
    let font = look.text_font.as_deref().unwrap_or("Calibri");
    file.element("styleSheet", &[("xmlns", MAIN)], |xml| {
        let fonts = [("11", "FF000000", false), ("16", accent.as_str(), true), ("11", "FF000000", true), ("9", "FF555555", false)];
        xml.element("fonts", &[("count", "4")], |xml| {
            for (size, colour, bold) in fonts {
                xml.element("font", &[], |xml| {
                    if bold {
                        xml.empty("b", &[]);
                    }
                    xml.empty("sz", &[("val", size)]);
                    xml.empty("color", &[("rgb", colour)]);
                    xml.empty("name", &[("val", font)]);
                });
            }
        });
        let fills = [None, None, Some(soft.as_str()), Some("FFFFFBE6")];
        xml.element("fills", &[("count", "4")], |xml| {
            for (at, fill) in fills.iter().enumerate() {
                let kind = if fill.is_some() { "solid" } else if at == 1 { "gray125" } else { "none" };
                xml.element("fill", &[], |xml| {
                    xml.element("patternFill", &[("patternType", kind)], |xml| {
                        if let Some(fill) = fill {
                            xml.empty("fgColor", &[("rgb", fill)]);
                        }
                    });
                });
            }
        });
        xml.own("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>");
        for side in ["left", "right", "top", "bottom"] {
            xml.own(&format!("<{side} style=\"thin\"><color rgb=\"FFB8B8B8\"/></{side}>"));
        }
        xml.own("<diagonal/></border></borders>");
        xml.own("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        formats(xml);
        xml.own("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
    });
    file.bytes()
}

// Number format, font, fill, border, place across, whether it may be written in.
fn formats(xml: &mut Xml) {
    const FORMATS: [(&str, &str, &str, &str, &str, bool); 10] = [
        ("0", "0", "0", "0", "left", false),
        ("0", "0", "0", "1", "left", false),
        ("0", "1", "0", "0", "left", false),
        ("0", "2", "2", "1", "center", false),
        ("0", "0", "3", "1", "center", true),
        ("9", "2", "2", "1", "center", false),
        ("0", "2", "2", "1", "center", false),
        ("0", "0", "0", "1", "center", false),
        ("0", "3", "0", "0", "left", false),
        ("0", "2", "2", "1", "left", false),
    ];
    xml.element("cellXfs", &[("count", "10")], |xml| {
        for (at, (number, font, fill, border, across, open)) in FORMATS.into_iter().enumerate() {
            let about = [
                ("numFmtId", number),
                ("fontId", font),
                ("fillId", fill),
                ("borderId", border),
                ("xfId", "0"),
                ("applyAlignment", "1"),
                ("applyProtection", "1"),
            ];
            xml.element("xf", &about, |xml| {
                let wrap = if at == Style::Title as usize { "0" } else { "1" };
                xml.empty("alignment", &[("horizontal", across), ("vertical", "top"), ("wrapText", wrap)]);
                xml.empty("protection", &[("locked", if open { "0" } else { "1" })]);
            });
        }
    });
}

/// A sheet.
pub(super) fn sheet(sheet: &Sheet) -> Vec<u8> {
    let mut file = Xml::file();
    file.element("worksheet", &[("xmlns", MAIN)], |xml| {
        xml.own("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        view(xml, sheet.frozen);
        if !sheet.widths.is_empty() {
            xml.element("cols", &[], |xml| {
                for (at, width) in sheet.widths.iter().enumerate() {
                    let (at, width) = ((at + 1).to_string(), width.to_string());
                    xml.empty("col", &[("min", &at), ("max", &at), ("width", &width), ("customWidth", "1")]);
                }
            });
        }
        xml.element("sheetData", &[], |xml| {
            for (at, row) in sheet.rows.iter().enumerate() {
                let number = (at + 1).to_string();
                let height = (15 * lines(sheet, at, row)).to_string();
                let about = [("r", number.as_str()), ("ht", &height), ("customHeight", "1")];
                xml.element("row", &about, |xml| {
                    row.iter().enumerate().for_each(|(column, found)| cell(xml, &name(column, at), found));
                });
            }
        });
        // Without a password: it keeps formulas from being overwritten by mistake.
        let protected = [
            ("sheet", "1"),
            ("objects", "1"),
            ("scenarios", "1"),
            ("formatCells", "0"),
            ("formatColumns", "0"),
            ("formatRows", "0"),
        ];
        xml.empty("sheetProtection", &protected);
        if !sheet.merged.is_empty() {
            xml.element("mergeCells", &[("count", &sheet.merged.len().to_string())], |xml| {
                sheet.merged.iter().for_each(|range| xml.empty("mergeCell", &[("ref", range)]));
            });
        }
        choices(xml, sheet);
        xml.own("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        xml.own("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
    });
    file.bytes()
}

// Not every program makes rows as high as their words need.
fn lines(sheet: &Sheet, at: usize, row: &[Cell]) -> usize {
    let need = |(column, cell): (usize, &Cell)| {
        let place = name(column, at);
        let (words, width) = match cell {
            Cell::Text(_, Style::Title) => return 2,
            Cell::Text(words, _) => (words, sheet.widths.get(column).copied().unwrap_or(10.0)),
            _ => return 1,
        };
        // What is one with its neighbours has their room too.
        let merged = sheet.merged.iter().any(|range| range.split(':').next() == Some(place.as_str()));
        let width = if merged { sheet.widths.iter().skip(column).take(6).sum() } else { width };
        let letters =
            |line: &str| (0_u32..).take(line.chars().count()).last().map_or(1.0, |at| f64::from(at + 1));
        let high =
            |line: &str| (1..50).find(|high| f64::from(*high) * width * 0.9 >= letters(line)).unwrap_or(50);
        words.lines().map(high).sum::<i32>().clamp(1, 27).unsigned_abs() as usize
    };
    row.iter().enumerate().map(need).max().unwrap_or(1)
}

fn view(xml: &mut Xml, (rows, columns): (usize, usize)) {
    xml.element("sheetViews", &[], |xml| {
        xml.element("sheetView", &[("showGridLines", "0"), ("workbookViewId", "0")], |xml| {
            if rows + columns == 0 {
                return;
            }
            let corner = name(columns, rows);
            let (across, down) = (columns.to_string(), rows.to_string());
            let mut pane = Vec::new();
            if columns > 0 {
                pane.push(("xSplit", across.as_str()));
            }
            if rows > 0 {
                pane.push(("ySplit", &down));
            }
            let active = match (rows > 0, columns > 0) {
                (true, true) => "bottomRight",
                (true, false) => "bottomLeft",
                _ => "topRight",
            };
            pane.extend([("topLeftCell", corner.as_str()), ("activePane", active), ("state", "frozen")]);
            xml.empty("pane", &pane);
        });
    });
}

fn choices(xml: &mut Xml, sheet: &Sheet) {
    if sheet.choices.is_empty() {
        return;
    }
    xml.element("dataValidations", &[("count", &sheet.choices.len().to_string())], |xml| {
        for (range, words) in &sheet.choices {
            let about = [("type", "list"), ("allowBlank", "1"), ("showErrorMessage", "1"), ("sqref", range)];
            // A comma would end the word, and a quote the list.
            let words: Vec<String> = words.iter().map(|word| word.replace([',', '"'], " ")).collect();
            xml.element("dataValidation", &about, |xml| {
                xml.leaf("formula1", &[], &format!("\"{}\"", words.join(",")));
            });
        }
    });
}

fn cell(xml: &mut Xml, place: &str, cell: &Cell) {
    let style = |style: Style| (style as usize).to_string();
    match cell {
        Cell::Empty => {}
        Cell::Open => xml.empty("c", &[("r", place), ("s", &style(Style::Open))]),
        Cell::Text(text, how) => {
            xml.element("c", &[("r", place), ("s", &style(*how)), ("t", "inlineStr")], |xml| {
                // A cell may hold several lines.
                let lines = text.split('\n').map(escaped).collect::<Vec<_>>().join("\n");
                xml.element("is", &[], |xml| {
                    xml.element("t", &[("xml:space", "preserve")], |xml| xml.own(&lines));
                });
            });
        }
        Cell::Number(number, how) => {
            xml.element("c", &[("r", place), ("s", &style(*how))], |xml| {
                xml.leaf("v", &[], &number.to_string());
            });
        }
        Cell::Formula(formula, how) => {
            xml.element("c", &[("r", place), ("s", &style(*how))], |xml| xml.leaf("f", &[], formula));
        }
    }
}

/// The cells of a column in some rows, as a range that stays where it is.
pub(super) fn fixed(column: usize, rows: (usize, usize)) -> String {
    let column = column_name(column);
    format!("${column}${}:${column}${}", rows.0 + 1, rows.1 + 1)
}
