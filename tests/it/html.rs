//! The HTML page: text stays text, links lead somewhere, the markup is sound.

use std::collections::BTreeSet;
use std::time::Instant;

use etalon::compile::{Block, Branch, Flow, FlowStep, Handbook, Inline, Line};
use etalon::render::{Look, html};
use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::samples::{empty, poisoned, polish, russian};

/// What a page consists of; it is checked on the way that every element is closed in order.
pub(crate) struct Seen {
    pub(crate) ids: Vec<String>,
    targets: Vec<String>,
    pub(crate) elements: BTreeSet<String>,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
}

fn page(handbook: &Handbook) -> String {
    html(handbook, &Look::default())
}

pub(crate) fn read(page: &str) -> Seen {
    let void = ["meta", "input", "br", "link", "img"];
    let mut open: Vec<String> = Vec::new();
    let (elements, attributes, text) = (BTreeSet::new(), Vec::new(), String::new());
    let mut seen = Seen { ids: Vec::new(), targets: Vec::new(), elements, attributes, text };
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.0.clone()).unwrap();
                for (key, value) in &tag.attributes {
                    let (key, value) = (key.0.clone(), value.0.clone());
                    let (key, value) =
                        (String::from_utf8(key).unwrap(), String::from_utf8(value.to_vec()).unwrap());
                    match key.as_str() {
                        "id" => seen.ids.push(value.clone()),
                        "href" if value.starts_with('#') => seen.targets.push(value[1..].to_owned()),
                        _ => {}
                    }
                    seen.attributes.push((key, value));
                }
                seen.elements.insert(name.clone());
                if !void.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                assert_eq!(
                    open.pop().map(String::into_bytes),
                    Some(tag.name.0.clone()),
                    "elements close in order"
                );
            }
            Token::String(words) => {
                if !open.iter().any(|name| name == "style" || name == "script") {
                    seen.text.push_str(std::str::from_utf8(&words).unwrap());
                }
            }
            Token::Error(error) => panic!("the page is not sound: {error:?}"),
            Token::Comment(_) | Token::Doctype(_) => {}
        }
    }
    assert!(open.is_empty(), "every element is closed");
    seen
}

fn assert_sound(handbook: &Handbook) -> Seen {
    let page = page(handbook);
    let seen = read(&page);
    let ids: BTreeSet<&String> = seen.ids.iter().collect();
    assert_eq!(ids.len(), seen.ids.len(), "ids are unique");
    for target in &seen.targets {
        assert!(ids.contains(target), "`#{target}` leads somewhere");
    }
    assert!(seen.attributes.iter().all(|(name, _)| !name.starts_with("on")), "no script in attributes");
    assert!(seen.attributes.iter().all(|(name, _)| name != "src"), "nothing is fetched");
    seen
}

/// A page to be looked at, in the folder that `ETALON_PAGES` names.
fn keep(name: &str, page: &str) {
    if let Ok(folder) = std::env::var("ETALON_PAGES") {
        std::fs::write(std::path::Path::new(&folder).join(name), page).unwrap();
    }
}

#[test]
fn rich_handbooks_are_sound() {
    for (name, handbook) in [("ru.html", russian()), ("pl.html", polish())] {
        keep(name, &page(&handbook));
        let seen = assert_sound(&handbook);
        assert!(seen.elements.contains("svg"));
        assert!(seen.text.contains(&handbook.title));
    }
}

#[test]
fn an_empty_handbook_is_a_page() {
    keep("empty.html", &page(&empty()));
    let seen = assert_sound(&empty());
    assert!(!seen.elements.contains("nav"));
}

#[test]
fn the_same_handbook_gives_the_same_bytes() {
    assert_eq!(page(&russian()), page(&russian()));
    assert_eq!(page(&polish()), page(&polish()));
}

#[test]
fn text_never_becomes_markup() {
    let nasty = r#"</title></style></script><script>alert(1)</script>"'&amp;{{ 7*7 }}\"#;
    let handbook = poisoned(nasty);
    let seen = assert_sound(&handbook);
    keep("nasty.html", &page(&handbook));
    assert!(seen.text.contains(nasty), "the words are shown as they are");
    assert!(!page(&handbook).contains("<script>alert"));
    let scripts = page(&handbook).matches("<script").count();
    assert_eq!(scripts, 1);
    assert!(!seen.attributes.iter().any(|(name, value)| name == "href" && value.starts_with("javascript")));
}

#[test]
fn a_reference_to_nowhere_is_plain_words() {
    let mut handbook = russian();
    handbook.chapters[0].lead = vec![Block::Paragraph(Line(vec![Inline::Reference {
        anchor: "nowhere".into(),
        words: "слова".into(),
    }]))];
    let seen = assert_sound(&handbook);
    assert!(!seen.targets.contains(&"nowhere".to_owned()));
    assert!(seen.text.contains("слова"));
}

#[test]
fn an_anchor_that_comes_twice_leads_to_the_first() {
    let mut handbook = polish();
    handbook.chapters[1].anchor = handbook.chapters[0].anchor.clone();
    assert_sound(&handbook);
}

#[test]
fn the_week_is_readable_without_the_bars() {
    let text = page(&polish());
    assert!(text.contains("<th scope=\"row\">Pt</th>"), "days are headings of their rows");
    assert!(text.contains("<span>06:00–24:00</span>"), "a whole day is cut at midnight");
    assert!(text.contains("<span>22:00–05:00</span>"), "a night belongs to the evening it begins on");
    assert!(page(&russian()).contains("<span>круглосуточно</span>"));
    assert!(page(&russian()).contains("закрыто"));
}

#[test]
fn a_large_handbook_is_quick() {
    let mut handbook = russian();
    let chapters = handbook.chapters.clone();
    handbook.chapters.clear();
    for copy in 0..60 {
        for chapter in &chapters {
            let mut chapter = chapter.clone();
            chapter.anchor = format!("{}-{copy}", chapter.anchor);
            chapter
                .sections
                .iter_mut()
                .for_each(|section| section.anchor = format!("{}-{copy}", section.anchor));
            handbook.chapters.push(chapter);
        }
    }
    let begun = Instant::now();
    let page = page(&handbook);
    let took = begun.elapsed();
    keep("large.html", &page);
    assert!(page.len() > 1_000_000);
    assert!(took.as_secs() < 10, "600 pages took {took:?} in an unoptimised build");
}

#[test]
fn strange_procedures_are_drawn_or_left_to_words() {
    let step = |number: usize, next: &[(Option<&str>, &str)]| FlowStep {
        anchor: format!("s{number}"),
        number,
        who: None,
        mine: number.is_multiple_of(3),
        title: ["", "Длинноесловобезпробелов", "?"][number % 3].repeat(number),
        question: number.is_multiple_of(2),
        facts: Vec::new(),
        next: next
            .iter()
            .map(|(answer, anchor)| Branch {
                answer: answer.map(str::to_owned),
                anchor: (*anchor).to_owned(),
                number: 0,
            })
            .collect(),
        end: None,
    };
    let many: Vec<FlowStep> = (1..=61).map(|number| step(number, &[])).collect();
    let knots = vec![
        step(1, &[(Some("сам к себе"), "s1"), (None, "s2"), (None, "s2"), (Some(""), "s3")]),
        step(2, &[(Some("в никуда"), "s9"), (Some("назад"), "s1"), (Some("и ещё раз назад"), "s1")]),
        step(3, &[(None, "s3"), (None, "s1"), (None, "s2")]),
    ];
    for steps in [Vec::new(), vec![step(1, &[])], many, knots] {
        let mut handbook = polish();
        handbook.chapters[0].lead = vec![Block::Flow(Flow { caption: String::new(), steps })];
        assert_sound(&handbook);
        assert!(!page(&handbook).contains("NaN"));
        assert!(!page(&handbook).contains("inf "));
    }
}
