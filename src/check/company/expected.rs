//! Whether a key says what a rule of the company expects. Must never compare what cannot be compared.

use std::cmp::Ordering;

use serde_json::Value;

use crate::check::presence::path::{follow, is, says_something};
use crate::model::Expected;
use crate::source::Spanned;
use crate::time::{Amount, Duration};

/// Whether what an entry says under a path of keys is as expected.
pub(super) fn meets(entry: &Value, path: &str, expected: &Expected) -> bool {
    let found: Vec<&Value> = follow(entry, path).into_iter().filter(|value| says_something(value)).collect();
    let among =
        |words: &[Spanned<String>], value: &Value| words.iter().any(|word| is(value, word.value.trim()));
    let texts: Vec<String> = found.iter().flat_map(|value| texts(value)).collect();
    let contains = |text: &String, part: &Spanned<String>| text.contains(&part.value.trim().to_lowercase());
    let compared = |bound: Option<&String>, wrong: Ordering| {
        bound.is_none_or(|bound| found.iter().all(|value| compare(value, bound) != Some(wrong)))
    };
    expected.written.value().is_none_or(|written| *written != found.is_empty())
        && (expected.is.is_empty()
            || !found.is_empty() && found.iter().all(|value| among(&expected.is, value)))
        && !found.iter().any(|value| among(&expected.not, value))
        && expected.contains.iter().all(|part| texts.iter().all(|text| contains(text, part)))
        && !expected.never_contains.iter().any(|part| texts.iter().any(|text| contains(text, part)))
        && compared(expected.at_most.value(), Ordering::Greater)
        && compared(expected.at_least.value(), Ordering::Less)
}

/// The texts of a value in small letters: itself, or each of its languages.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.to_lowercase()],
        Value::Array(values) => vec![values.iter().flat_map(texts).collect::<Vec<_>>().join("\n")],
        Value::Object(object) => match object.get("text").and_then(Value::as_str) {
            Some(text) => vec![text.to_lowercase()],
            None => object.values().flat_map(texts).collect(),
        },
        _ => Vec::new(),
    }
}

/// How a value compares with a bound; none where they are of different kinds.
fn compare(value: &Value, bound: &str) -> Option<Ordering> {
    match value {
        Value::Number(number) => number.as_f64()?.partial_cmp(&count(bound)?),
        Value::Array(values) => (values.len() as f64).partial_cmp(&count(bound)?),
        Value::Object(object) => match written(value) {
            Some(text) => compare_words(text, bound),
            None => (object.len() as f64).partial_cmp(&count(bound)?),
        },
        Value::String(text) => compare_words(text, bound),
        Value::Null | Value::Bool(_) => None,
    }
}

/// The words of a quantity; of a promise those of its time.
fn written(value: &Value) -> Option<&str> {
    let time = value.get("promise").and_then(|promise| promise.get("within").or(Some(promise)));
    let within = value.get("within").filter(|within| !within.is_null());
    time.or(within).unwrap_or(value).get("text")?.as_str()
}

fn compare_words(value: &str, bound: &str) -> Option<Ordering> {
    if let (Ok(value), Ok(bound)) = (Duration::parse(value), Duration::parse(bound)) {
        return value.compare(&bound, 5);
    }
    match (Amount::parse(value), Amount::parse(bound)) {
        (Ok(Amount::Money(value)), Ok(Amount::Money(bound))) => {
            (value.currency == bound.currency).then(|| value.hundredths().cmp(&bound.hundredths()))
        }
        (
            Ok(Amount::Percent { percent: value, of: None }),
            Ok(Amount::Percent { percent: bound, of: None }),
        ) => Some(value.cmp(&bound)),
        _ => None,
    }
}

fn count(bound: &str) -> Option<f64> {
    bound.trim().parse().ok().filter(|bound: &f64| bound.is_finite())
}

/// The bounds of an expectation that are no quantity.
pub(in crate::check) fn bounds(expected: &Expected) -> impl Iterator<Item = &Spanned<String>> {
    let readable = |bound: &str| {
        count(bound).is_some() || Duration::parse(bound).is_ok() || Amount::parse(bound).is_ok()
    };
    [&expected.at_most, &expected.at_least]
        .into_iter()
        .filter_map(|bound| bound.get())
        .filter(move |bound| !readable(bound))
}
