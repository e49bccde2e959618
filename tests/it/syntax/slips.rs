//! Slips that leave a file readable, and slips of one line that would spoil many: each is found once, where it is.

use etalon::resolve::{Entrance, read};
use etalon::source::MemoryWorld;

use super::found;
use super::traps::one;

const INDENTATION: &str = "structure/bad-indentation";

#[test]
fn items_that_became_text() {
    one("a:\n  - x\n    - y\n  - z\n", INDENTATION, "- y", "{a: [x, y, z]}");
    one("a:\n  - x\n    - y\n    - z\nb: 1\n", INDENTATION, "- y", "{a: [x, y, z], b: 1}");
    one("a:\n  x y\n  - z\n  - w\nb: 1\n", INDENTATION, "x y", "{a: [x y, z, w], b: 1}");
    one("a: x y\n  - z\nb: 1\n", INDENTATION, "- z", "{a: x y - z, b: 1}");
    let prose =
        "a: улица - дом\nb: улица\n  и дом - рядом\nc: [x - y, z]\nd: |\n  x\n    - y\ne: \"x\n  - y\"\n";
    assert_eq!(found(prose), []);
}

#[test]
fn numbered_lists() {
    let rule = "structure/wrong-dash";
    one("a:\n  1. Hear them\n  2. Write down\nb: 1\n", rule, "1.", "{a: [Hear them, Write down], b: 1}");
    one("a:\n  - x\n  2. y\n  - z\n", rule, "2.", "{a: [x, y, z]}");
    one("a:\n  1) х\n  2) у\n", rule, "1)", "{a: [х, у]}");
    assert_eq!(found("a: 1. шаг\nb: 2.5\nc:\n  10. Oktober\n  ist Feiertag\nd: |\n  1. x\n  2. y\n"), []);
}

#[test]
fn entries_that_became_text() {
    let text = "s:\n  a:\n    say: >-\n      Hello.\n      Goodbye.\n      elements: [x]\n  b:\n    say: y\n    elements: [z]\n";
    let tree = "{s: {a: {say: Hello. Goodbye., elements: [x]}, b: {say: y, elements: [z]}}}";
    one(text, INDENTATION, "elements", tree);
    let group = "s:\n  a:\n    say: |\n      Hello.\n      when:\n        x: 1\n      at: 2\n  b:\n    when: { x: 2 }\n";
    one(group, INDENTATION, "when", "{s: {a: {say: Hello.\n, when: {x: 1}, at: 2}, b: {when: {x: 2}}}}");
    let prose =
        "s:\n  a:\n    say: |\n      Note: hello.\n      please: wait\n      https: no\n    note: x\n";
    assert_eq!(found(prose), []);
}

#[test]
fn texts_below_a_sign_that_are_not_indented() {
    let text = "s:\n  a:\n    say: >-\n    Hello there,\n    dear customer.\n    note: x\n";
    one(text, INDENTATION, "Hello there,", "{s: {a: {say: Hello there, dear customer., note: x}}}");
}

#[test]
fn marks_that_nothing_refers_to() {
    let rule = "structure/unquoted-special";
    assert_eq!(found("a: &Важно помнить\nb: 1\n"), [(rule, "&Важно помнить")]);
    assert_eq!(found("a: &x Mo-Fr\nb: *x\nc: &y { d: 1 }\n"), []);
}

#[test]
fn colons_without_a_space_between_braces() {
    let rule = "structure/missing-space-after-colon";
    one("t: { pl:Infolinia, en: Helpline }\n", rule, "pl:Infolinia", "{t: {pl: Infolinia, en: Helpline}}");
    one(
        "t: { en: Helpline, pl:\"Infolinia\" }\n",
        rule,
        "pl:\"Infolinia\"",
        "{t: {en: Helpline, pl: Infolinia}}",
    );
}

#[test]
fn signs_behind_a_quoted_value() {
    let rule = "structure/text-after-quote";
    one("a:\n  \"kind\": \"voice\",\n  b: 1\n", rule, ",", "{a: {kind: voice, b: 1}}");
}

#[test]
fn lines_between_entries() {
    let rule = "structure/several-documents";
    one("a:\n  b:\n    c: 1\n---\n  d:\n    e: 2\nf: 3\n", rule, "---", "{a: {b: {c: 1}, d: {e: 2}}, f: 3}");
    assert_eq!(found("a: 1\n---\nb: 2\n"), [(rule, "---")]);
}

#[test]
fn entries_at_the_margin() {
    let entry = |name: &str| format!("  {name}:\n    kind: chat\n    hours: 24/7\n    title: {name}\n");
    let many: String = (0..60).map(|at| entry(&format!("c{at}"))).collect();
    for name in ["order-desk", "phone"] {
        let text = format!("channels:\n{many}{}{many}roles: 1\n", entry(name).trim_start());
        let text = text.replacen(&format!("{many}roles"), &format!("{}roles", many.replace("  c", "  d")), 1);
        let found = found(&text);
        assert!(found.len() == 1 && found[0].0 == INDENTATION, "{found:?}");
    }
}

#[test]
fn words_that_stick_to_a_number_sign() {
    let rule = "structure/comment-in-text";
    assert_eq!(found("a: Пишите под знаком #дягиль\nb: 1\n"), [(rule, "#дягиль")]);
    assert_eq!(found("a: voice #phone\nb: two words #and a comment\nc: two words # comment\n"), []);
}

#[test]
fn one_item_among_entries() {
    let text = "s:\n  - id: a\n    t: 1\n  b:\n    t: 2\n  c:\n    t: 3\n";
    one(text, "structure/list-instead-of-entries", "- id: a", "{s: {a: {t: 1}, b: {t: 2}, c: {t: 3}}}");
}

#[test]
fn files_without_a_word() {
    let world = MemoryWorld::new(jiff::civil::date(2026, 11, 22)).with("etalon.yaml", "etalon: 1\n");
    let world = world.with("empty.yaml", " \n").with("later.yaml", "# To be written.\n");
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    let found = reading.findings.as_slice().iter().filter(|found| found.rule == "structure/no-entries");
    let paths: Vec<&str> = found.map(|found| reading.sources.path(found.span().unwrap())).collect();
    assert_eq!(paths, ["empty.yaml"]);
}
