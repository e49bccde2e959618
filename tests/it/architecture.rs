//! The shape of the code: stages in their order, small files, a purpose at the top of each.

use std::fs;
use std::path::{Path, PathBuf};

/// The stages in the order in which data flows.
const STAGES: [&str; 13] = [
    "source",
    "diagnostic",
    "syntax",
    "time",
    "model",
    "resolve",
    "situation",
    "check",
    "compile",
    "changes",
    "render",
    "report",
    "cli",
];
/// The longest a file may be, in lines.
const LONGEST: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.sort();
    let named = |path: PathBuf| {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).unwrap())
    };
    paths.into_iter().map(named).collect()
}

#[test]
fn every_stage_uses_only_the_stages_before_it() {
    let rank = |stage: &str| STAGES.iter().position(|known| *known == stage);
    let mut wrong = Vec::new();
    for (path, text) in rust_files("src") {
        let Some(stage) = path.strip_prefix("src/").and_then(|path| path.split_once('/')) else { continue };
        let own = rank(stage.0).unwrap_or_else(|| panic!("{path} belongs to no stage"));
        for (at, _) in text.match_indices("crate::") {
            let used: String = text[at + "crate::".len()..]
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            if rank(&used).is_some_and(|used| used > own) {
                wrong.push(format!("{path} looks ahead to `{used}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_folder_of_src_is_a_stage() {
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(
            STAGES.contains(&name.as_str()) || ["lib.rs", "main.rs"].contains(&name.as_str()),
            "src/{name} belongs to no stage"
        );
    }
}

#[test]
fn files_are_small_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files("src").into_iter().chain(rust_files("tests")).chain(rust_files("benches"))
    {
        if !text.starts_with("//! ") {
            wrong.push(format!("{path} does not open with its purpose"));
        }
        let lines = text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{path} has {lines} lines"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_library_enters_one_stage() {
    let homes = [
        ("granit_parser", "syntax"),
        ("pulldown_cmark", "compile"),
        ("fluent_bundle", "compile"),
        ("sha2", "source resolve compile render report"),
        ("zip", "render"),
        ("roxmltree", "render"),
        ("typst", "render"),
        ("miette", "report"),
        ("textwrap", "report"),
        ("clap", "cli"),
        ("terminal_size", "cli"),
        ("flate2", "render"),
        ("p256", "render"),
        ("rsa", "render"),
        ("base64ct", "render"),
        ("rustix", "source"),
    ];
    let mut wrong = Vec::new();
    for (path, text) in rust_files("src") {
        let stage = path.split('/').nth(1).unwrap_or_default();
        for (library, stages) in homes {
            let used = text.contains(&format!("{library}::"));
            if used && !stages.split(' ').any(|home| home == stage) {
                wrong.push(format!("{path} uses `{library}`, which belongs to {stages}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
