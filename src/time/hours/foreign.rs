//! What hours written with the days of another language would be in English.
//! Must never mix languages: the same letters name different days.

use super::day::{month, weekday};
use super::parse::{Bare, parse};
use super::token::{Kind, tokens};

/// The days from Monday to Sunday in one language, with their spellings; closed and holidays at the end.
type Language = [&'static [&'static str]; 9];

const LANGUAGES: [Language; 8] = [
    [
        &["pn", "pon", "poniedziałek"],
        &["wt", "wto", "wtorek"],
        &["śr", "sr", "śro", "środa"],
        &["cz", "czw", "czwartek"],
        &["pt", "pią", "piątek"],
        &["so", "sb", "sob", "sobota"],
        &["n", "nd", "nie", "ndz", "niedz", "niedziela"],
        &["zamknięte", "nieczynne"],
        &["święta"],
    ],
    [
        &["p", "pr", "pirm", "pirmdiena"],
        &["o", "ot", "otr", "otrd", "otrdiena"],
        &["t", "tr", "tre", "trešd", "trešdiena"],
        &["c", "ce", "cet", "ceturtd", "ceturtdiena"],
        &["pk", "pt", "pie", "piektd", "piektdiena"],
        &["s", "se", "ses", "sestd", "sestdiena"],
        &["sv", "svē", "svētd", "svētdiena"],
        &["slēgts"],
        &["svētki", "svētku"],
    ],
    [
        &["пн", "пон", "понедельник"],
        &["вт", "втр", "вторник"],
        &["ср", "срд", "среда"],
        &["чт", "чтв", "четверг"],
        &["пт", "птн", "пятница"],
        &["сб", "суб", "суббота"],
        &["вс", "вск", "воскресенье"],
        &["закрыто", "выходной"],
        &["праздники"],
    ],
    [&["пн"], &["вт"], &["ср"], &["чт"], &["пт"], &["сб"], &["нд"], &["зачинено", "вихідний"], &["свята"]],
    [
        &["mo", "montag"],
        &["di", "dienstag"],
        &["mi", "mittwoch"],
        &["do", "donnerstag"],
        &["fr", "freitag"],
        &["sa", "samstag", "sonnabend"],
        &["so", "sonntag"],
        &["geschlossen", "zu"],
        &["feiertage", "feiertag"],
    ],
    [
        &["pr", "pirmadienis"],
        &["an", "antradienis"],
        &["tr", "trečiadienis"],
        &["kt", "ketvirtadienis"],
        &["pn", "penktadienis"],
        &["št", "šeštadienis"],
        &["sk", "sekmadienis"],
        &["uždaryta"],
        &["šventės"],
    ],
    [
        &["lu", "lun", "lundi"],
        &["ma", "mar", "mardi"],
        &["me", "mer", "mercredi"],
        &["je", "jeu", "jeudi"],
        &["ve", "ven", "vendredi"],
        &["sa", "sam", "samedi"],
        &["di", "dim", "dimanche"],
        &["fermé"],
        &["jf"],
    ],
    [
        &["lu", "lun", "lunes"],
        &["ma", "mar", "martes"],
        &["mi", "mié", "miércoles"],
        &["ju", "jue", "jueves"],
        &["vi", "vie", "viernes"],
        &["sá", "sab", "sáb", "sábado"],
        &["do", "dom", "domingo"],
        &["cerrado"],
        &["festivos"],
    ],
];

const ENGLISH: [&str; 9] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "off", "PH"];

/// The text with its days in English, when one language explains all of its words and the result reads.
pub(super) fn in_english(text: &str) -> Option<String> {
    // A language that explains every day comes before one that shares its days with English.
    let first = LANGUAGES.iter().find_map(|language| translated(text, language, false));
    first.or_else(|| LANGUAGES.iter().find_map(|language| translated(text, language, true)))
}

fn translated(text: &str, language: &Language, english_days: bool) -> Option<String> {
    let mut english = String::new();
    let (mut done, mut changed) = (0, false);
    for token in tokens(text) {
        let Kind::Word(word) = token.kind else { continue };
        let lower = word.to_lowercase();
        let place = language.iter().position(|names| names.contains(&lower.as_str()));
        let kept = (english_days && weekday(word).is_some())
            || word.eq_ignore_ascii_case("ph")
            || month(word).is_some();
        let other = kept || matches!(lower.as_str(), "off" | "closed" | "open");
        let instead = match place.and_then(|place| ENGLISH.get(place)) {
            Some(instead) => *instead,
            None if other => word,
            None => return None,
        };
        changed |= instead != word;
        english.push_str(text.get(done..token.at)?);
        english.push_str(instead);
        done = token.at + token.len;
    }
    english.push_str(text.get(done..)?);
    let english = english.trim().to_owned();
    // Without a change the question would be asked again of the same text.
    (changed && parse(&english, Bare::IsWholeDay).is_ok()).then_some(english)
}
