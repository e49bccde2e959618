//! Writes a starter down in one language, for one country, as the files of a new project.
//! Must never leave a text in another language.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::lines::{Line, lines};
use super::{Home, Starter};

/// What a new project is to be like.
#[derive(Debug, Clone, Copy)]
pub struct Wishes<'a> {
    /// The language that it is written in, one of [`super::LANGUAGES`].
    pub language: &'a str,
    /// The country that it is for.
    pub home: &'a Home,
    /// The day on which it is made.
    pub today: Date,
}

/// The files of the new project, each with its name.
pub fn write(starter: &Starter, wishes: &Wishes<'_>) -> Vec<(String, String)> {
    let lines = lines(starter.text);
    let values = values(&lines, wishes);
    let mut files: Vec<(String, Vec<Written>)> = Vec::new();
    let mut item = None;
    for line in &lines {
        if let Line::File(name) = line {
            files.push(((*name).to_owned(), Vec::new()));
        } else if let Some((_, file)) = files.last_mut() {
            add(line, wishes.language, &mut item, file);
        }
    }
    let whole = |file: Vec<Written>| whole(&file, &values, wishes);
    files.into_iter().map(|(name, file)| (name, whole(file))).collect()
}

/// A line of the new project before its `$names` are filled in.
struct Written {
    text: String,
    /// Whether the company is to replace what it says.
    own: bool,
}

/// The item of a list that is being written, in whichever languages.
#[derive(Clone, Copy)]
struct Item<'a> {
    indent: &'a str,
    own: bool,
}

fn values<'a>(lines: &[Line<'a>], wishes: &Wishes<'a>) -> BTreeMap<&'a str, String> {
    let home = wishes.home;
    let soon = wishes.today.first_of_month().checked_add(2.months()).unwrap_or(wishes.today);
    let review = soon.checked_add(1.year()).unwrap_or(soon);
    let mut values: BTreeMap<&str, String> = BTreeMap::from([
        ("lang", wishes.language.to_owned()),
        ("country", home.country.to_owned()),
        ("zone", home.zone.to_owned()),
        ("currency", home.currency.to_owned()),
        ("phone", home.phone.to_owned()),
        ("mark", mark(wishes.language).to_owned()),
        ("effective", soon.to_string()),
        ("review", review.to_string()),
    ]);
    for line in lines {
        if let Line::Set { name, language, value } = *line
            && language.is_none_or(|language| language == wishes.language)
        {
            values.insert(name, value.to_owned());
        }
    }
    values
}

/// What stands behind a text that the company is to replace.
fn mark(language: &str) -> &'static str {
    match language {
        "lv" => "ierakstiet savu",
        "pl" => "wpisz własne",
        "ru" => "впишите своё",
        _ => "make it your own",
    }
}

fn add<'a>(line: &Line<'a>, wanted: &str, item: &mut Option<Item<'a>>, file: &mut Vec<Written>) {
    match *line {
        Line::Remark { indent, language, text } if language == wanted => {
            file.push(Written { text: format!("{indent}# {text}"), own: false });
        }
        Line::Text { indent, item: starts_item, language, text, advice } => {
            if starts_item {
                *item = Some(Item { indent, own: advice.is_some() });
            }
            if language != wanted {
                return;
            }
            match (*item, file.last_mut()) {
                (Some(Item { indent, own }), _) => {
                    file.push(Written { text: format!("{indent}- {text}"), own });
                }
                (None, Some(above)) => {
                    above.text.push(' ');
                    above.text.push_str(text);
                }
                (None, None) => {}
            }
        }
        Line::Plain { text, advice } => {
            *item = None;
            file.push(Written { text: text.to_owned(), own: advice.is_some() });
        }
        Line::Remark { .. } | Line::File(_) | Line::Set { .. } => {}
    }
}

/// The file as it is written: names filled in, marks set, never two empty lines in a row.
fn whole(file: &[Written], values: &BTreeMap<&str, String>, wishes: &Wishes<'_>) -> String {
    let mut text = "# yaml-language-server: $schema=.etalon/etalon.schema.json\n#\n".to_owned();
    let mut empty_above = true;
    for line in file {
        let empty = line.text.is_empty();
        if empty && empty_above {
            continue;
        }
        empty_above = empty;
        let laws: &[&str] = if line.text.contains("$law") { wishes.home.law } else { &[""] };
        for law in laws {
            text.push_str(&filled(&line.text.replace("$law", law), values, wishes.home));
            if line.own {
                text.push_str("   # <- ");
                text.push_str(mark(wishes.language));
            }
            text.push('\n');
        }
    }
    let end = text.trim_end().len();
    text.truncate(end);
    text.push('\n');
    text
}

/// The line with `$name` as its value and `€20` as a round sum in the currency of the country.
fn filled(line: &str, values: &BTreeMap<&str, String>, home: &Home) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['$', '€']) {
        let (before, found) = rest.split_at(at);
        text.push_str(before);
        let mut letters = found.chars();
        let sign = letters.next();
        let after = letters.as_str();
        let length = match sign {
            Some('$') => after.find(|letter: char| !letter.is_ascii_lowercase()),
            _ => after.find(|letter: char| !letter.is_ascii_digit()),
        };
        let (word, behind) = after.split_at(length.unwrap_or(after.len()));
        match (sign, values.get(word), word.parse::<u32>()) {
            (Some('$'), Some(value), _) => text.push_str(value),
            (Some('€'), _, Ok(sum)) => {
                text.push_str(&format!("{} {}", sum.saturating_mul(home.rate), home.currency));
            }
            _ => {
                text.extend(sign);
                text.push_str(word);
            }
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}
