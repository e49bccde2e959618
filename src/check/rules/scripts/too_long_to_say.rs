//! Flags scripts that cannot be said in the time they are given.

use crate::check::spoken::spoken;
use crate::check::{Context, rule};

rule! {
    /// The words of a script take longer to say than the script allows.
    ///
    /// ## Why it matters
    /// Nobody can keep both the words and the time, so each colleague drops another part of the greeting. The time is
    /// computed from syllables at a brisk pace: five a second in English, five and a half in Latvian, Polish and
    /// Russian, where syllables are shorter. People who want to be understood on the telephone speak more slowly than
    /// that and pause between sentences, so what is flagged here is too long even in a hurry. A placeholder counts as
    /// a short word, `{company}` as the name of the company.
    ///
    /// ## Flagged
    /// ```yaml,flagged
    /// scripts:
    ///   greeting:
    ///     purpose: greeting
    ///     say: >-
    ///       Good morning and thank you very much for calling the customer service department of our company today,
    ///       my name is {agent}. How can I help?
    ///     at_most: 4 s
    /// ```
    ///
    /// ## Accepted
    /// ```yaml,accepted
    /// scripts:
    ///   greeting: { purpose: greeting, say: "Good morning, {agent} speaking. How can I help?", at_most: 4 s }
    /// ```
    "scripts/too-long-to-say" { severity: Warning, run: check }
}

/// How many syllables a placeholder stands for: a first name, a day, a number.
const PLACEHOLDER: usize = 2;

fn check(cx: &mut Context<'_>) {
    let ring = cx.project.ring_seconds();
    for spoken in spoken(cx.project).filter(|spoken| spoken.main) {
        let Some(limit) = spoken.script.at_most.get() else { continue };
        let (Some(allowed), Some(rate)) = (limit.value.seconds(ring), rate(spoken.language)) else {
            continue;
        };
        let seconds = syllables(cx, spoken.language, spoken.text) as f64 / rate;
        // Half a second more or less is a matter of breath.
        if seconds <= allowed as f64 + 0.5 {
            continue;
        }
        let takes = seconds.ceil();
        let words = match cx.languages().len() {
            1 => "the words".to_owned(),
            _ => format!("the `{}` words", spoken.language),
        };
        let message = format!(
            "{words} of the script `{}` take about {takes} s to say, but it may take {}",
            spoken.script.id, limit.value
        );
        let finding = cx
            .finding(spoken.text.span, message)
            .also(limit.span, "the time it may take")
            .help("shorten the words, or allow more time")
            .arg("script", spoken.script.id.as_str())
            .arg("language", spoken.language)
            .arg("seconds", takes)
            .arg("at_most", limit.value.to_string());
        cx.report(finding);
    }
}

/// Syllables a second; none for languages whose pace is not known.
fn rate(language: &str) -> Option<f64> {
    match language.split('-').next() {
        Some("en") => Some(5.0),
        Some("lv" | "pl" | "ru") => Some(5.5),
        _ => None,
    }
}

fn syllables(cx: &Context<'_>, language: &str, text: &str) -> usize {
    let company = cx.project.standard.value().and_then(|standard| standard.company.value());
    let company = company.and_then(|name| name.best(language, cx.source_language()));
    let mut count = 0;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        count += plain_syllables(language, before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        count += match company {
            Some(company) if name == "company" => plain_syllables(language, company),
            _ => PLACEHOLDER,
        };
        rest = after;
    }
    count + plain_syllables(language, rest)
}

fn plain_syllables(language: &str, text: &str) -> usize {
    // Of `he/she` only one is said.
    let said = text.split_whitespace().map(|word| word.split('/').next().unwrap_or(word));
    let parts = said.flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    parts.map(|part| word_syllables(language, part)).sum()
}

fn word_syllables(language: &str, word: &str) -> usize {
    const VOWELS: &str = "aeiouyąęóāēīūаеёиоуыэюя";
    let word = word.to_lowercase();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let mut count = 0;
    let mut after_vowel = false;
    for c in word.chars() {
        let vowel = VOWELS.contains(c);
        // In Russian every vowel is a syllable; elsewhere two vowels side by side often make one.
        count += usize::from(vowel && (!after_vowel || language == "ru"));
        after_vowel = vowel;
    }
    let silent = language == "en" && count > 1 && word.ends_with('e') && !word.ends_with("le");
    count - usize::from(silent) + digits
}
