//! The phrases that the page says by itself. Must never hold a word of a company.

use serde_json::{Map, Value, json};

use super::super::context::Context;

/// Phrases that stand as they are.
const WHOLE: [&str; 35] = [
    "now-open",
    "now-day",
    "now-clock",
    "now-when",
    "now-holiday",
    "now-button",
    "now-clear",
    "now-nothing",
    "now-conflict",
    "now-circle",
    "now-never",
    "now-many",
    "now-unsettled",
    "now-dated",
    "now-nobody",
    "now-partly",
    "now-season",
    "now-is-open",
    "now-unanswered",
    "now-ordinary",
    "now-reader",
    "now-everybody",
    "now-hidden",
    "now-closed-day",
    "now-ask",
    "now-untold",
    "now-in-place",
    "now-number",
    "closed",
    "on-duty",
    "holidays",
    "around-the-clock",
    "or",
    "not-known",
    "bound",
];

/// Phrases with a gap, which the script of the page fills.
const WITH_GAP: [(&str, &str); 12] = [
    ("now-but", "values"),
    ("now-if", "when"),
    ("now-still-open", "open"),
    ("now-depends", "open"),
    ("now-answers", "count"),
    ("now-more", "count"),
    ("now-instead", "rules"),
    ("now-answered-by", "roles"),
    ("now-only", "table"),
    ("now-stale", "date"),
    ("now-zone", "zone"),
    ("now-decimals", "count"),
];

/// What stands for a gap.
const GAP: &str = "{}";

/// The phrases, in the language of the page.
pub(super) fn words(cx: &Context<'_>) -> Value {
    let mut words: Map<String, Value> =
        WHOLE.iter().map(|key| ((*key).to_owned(), Value::from(cx.say(key)))).collect();
    for (key, gap) in WITH_GAP {
        words.insert(key.to_owned(), cx.words.fill(key, [(gap, GAP.into())]).into());
    }
    let days: Vec<String> = (0..7).map(|day| cx.words.day(day)).collect();
    words.insert("days".to_owned(), json!(days));
    words.insert("decimal".to_owned(), cx.say("number-decimal").into());
    Value::Object(words)
}
