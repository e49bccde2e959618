//! Bytes of all kinds become text, and whoever saved them wrongly is told.

use etalon::source::FileId;
use etalon::syntax::text_of;

fn decoded(bytes: &[u8]) -> (String, Option<String>) {
    let decoded = text_of(bytes.to_vec());
    let finding = decoded.misread.map(|misread| misread.finding(FileId(0)));
    if let Some(span) = finding.as_ref().and_then(|finding| finding.span()) {
        assert!(decoded.text.get(span.start as usize..span.end as usize).is_some());
    }
    (decoded.text, finding.map(|finding| format!("{} {}", finding.rule, finding.message)))
}

#[test]
fn utf_8_with_and_without_mark_is_silent() {
    assert_eq!(decoded("a: ż\n".as_bytes()), ("a: ż\n".to_owned(), None));
    assert_eq!(decoded("\u{feff}a: ż\n".as_bytes()), ("a: ż\n".to_owned(), None));
    assert_eq!(decoded(b""), (String::new(), None));
}

#[test]
fn utf_16_is_read_and_reported() {
    let text = "тайм: 5\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [[&[0xff, 0xfe], little.as_slice()].concat(), [&[0xfe, 0xff], big.as_slice()].concat()] {
        let (read, problem) = decoded(&bytes);
        assert_eq!(read, text);
        assert!(problem.unwrap().starts_with("structure/wrong-encoding"));
    }
    let unmarked: Vec<u8> = "etalon: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decoded(&unmarked).0, "etalon: 1\n");
}

#[test]
fn cyrillic_code_page_is_read_and_reported() {
    let bytes = b"title: \xd1\xf2\xe0\xed\xe4\xe0\xf0\xf2 \xb9 1\n";
    let (read, problem) = decoded(bytes);
    assert_eq!(read, "title: Стандарт № 1\n");
    assert!(problem.unwrap().contains("Windows-1251"));
}

#[test]
fn other_code_pages_lose_only_their_letters() {
    let bytes = b"title: Dzie\xf1 dobry\nb: za\xbf\xf3\xb3\xe6\n";
    let (read, problem) = decoded(bytes);
    assert!(read.starts_with("title: Dzie\u{fffd} dobry\n"), "{read}");
    assert!(problem.unwrap().contains("structure/wrong-encoding"));
}

#[test]
fn other_files_are_no_text() {
    let (read, problem) = decoded(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_eq!(read, "");
    assert!(problem.unwrap().starts_with("structure/not-text"));
    assert_eq!(decoded(b"a: b\0c\n").0, "");
}
