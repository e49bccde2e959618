//! The PDF: accessible, the same bytes every time, every word, and words only.

use etalon::compile::{Audience, Block, Common, Inline, Line, Section, handbook, pocket_cards, wall};
use etalon::render::{Look, cards, pdf, wall_sheet};

use crate::handbook::{TODAY, example};
use crate::samples::{empty, poisoned, polish, russian};

fn look() -> Look {
    Look::default()
}

/// A file to be looked at, in the folder that `ETALON_PAGES` names.
fn keep(name: &str, file: &[u8]) {
    if let Ok(folder) = std::env::var("ETALON_PAGES") {
        std::fs::write(std::path::Path::new(&folder).join(name), file).unwrap();
    }
}

fn holds(file: &[u8], wanted: &str) -> bool {
    file.windows(wanted.len()).any(|window| window == wanted.as_bytes())
}

#[test]
fn handbooks_are_accessible_and_the_same_every_time() {
    for (name, handbook) in [("ru.pdf", russian()), ("pl.pdf", polish()), ("empty.pdf", empty())] {
        let file = pdf(&handbook, &look()).unwrap();
        keep(name, &file);
        assert!(holds(&file, "%PDF-"));
        assert!(holds(&file, "pdfuaid:part"), "{name} says that it is accessible");
        assert!(file == pdf(&handbook, &look()).unwrap(), "{name} is the same every time");
    }
}

#[test]
fn references_lead_to_places_inside_of_the_document() {
    let book = handbook(&example("software-support"), &Audience::default(), "en", TODAY);
    let file = pdf(&book, &look()).unwrap();
    keep("links.pdf", &file);
    let text = String::from_utf8_lossy(&file);
    let outside: Vec<&str> = text.split("/S/URI/URI").skip(1).collect();
    for address in &outside {
        let known = ["(http", "(mailto:", "(tel:"].iter().any(|scheme| address.starts_with(scheme));
        assert!(known, "{}", address.get(..60).unwrap_or_default());
    }
    let inside = text.matches("/Subtype/Link").count() - outside.len();
    assert!(inside > 200, "{inside} links lead to places inside");
}

// Its stretches are set side by side and bound together.
#[test]
fn nothing_is_lost_or_said_twice_where_a_long_chapter_is_set_in_stretches() {
    let mut handbook = polish();
    let words = "Every customer is told what happens next, and when. ".repeat(14);
    let paragraph = || Block::Paragraph(Line(vec![Inline::Text(words.clone())]));
    let mut chapter = handbook.chapters[0].clone();
    let section = |at: usize| Section {
        anchor: format!("long--{at}"),
        title: format!("Section {at}"),
        blocks: vec![paragraph(), paragraph()],
    };
    chapter.sections = (0..SECTIONS).map(section).collect();
    handbook.chapters = vec![chapter];
    let file = pdf(&handbook, &look()).unwrap();
    keep("stretches.pdf", &file);
    let text = String::from_utf8_lossy(&file);
    assert!(text.contains("pdfuaid:part"));
    assert_eq!(text.matches("/S/H2").count(), SECTIONS);
    assert_eq!(text.matches("/S/TOCI").count(), SECTIONS + 1);
}

const SECTIONS: usize = 200;

#[test]
fn words_never_become_code() {
    let nasty = "#panic(\"x\") ]}) $x$ *a* _b_ `c` <d> @e // f /* g \\u{41} #{while true {}} \u{1}";
    let file = pdf(&poisoned(nasty), &look()).unwrap();
    keep("nasty.pdf", &file);
    assert!(holds(&file, "%PDF-"));
}

#[test]
fn a_sign_that_no_font_has_does_not_stop_the_build() {
    let mut handbook = polish();
    let words = "\u{1F9EA} \u{4F60}\u{597D} \u{0E01}";
    handbook.chapters[0].lead.push(Block::Paragraph(Line(vec![Inline::Text(words.to_owned())])));
    assert!(pdf(&handbook, &look()).is_ok());
}

#[test]
fn cards_and_the_wall_are_set() {
    let project = example("software-support");
    let book = handbook(&project, &Audience::default(), "en", TODAY);
    let found = pocket_cards(&book);
    assert!(!found.is_empty());
    let file = cards(&book, &found, &look()).unwrap().unwrap();
    keep("cards.pdf", &file);
    assert!(holds(&file, "pdfuaid:part"));
    let sheet = wall(&Common::of(&project, "en", TODAY), &Audience::default()).unwrap();
    let file = wall_sheet(&book, &sheet, &look()).unwrap();
    keep("wall.pdf", &file);
    assert!(holds(&file, "pdfuaid:part"));
    assert_eq!(cards(&empty(), &[], &look()), Ok(None));
}
