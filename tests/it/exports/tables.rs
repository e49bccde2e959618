//! Tables and answers: cells are the texts of the standard, and none of them is ever computed.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;

use super::{exported, files, project, text};

const HOSTILE: &str = "etalon: 1
languages: [en, pl]
scripts:
  sum: { purpose: answer, say: { en: \"=1+1 & <b>\\\"x\\\"</b>, {name}\", pl: \"-2\" }, never: ['@cmd', \"a\\nb\"] }
  dash: { purpose: answer, say: '+48 800 555 010' }
";

fn rows(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn sheet(files: &std::collections::BTreeMap<String, Vec<u8>>, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(files["standard.xlsx"].clone())).unwrap();
    assert!(book.worksheet_formula(name).unwrap().is_empty());
    let cell = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{other:?} is no text"),
    };
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(cell).collect()).collect()
}

#[test]
fn both_kinds_of_tables_read_back_as_the_same_texts() {
    for (name, csv, project) in exported("csv") {
        let xlsx = files("xlsx", &project);
        for sheet_name in ["promises", "scripts"] {
            let plain = rows(&text(&csv, &format!("{sheet_name}.csv")));
            let guarded = |cell: &String| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
            let plain: Vec<Vec<String>> = plain.iter().map(|row| row.iter().map(guarded).collect()).collect();
            let book = sheet(&xlsx, sheet_name);
            assert_eq!(plain.len(), book.len(), "{name} {sheet_name}");
            for (one, other) in plain.iter().zip(&book) {
                assert_eq!(one, other, "{name} {sheet_name}");
            }
        }
        let promises: usize = project.response_times.iter().map(|rule| rule.promises.len()).sum();
        assert_eq!(sheet(&xlsx, "promises").len(), promises + 1, "{name}");
    }
}

#[test]
fn texts_never_become_formulas() {
    let project = project(HOSTILE);
    let csv = files("csv", &project);
    let scripts = rows(&text(&csv, "scripts.csv"));
    let all: Vec<&String> = scripts.iter().flatten().collect();
    assert!(all.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{all:?}");
    assert!(all.contains(&&"'=1+1 & <b>\"x\"</b>, {name}".to_owned()), "{all:?}");
    assert!(text(&csv, "losses.md").contains("`+48 800 555 010`"));
    let cells: Vec<String> = sheet(&files("xlsx", &project), "scripts").concat();
    assert!(cells.contains(&"=1+1 & <b>\"x\"</b>, {name}".to_owned()), "{cells:?}");
}

#[test]
fn answers_are_lines_of_json_with_the_approved_words() {
    let mut count = 0;
    for (name, files, project) in exported("answers") {
        for line in text(&files, "answers.jsonl").lines() {
            let answer: Value = serde_json::from_str(line).unwrap();
            let Some(id) = answer["source"].as_str().unwrap().strip_prefix("scripts/") else { continue };
            let script = project.scripts.find(id).unwrap();
            let language = answer["language"].as_str().unwrap();
            let said = script.say.value().unwrap().exactly(language, project.source_language()).unwrap();
            assert_eq!(answer["text"], said.value.as_str(), "{name} {id}");
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
    let hostile = text(&files("answers", &self::project(HOSTILE)), "answers.jsonl");
    let first: Value = serde_json::from_str(hostile.lines().next().unwrap()).unwrap();
    assert_eq!(first["placeholders"], serde_json::json!(["name"]));
    assert_eq!(hostile.lines().count(), 3);
}
