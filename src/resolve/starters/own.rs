//! The texts of the starters that a company is to replace by its own.
//! Must never hold a text that a standard might rightly keep.

use std::collections::BTreeSet;

use super::home::HOMES;
use super::lines::{Line, is_include, read};
use super::{PARTS, STARTERS};

/// A text of a starter that says nothing until the company puts its own in its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwnText {
    /// The key that it is written under, such as `contact`.
    pub key: &'static str,
    /// The text as it is read from YAML.
    pub text: String,
    /// What to write instead.
    pub advice: &'static str,
}

/// Every text of every starter that a company is to replace, sorted.
pub fn own_texts() -> Vec<OwnText> {
    let mut found = BTreeSet::new();
    collect(PARTS, &mut found);
    for starter in STARTERS {
        collect(starter.text, &mut found);
    }
    found.into_iter().collect()
}

// Every check asks for these texts, so only lines that are marked, and those that a mark reaches, are looked into.
fn collect(text: &'static str, found: &mut BTreeSet<OwnText>) {
    let lines: Vec<&str> = text.lines().filter(|line| !is_include(line)).collect();
    // A mark behind a key alone holds for the texts below it.
    let mut below = None;
    for (at, line) in lines.iter().enumerate() {
        if below.is_none() && !line.contains('#') {
            continue;
        }
        match read(line) {
            Line::Plain { text, advice } => {
                below = advice;
                let Some((key, value)) = text.trim_start().split_once(':') else { continue };
                if let Some(advice) = advice.filter(|_| !value.trim().is_empty()) {
                    found.extend(spelt_out(value).map(|text| OwnText { key, text, advice }));
                }
            }
            Line::Text { item, text, advice, .. } => {
                below = if item { advice } else { below };
                if let Some(advice) = below {
                    let text = unquoted(text).to_owned();
                    found.insert(OwnText { key: key_above(&lines, at), text, advice });
                }
            }
            Line::File(_) | Line::Set { .. } | Line::Remark { .. } => {}
        }
    }
}

// The key that a text stands under.
fn key_above(lines: &[&'static str], at: usize) -> &'static str {
    let key = |line: &&'static str| match read(line) {
        Line::Plain { text, .. } => text.trim_start().split_once(':').map(|(key, _)| key),
        _ => None,
    };
    lines.iter().take(at).rev().find_map(key).unwrap_or_default()
}

/// What the value reads in each country.
fn spelt_out(value: &str) -> impl Iterator<Item = String> {
    let value = unquoted(value.trim());
    let homes = if value.contains("$phone") { HOMES.len() } else { 1 };
    HOMES.iter().take(homes).map(move |home| value.replace("$phone", home.phone))
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}
