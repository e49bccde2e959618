//! The English names of days and months.
//! Must never know another language: what foreign words mean is for the explanation.

/// The day that a word names: 0 is Monday.
pub(super) fn weekday(word: &str) -> Option<usize> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let lower = word.to_lowercase();
    let short = matches!(lower.len(), 2 | 3) || matches!(lower.as_str(), "tues" | "thur" | "thurs");
    NAMES.iter().position(|name| *name == lower || (short && name.starts_with(&lower)))
}

/// The month that a word names, from 1.
pub(super) fn month(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let lower = word.to_lowercase();
    let short = lower.len() == 3 || lower == "sept";
    let found = NAMES.iter().position(|name| *name == lower || (short && name.starts_with(&lower)))?;
    i8::try_from(found + 1).ok()
}
