//! What people read: columns in characters, nothing wider than the terminal, nothing that steers it.

use etalon::diagnostic::Finding;
use etalon::report::{Format, Style};
use etalon::source::{SourceFile, Span};

use super::{Sample, single, span};

fn widest(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or_default()
}

#[test]
fn columns_count_characters() {
    let text = single("роль: кассир\n", "кассир", "here").written(Format::Human);
    assert!(text.contains("[a.yaml:1:7]"), "{text}");
    assert!(text.contains("\n   ·       ───┬──\n"), "{text}");
}

#[test]
fn a_long_line_is_cut_around_its_mark() {
    let line = format!("text: {} кассир {}\n", "слово ".repeat(60), "слово ".repeat(60));
    let label = "this word is not known to anybody, and the label is long as well";
    for width in [60, 80, 120] {
        let style = Style { width, ..Style::default() };
        let text = single(&line, "кассир", label).styled(Format::Human, style);
        assert!(widest(&text) <= width, "{width}: {text}");
        assert!(
            text.contains("кассир") && text.contains("[a.yaml:1:368]") && text.contains("as well"),
            "{text}"
        );
        assert!(text.contains(" …") && text.contains("…\n"), "{text}");
    }
}

#[test]
fn a_mark_at_the_end_of_the_width_leaves_room_for_its_label() {
    let line = format!("{}касса\n", "а ".repeat(35));
    let text =
        single(&line, "касса", "a label that would not fit at the right side of it").written(Format::Human);
    assert!(widest(&text) <= 80, "{text}");
}

#[test]
fn a_large_block_shows_its_first_line_only() {
    let block = "steps:\n".to_owned() + &"  - step\n".repeat(500);
    let text = single(&block, &block, "too many").written(Format::Human);
    assert!(text.lines().count() < 16, "{text}");
}

#[test]
fn nothing_steers_the_terminal() {
    let mut sample = single("a: \u{1b}[31mred\u{202e}\u{7}\r\tb\n", "red", "la\u{1b}bel");
    sample.findings[0].message = "bad \u{1b}]0;title\u{7} name".to_owned();
    for format in [Format::Human, Format::Concise] {
        let text = sample.written(format);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']), "{text:?}");
    }
}

#[test]
fn odd_places_are_shown_without_trouble() {
    let texts = ["", "\n", "а", "а\r\nб\r\n", "а\tб", "日本語 日本語\n", "а\u{301}б\n\n\n", "e\u{feff}\n"];
    for text in texts {
        let mut sample = Sample::empty();
        let file = sample.sources.add(SourceFile::new("a.yaml", text.to_owned()));
        for start in 0..=text.len() + 2 {
            for end in start..=text.len() + 2 {
                let place = Span::new(file, start, end);
                let finding = Finding::error("group/name", place, "something").label("x");
                sample.findings.push(finding.also(Span::new(file, end, end), "y").also(place, "z"));
            }
        }
        for format in Format::ALL {
            sample.written(format);
        }
    }
}

#[test]
fn a_finding_without_a_known_place_is_still_shown() {
    let mut sample = Sample::empty();
    let nowhere = Span::new(etalon::source::FileId(7), 3, 9);
    sample.findings.push(Finding::error("group/name", nowhere, "something is wrong").help("mend it"));
    sample.findings.push(Finding { labels: Vec::new(), ..sample.findings[0].clone() });
    for format in Format::ALL {
        assert!(sample.written(format).contains("something is wrong"), "{}", format.word());
    }
}

#[test]
fn many_places_and_left_out_findings_are_counted() {
    let mut sample = single("a: 1\n", "a", "");
    for _ in 0..10 {
        let place = sample.findings[0].labels[0].span;
        sample.findings[0] = sample.findings[0].clone().also(place, "again");
    }
    sample.left_out = 3;
    let text = sample.written(Format::Human);
    assert!(text.contains("(and 3 further places not shown)"), "{text}");
    assert!(text.contains("3 more findings not shown."), "{text}");
}

#[test]
fn all_waived_reads_as_no_findings() {
    let mut sample = Sample::new();
    sample.findings.retain(|finding| finding.waived.is_some());
    let text = sample.written(Format::Human);
    assert!(text.ends_with("No findings in 12 files (1 waived, 1 switched off).\n"), "{text}");
    assert_eq!(sample.written(Format::Concise), "");
}

#[test]
fn frames_that_touch_are_one() {
    let mut sample = single("a: 1\nb: 2\nc: 3\nd: 4\n", "a: 1", "one");
    let file = sample.findings[0].labels[0].span.file;
    let other = span(&sample.sources, file, "d: 4");
    sample.findings[0] = sample.findings[0].clone().also(other, "four");
    let text = sample.written(Format::Human);
    assert_eq!(text.matches("[a.yaml:").count(), 1, "{text}");
}

#[test]
fn any_places_in_any_order_are_shown_without_trouble() {
    let text = "роль: x\n\n  - шаг один\r\n  - step two\n\tтаб\n日本語: да\n".repeat(4);
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for _ in 0..400 {
        let mut sample = Sample::empty();
        let ids = ["a.yaml", "b.yaml"].map(|path| sample.sources.add(SourceFile::new(path, text.clone())));
        let mut place = || {
            let start = next(text.len() + 1);
            Span::new(ids[next(2)], start, start + next(40))
        };
        let mut finding = Finding::error("group/name", place(), "something is wrong").label("main place");
        for _ in 0..5 {
            finding = finding.also(place(), "another place with a longer label than the first one has");
        }
        sample.findings.push(finding);
        let text = sample.written(Format::Human);
        assert!(text.contains("main place") && !text.contains("Failed"), "{text}");
    }
}
