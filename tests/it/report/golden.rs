//! Every format, byte for byte. `ETALON_BLESS=1` writes the expected files anew.

use std::path::Path;

use etalon::diagnostic::Finding;
use etalon::report::{Format, Style};
use etalon::source::SourceFile;

use super::{Sample, span};

fn golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/report").join(name);
    if std::env::var_os("ETALON_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(actual == expected, "{name} differs from {}:\n{actual}", path.display());
}

#[test]
fn every_format_with_findings() {
    let sample = Sample::new();
    for format in Format::ALL {
        golden(&format!("findings.{}", format.word()), &sample.written(format));
    }
}

#[test]
fn every_format_without_findings() {
    let sample = Sample::empty();
    for format in Format::ALL {
        golden(&format!("empty.{}", format.word()), &sample.written(format));
    }
}

#[test]
fn human_in_ascii_and_in_colour() {
    let sample = Sample::new();
    let ascii = Style { unicode: false, ..Style::default() };
    golden("ascii.human", &sample.styled(Format::Human, ascii));
    let colour = Style { colour: true, links: true, ..Style::default() };
    golden("colour.human", &sample.styled(Format::Human, colour));
}

#[test]
fn human_with_long_lines() {
    let mut sample = Sample::empty();
    let script =
        format!("scripts:\n  hello: {}\n", "Здравствуйте, меня зовут {имя}, чем могу помочь? ".repeat(5));
    let far = format!("{}обещание: 5 минут  # {}\nb: 2\n", " ".repeat(60), "слово ".repeat(20));
    let script = sample.sources.add(SourceFile::new("scripts/greetings.yaml", script));
    let far = sample.sources.add(SourceFile::new("standards/обещания.yaml", far));
    let greeting = span(&sample.sources, script, "чем могу помочь");
    let promise = span(&sample.sources, far, "5 минут");
    sample.findings.push(
        Finding::warning("script/too-long", greeting, "the greeting takes `48 seconds` to say, but the customer is promised an answer within `5 минут`, and the word-by-word script of `hello` leaves nothing of it")
            .label("everything from here on is said after the customer has stopped listening to the greeting")
            .also(promise, "the promise that the greeting eats up, as customers see it from their side")
            .help("cut the greeting to the name of the company, the name of the person and the offer to help, and leave the rest to the talk"),
    );
    golden("long.human", &sample.written(Format::Human));
}
