//! The reader of the everyday part of YAML and the parser of the whole language see the same.

use std::fs;
use std::path::{Path, PathBuf};

use etalon::syntax::is_simple;

use super::read;

/// Compares both readings of a text that is simple: the mark of its end makes it one that is not.
fn compare(text: &str) -> bool {
    if !is_simple(text) {
        return false;
    }
    let marked = format!("{text}\n...\n");
    assert!(!is_simple(&marked), "{text:?}");
    let ((simple, found), (whole, also_found)) = (read(text), read(&marked));
    assert_eq!(simple, whole, "{text}");
    assert_eq!(format!("{found:?}"), format!("{also_found:?}"), "{text}");
    true
}

fn standards(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            standards(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
}

#[test]
fn every_standard_reads_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["examples", "standards", "tests"] {
        standards(&root.join(folder), &mut paths);
    }
    let texts = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
    let simple = texts.filter(|text| compare(text)).count();
    assert!(simple * 10 > paths.len(), "{simple} of {} are simple", paths.len());
}

const SAMPLE: &str = "\
# A standard
channels:
  phone:
    kind: voice   # of people
    title: { pl: Kanał 1, en: \"Channel: 1\", ru: 'Канал' }
    hours: Mo-Fr 08:00-17:00; PH off
    staffed_by: [agent, [lead]]
response_times:
  first:
    when: { channel: phone }
    steps:
    - who: agent
      do: call back
    - lead # alone
  second:
    - a
    -   b: c
        d: e
";

#[test]
fn slips_read_the_same() {
    let pieces = [
        " ", "  ", "\n", "\n  ", ":", ": ", " #", "#", "-", "- ", "[", "]", "{", "}", ",", "\"", "'", "&a ",
        "*a", "!", "|", ">", "?", "? ", "%", "@", "`", "~", "é", "\u{a0}", "“", "…", "---\n", "...\n",
        "<<: ", "\\", "\t", "\r", "=", "+", "<", "null", "a: b",
    ];
    let mut state = 17_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut simple = 0;
    for _ in 0..20_000 {
        let mut letters: Vec<String> = SAMPLE.chars().map(String::from).collect();
        for _ in 0..=next(3) {
            let at = next(letters.len());
            match next(3) {
                0 => letters[at].clear(),
                1 => letters[at] = pieces[next(pieces.len())].to_owned(),
                _ => letters[at].insert_str(0, pieces[next(pieces.len())]),
            }
        }
        // Short beginnings too: what a slip does often shows only where nothing follows.
        letters.truncate(letters.len() - next(2) * next(letters.len()));
        simple += usize::from(compare(&letters.concat()));
    }
    assert!(simple > 2_000, "{simple}");
}
