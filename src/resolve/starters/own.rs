//! The texts of the starters that a company is to replace by its own.
//! Must never hold a text that a standard might rightly keep.

use std::collections::BTreeSet;

use super::STARTERS;
use super::home::HOMES;
use super::lines::{Line, all_parts, lines};

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
    collect(&all_parts(), &mut found);
    for starter in STARTERS {
        collect(&lines(starter.text), &mut found);
    }
    found.into_iter().collect()
}

fn collect(lines: &[Line<'static>], found: &mut BTreeSet<OwnText>) {
    let mut key = "";
    let mut marked = None;
    for line in lines {
        match *line {
            Line::Plain { text, advice } => {
                marked = advice;
                let Some((name, value)) = text.trim_start().split_once(':') else { continue };
                key = name;
                if let Some(advice) = advice.filter(|_| !value.trim().is_empty()) {
                    found.extend(spelt_out(value).map(|text| OwnText { key, text, advice }));
                }
            }
            Line::Text { item, text, advice, .. } => {
                marked = if item { advice } else { marked };
                if let Some(advice) = marked {
                    found.insert(OwnText { key, text: unquoted(text).to_owned(), advice });
                }
            }
            Line::File(_) | Line::Set { .. } | Line::Remark { .. } => {}
        }
    }
}

/// What the value reads in each country.
fn spelt_out(value: &str) -> impl Iterator<Item = String> {
    let value = unquoted(value.trim());
    HOMES.iter().map(move |home| value.replace("$phone", home.phone))
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}
