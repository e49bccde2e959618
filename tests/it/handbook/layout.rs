//! The same shop: how rules, procedures, scripts and links are laid out in the handbook.

use etalon::compile::{NoticeKind, Section, Table};

use super::shop::{book, has, lacks, shop};
use super::*;

#[test]
fn exceptions_stand_under_the_rule_that_they_refine() {
    let book = handbook(&shop(), &everybody(), "en", TODAY);
    let phone = table(&book, "times", "Helpline");
    let rows: Vec<(usize, String)> =
        phone.rows.iter().map(|row| (row.depth, plain(row.cells.first().unwrap()))).collect();
    let starts = ["Phone /", "Busy /", "Phone for Gold /"];
    assert_eq!(rows.iter().map(|(depth, _)| *depth).collect::<Vec<_>>(), [0, 1, 1]);
    assert!(rows.iter().all(|(_, words)| starts.iter().any(|start| words.starts_with(start))), "{rows:?}");
    // It holds for chats too, so it is shown there as well, with its name for links only once.
    let chat = table(&book, "times", "Chat");
    assert!(chat.rows.iter().any(|row| plain(&row.cells[0]).starts_with("Busy") && row.anchor.is_none()));
    let returns = table(&book, "decisions", "What comes back");
    let rows: Vec<(usize, String)> =
        returns.rows.iter().map(|row| (row.depth, plain(&row.cells[0]))).collect();
    assert!(rows[0].1.starts_with("Changed mind") && rows[0].0 == 0, "{rows:?}");
    assert!(rows[1].1.starts_with("Fresh") && rows[1].0 == 1, "{rows:?}");
    assert!(rows[2].1.starts_with("All others") && rows[2].1.ends_with("in all other cases"), "{rows:?}");
}

#[test]
fn rules_to_come_are_announced_and_past_ones_left_out() {
    let project = shop();
    let book = handbook(&project, &everybody(), "en", TODAY);
    let text = said(&book).replace('\u{a0}', " ");
    lacks(&text, &["Old chats"]);
    let coming: Vec<&Block> =
        sections(&book).flat_map(|section| &section.blocks).filter(|block| is_coming(block)).collect();
    let labels: Vec<String> = coming
        .iter()
        .map(|block| match block {
            Block::Notice { label, .. } => label.replace('\u{a0}', " "),
            _ => String::new(),
        })
        .collect();
    assert_eq!(labels, ["From 1 March 2027", "From 1 January 2027"]);
    let later = handbook(&project, &everybody(), "en", date(2027, 3, 1));
    assert!(!sections(&later).flat_map(|section| &section.blocks).any(is_coming));
    has(&said(&later), &["> Faster chats"]);
    let earlier = handbook(&project, &everybody(), "en", date(2026, 1, 31));
    has(&said(&earlier), &["Old chats"]);
}

#[test]
fn a_bound_names_its_source() {
    let text = book(&everybody(), "en");
    has(&text, &["Nothing may undercut this", "Source: Act § 7", "Source: Directive"]);
}

#[test]
fn procedures_keep_their_steps_answers_and_readers() {
    let agent = book(&role("agent"), "en");
    has(
        &agent,
        &[
            "1 | Agent (mine): Hear them out",
            "4 | Team lead: Which way?",
            "yes -> 5",
            "no -> 3",
            "money back -> 5",
        ],
    );
    has(&agent, &["at the same time -> 6", "at the same time -> 7", "when all are done -> 8", "resolved"]);
    has(
        &agent,
        &["3 | Agent (mine): Hand over to: Team lead", "In detail: Pay via bank", "Waits for: Spare parts"],
    );
}

#[test]
fn scripts_follow_the_course_of_a_conversation() {
    let book = handbook(&shop(), &everybody(), "en", TODAY);
    let scripts = book.chapters.iter().find(|chapter| chapter.anchor == "scripts").unwrap();
    let titles: Vec<&str> = scripts.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Phone greeting", "Shop greeting", "Regret", "Voicemail text", "Goodbye", "Filing words"]
    );
    let card = scripts.sections[0].blocks.iter().find_map(|block| match block {
        Block::Card(card) => Some(card),
        _ => None,
    });
    assert_eq!(card.unwrap().wordings.len(), 2);
}

#[test]
fn markup_of_authors_is_data() {
    let book = handbook(&shop(), &everybody(), "en", TODAY);
    let text = said(&book);
    has(&text, &["any report <b>of</b> harm with a link"]);
    let markdown = markdown(&book);
    has(
        &markdown,
        &["any report \\<b\\>of\\</b\\> harm with a link", "[us](<mailto:us@amber.example>)", "`{agent}`"],
    );
    lacks(&markdown, &["javascript", "<b>"]);
    has(&markdown, &["We **keep** what we promise."]);
}

#[test]
fn anchors_are_unique_and_nothing_points_nowhere() {
    for audience in [everybody(), role("agent"), role("clerk")] {
        let text = markdown(&handbook(&shop(), &audience, "ru", TODAY));
        let ids: Vec<&str> =
            text.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len());
        for link in text.split("](<#").skip(1).filter_map(|rest| rest.split('>').next()) {
            assert!(unique.contains(link), "{link}");
        }
    }
}

pub(super) fn sections(book: &Handbook) -> impl Iterator<Item = &Section> {
    book.chapters.iter().flat_map(|chapter| &chapter.sections)
}

fn is_coming(block: &Block) -> bool {
    matches!(block, Block::Notice { kind: NoticeKind::Coming, .. })
}

fn table<'h>(book: &'h Handbook, chapter: &str, section: &str) -> &'h Table {
    let chapter = book.chapters.iter().find(|found| found.anchor == chapter).unwrap();
    let section = chapter.sections.iter().find(|found| found.title == section).unwrap();
    let tables = section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.into_iter().next().unwrap()
}
