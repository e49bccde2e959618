//! What is not read as opening hours, and what people are told instead.

use super::Dice;
use etalon::time::{Duration, Figure, Hours, Moment, Threshold, parse_date};

#[track_caller]
fn refused(text: &str, message: &str, help: &str) {
    let problem = Hours::parse(text).expect_err(text);
    assert!(problem.message.contains(message), "{text}: {}", problem.message);
    assert!(problem.help.contains(help), "{text}: {}", problem.help);
    assert!(text.get(problem.at..problem.at + problem.len).is_some(), "{text}: {problem:?}");
}

#[test]
fn days_of_other_languages() {
    refused("Пн-Пт 09:00-18:00", "`Пн`", "`Mo-Fr 09:00-18:00`");
    refused("Pn-Pt 9:00-17:00; Sb 10:00-14:00", "`Pn`", "`Mo-Fr 9:00-17:00; Sa 10:00-14:00`");
    refused("Pr-Pk 09:00-18:00", "`Pr`", "`Mo-Fr 09:00-18:00`");
    refused("Mo-So 09:00-18:00", "`So`", "`Mo-Su 09:00-18:00`");
    refused("Pn-Pt 09:00-17:00; Nd zamknięte", "`Pn`", "`Mo-Fr 09:00-17:00; Su off`");
}

#[test]
fn times_of_other_kinds() {
    refused("9-18", "`9-18`", "`09:00-18:00`");
    refused("Mo-Fr 9-18", "`9-18`", "`09:00-18:00`");
    refused("Mo-Fr 9am-6pm", "`9am-6pm`", "`09:00-18:00`");
    refused("Mo-Fr 9.00 - 18.30", "`9.00 - 18.30`", "`09:00-18:30`");
    refused("Mo-Fr 9h-18h", "`9h-18h`", "`09:00-18:00`");
    refused("09:00", "no closing time", "`09:00-18:00`");
    refused("Mo 09:00", "no closing time", "`09:00-18:00`");
    refused("Mo-Fr", "has no times", "`Mo-Fr 09:00-18:00`");
    refused("Mo 09:00-", "breaks off", "`Mo-Fr 09:00-18:00");
    refused("24x7x365", "from when to when", "`24/7`");
    refused("9x5", "from when to when", "`Mo-Fr 09:00-18:00`");
    refused("Mo 09:00-09:00", "at once", "`00:00-24:00`");
    refused("Mo 09:00-18:70", "no day has", "`24:00`");
    refused("Mo 25:00-26:00", "no day has", "`24:00`");
    refused("09:00-18:00 Mo-Fr", "behind the times", "`Mo-Fr 09:00-18:00`");
    refused("Mo-Fr 09:00-18:00 Sa 10:00-14:00", "nothing separates `Sa`", "semicolon");
}

#[test]
fn parts_of_the_syntax_that_are_left_out() {
    refused("SH off", "school holidays", "dates");
    refused("Mo-Fr 09:00-18:00; SH off", "school holidays", "dates");
    refused("Mo-Fr sunrise-sunset", "`sunrise`", "time of the clock");
    refused("week 1-10 Mo 09:00-18:00", "`week`", "dates");
    refused("easter off", "`easter`", "`PH off`");
    refused("Mo[1] 09:00-18:00", "single weeks", "dates");
    refused("Mo 18:00+", "no closing time", "18:00");
    refused("Mo 09:00-18:00+", "end open", "closes");
    refused("Mo 09:00-18:00 || \"on call\"", "alternatives", "one set");
    refused("weekdays 09:00-18:00", "`weekdays`", "`Mo-Fr`");
    refused("every day 09:00-18:00", "`every`", "`Mo-Su`");
    refused("Mo Tu 09:00-18:00", "follows another day", "`Mo,We,Fr`");
    refused("Dec 32 off", "not a day of the calendar", "`Dec 24`");
    refused("2026-13-40 off", "not a day of the calendar", "`Dec 24`");
    refused("", "empty", "`Mo-Fr 09:00-18:00");
    refused(";", "nothing stands before", "leave out");
    refused("Mo 09:00-18:00 \"note", "not closed", "close it");
    refused("Mo-Fr 09:00-18:00; frm 10", "`frm`", "`Mo-Fr 09:00-18:00");
}

#[test]
fn no_text_stops_a_reader() {
    const PARTS: [&str; 40] = [
        "Mo",
        "-",
        "Fr",
        " ",
        "09:00",
        "18:00",
        "24:00",
        "48:00",
        ";",
        ",",
        "PH",
        "off",
        "\"",
        "Dec",
        "24",
        "2026",
        "2026-12-24",
        "24/7",
        ":",
        "Пн",
        "–",
        "é",
        "+",
        "%",
        ">=",
        "..",
        "1.5",
        "min",
        "business",
        "days",
        "for",
        "99999999999",
        "1 000",
        "€",
        "/",
        "\u{a0}",
        "Feb",
        "29",
        "[",
        "week",
    ];
    let mut dice = Dice(3);
    for _ in 0..6_000 {
        let text: String = (0..dice.roll(9)).map(|_| PARTS[dice.roll(40) as usize]).collect();
        if let Ok(hours) = Hours::parse(&text) {
            let (_, _) = (hours.week(), hours.erased());
            let date = jiff::civil::date(2026, 12, 24);
            hours.on_date(date, |_| true);
            hours.week_of(date);
        }
        let problems = [
            Hours::parse_window(&text).err(),
            Duration::parse(&text).err(),
            Figure::parse(&text).err(),
            Threshold::parse(&text).err(),
            Moment::parse(&text).err(),
            parse_date(&text).err(),
            etalon::time::Amount::parse(&text).err(),
            etalon::time::Frequency::parse(&text).err(),
        ];
        for problem in problems.into_iter().flatten() {
            assert!(text.get(problem.at..problem.at + problem.len).is_some(), "{text:?}: {problem:?}");
            assert!(!problem.message.is_empty() && !problem.help.is_empty(), "{text:?}: {problem:?}");
        }
    }
}
