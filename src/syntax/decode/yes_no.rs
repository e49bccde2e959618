//! Yes and no, as people write them. Must never guess: a word that is neither is `None`.

use super::problem::Problem;

/// What a word means, and whether it is written properly.
pub(super) fn meant(text: &str) -> Option<(bool, bool)> {
    const YES: [&str; 10] = ["yes", "true", "tak", "да", "так", "jā", "ja", "taip", "y", "on"];
    const NO: [&str; 10] = ["no", "false", "nie", "нет", "ні", "nē", "ne", "nein", "n", "off"];
    match text {
        "yes" | "true" | "Yes" | "True" | "YES" => return Some((true, true)),
        "no" | "false" | "No" | "False" | "NO" => return Some((false, true)),
        _ => {}
    }
    let word = text.trim_end_matches([',', ';', '.', '!']).to_lowercase();
    let among = |words: &[&str]| words.contains(&word.as_str());
    let meant = if among(&YES) { Some(true) } else { among(&NO).then_some(false) };
    meant.map(|meant| (meant, false))
}

/// Why a word that means yes or no is refused.
pub(super) fn problem(key: &str, text: &str, meant: bool) -> Problem {
    let message = format!("`{key}` must be `yes` or `no`, but it is `{text}`");
    let help = if meant { "write `yes`" } else { "write `no`" };
    Problem::new("structure/wrong-type", message, help)
}
