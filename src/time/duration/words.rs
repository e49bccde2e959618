//! The words that durations are written with, in English and in the languages people slip into.
//! Must never accept a foreign word: it only knows what to suggest instead.

use super::Unit;

/// The unit that an English word or abbreviation names.
pub(super) fn unit(word: &str) -> Option<Unit> {
    match word.to_lowercase().as_str() {
        "s" | "sec" | "secs" | "second" | "seconds" => Some(Unit::Second),
        "min" | "mins" | "minute" | "minutes" => Some(Unit::Minute),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(Unit::Hour),
        "d" | "day" | "days" => Some(Unit::Day),
        "w" | "wk" | "wks" | "week" | "weeks" => Some(Unit::Week),
        "month" | "months" => Some(Unit::Month),
        "y" | "yr" | "yrs" | "year" | "years" => Some(Unit::Year),
        "ring" | "rings" => Some(Unit::Ring),
        _ => None,
    }
}

/// Whether a word puts a duration on the business clock.
pub(super) fn is_business(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "business" | "working" | "work")
}

/// Whether a word says that every day counts, which is so where nothing is said.
pub(super) fn is_calendar(word: &str) -> bool {
    word.eq_ignore_ascii_case("calendar")
}

/// The English words for the units, for "did you mean".
pub(super) const ENGLISH: [&str; 8] =
    ["seconds", "minutes", "hours", "days", "weeks", "months", "years", "rings"];

/// The English for a word of a duration in another language.
pub(super) fn translation(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let exact = EXACT.iter().find(|(foreign, _)| *foreign == word).map(|(_, english)| *english);
    exact.or_else(|| STEMS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, english)| *english))
}

// Short forms and words that are too short to be told by their stem.
const EXACT: [(&str, &str); 26] = [
    ("с", "s"),
    ("ч", "h"),
    ("г", "years"),
    ("год", "years"),
    ("года", "years"),
    ("лет", "years"),
    ("день", "days"),
    ("дня", "days"),
    ("дней", "days"),
    ("дн", "days"),
    ("godz", "h"),
    ("g", "h"),
    ("dni", "days"),
    ("dzień", "days"),
    ("dnia", "days"),
    ("doba", "days"),
    ("rok", "years"),
    ("lat", "years"),
    ("lata", "years"),
    ("mies", "months"),
    ("st", "h"),
    ("d.d", "business days"),
    ("std", "h"),
    ("tag", "days"),
    ("tage", "days"),
    ("jours", "days"),
];

// How words begin in Russian, Ukrainian, Polish, Latvian, Lithuanian, Estonian, German, French, Spanish.
const STEMS: [(&str, &str); 47] = [
    ("рабоч", "business"),
    ("робоч", "business"),
    ("сек", "s"),
    ("мин", "min"),
    ("хв", "min"),
    ("час", "h"),
    ("годин", "h"),
    ("сут", "days"),
    ("дні", "days"),
    ("недел", "weeks"),
    ("тиж", "weeks"),
    ("месяц", "months"),
    ("мес", "months"),
    ("міся", "months"),
    ("рок", "years"),
    ("гудк", "rings"),
    ("звонк", "rings"),
    ("robocz", "business"),
    ("sek", "s"),
    ("segund", "s"),
    ("minut", "min"),
    ("minūt", "min"),
    ("minuč", "min"),
    ("godzin", "h"),
    ("tygod", "weeks"),
    ("tydz", "weeks"),
    ("miesi", "months"),
    ("dzwon", "rings"),
    ("sygna", "rings"),
    ("darba", "business"),
    ("darbo", "business"),
    ("stund", "h"),
    ("dien", "days"),
    ("nedēļ", "weeks"),
    ("mēnes", "months"),
    ("mėnes", "months"),
    ("gad", "years"),
    ("valand", "h"),
    ("savai", "weeks"),
    ("tööpäev", "business days"),
    ("päev", "days"),
    ("nädal", "weeks"),
    ("tund", "h"),
    ("arbeitstag", "business days"),
    ("werktag", "business days"),
    ("woche", "weeks"),
    ("monat", "months"),
];

/// Phrases that promise speed without a figure.
pub(super) const VAGUE: [&str; 23] = [
    "immediately",
    "as soon as possible",
    "as quickly as possible",
    "asap",
    "at once",
    "promptly",
    "right away",
    "instantly",
    "soon",
    "shortly",
    "quickly",
    "without delay",
    "without undue delay",
    "natychmiast",
    "niezwłocznie",
    "jak najszybciej",
    "немедленно",
    "сразу",
    "незамедлительно",
    "как можно скорее",
    "как можно быстрее",
    "nekavējoties",
    "uzreiz",
];

/// Words in front of a figure that the key already says.
pub(super) const IN_FRONT: [&str; 14] = [
    "within",
    "up to",
    "at most",
    "no more than",
    "not more than",
    "less than",
    "under",
    "maximum",
    "max",
    "about",
    "approx",
    "around",
    "after",
    "in",
];
