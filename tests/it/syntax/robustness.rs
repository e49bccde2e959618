//! Whatever is cut off or put in: no panic, no endless work, and spans stay inside the text.

use etalon::syntax::{Content, Node};

use super::read;
use super::sound::SAMPLES;

fn survives(text: &str) {
    let (root, findings) = read(text);
    for label in findings.iter().flat_map(|finding| &finding.labels) {
        let range = label.span.start as usize..label.span.end as usize;
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
    }
    if let Some(root) = root {
        inside(text, &root);
    }
}

fn inside(text: &str, node: &Node) {
    let range = node.span.start as usize..node.span.end as usize;
    assert!(text.get(range.clone()).is_some(), "{range:?} {node:?} of {text:?}");
    match &node.content {
        Content::Scalar(_) => {}
        Content::List(nodes) => nodes.iter().for_each(|node| inside(text, node)),
        Content::Map(entries) => entries.iter().for_each(|entry| inside(text, &entry.value)),
    }
}

#[test]
fn every_beginning_of_a_file_is_read() {
    for sample in SAMPLES {
        for (at, _) in sample.char_indices() {
            survives(&sample[..at]);
        }
    }
}

#[test]
fn every_line_may_be_spoiled() {
    const SPOILS: [&str; 24] = [
        "\t",
        " ",
        "   ",
        "\u{a0}",
        "\"",
        "'",
        ": ",
        ":",
        "- ",
        "-",
        "– ",
        "{",
        "}",
        "[",
        "]",
        "*x ",
        "&x ",
        "!x ",
        "| ",
        "> ",
        "# ",
        "---\n",
        "<<<<<<< HEAD\n",
        "“",
    ];
    for sample in SAMPLES {
        let lines: Vec<&str> = sample.split_inclusive('\n').collect();
        for (index, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let value = line.find(": ").map_or(line.len() - 1, |at| at + 2);
            for spoil in SPOILS {
                for at in [0, indent, value, line.len() - 1] {
                    let spoilt = format!("{}{spoil}{}", &line[..at], &line[at..]);
                    let mut text: Vec<&str> = lines.clone();
                    text[index] = &spoilt;
                    survives(&text.concat());
                }
            }
            let mut without: Vec<&str> = lines.clone();
            without.remove(index);
            survives(&without.concat());
        }
    }
}

#[test]
fn noise_is_read_in_bounded_time() {
    let mut seed = 7_u32;
    let alphabet: Vec<char> = "ab:- \n\n  \t{}[],\"'#&*!|>%@`\\?ż–“\u{a0}<=~\r".chars().collect();
    for _ in 0..1500 {
        let mut text = String::new();
        for _ in 0..80 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push(alphabet[(seed >> 16) as usize % alphabet.len()]);
        }
        survives(&text);
    }
}

#[test]
fn hundreds_of_mistakes_are_all_found() {
    let text: String = (0..300).map(|i| format!("k{i}:\n  say: Attention: call\n  b: 1\n")).collect();
    let (root, findings) = read(&text);
    assert_eq!(findings.len(), 300);
    assert_eq!(root.unwrap().entries().unwrap().len(), 300);
}

#[test]
fn a_mistake_in_a_long_section_spares_the_rest_of_it() {
    let entry = |i: usize| format!("  k{i}:\n    say: Text of some length\n    when: {{ channel: phone }}\n");
    let long: String = (0..2000).map(entry).collect();
    let text = format!("scripts:\n{}", long.replace("k7:\n    say: Text", "k7:\n    say: Note: Text"));
    let spoilt = text.replace("k1900:", "k1900").replace("k50:\n    say: ", "k50:\n    say:\t\"");
    let (root, findings) = read(&spoilt);
    let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["structure/colon-in-text", "structure/unclosed-quote", "structure/missing-colon"]);
    let root = root.unwrap();
    assert_eq!(root.get("scripts").unwrap().entries().unwrap().len(), 2000);
    inside(&spoilt, &root);
}
