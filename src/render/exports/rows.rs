//! Promises and scripts as rows of plain texts, for spreadsheets. Must never hold a formula or a figure that is not in
//! the standard.

use super::Matter;
use super::matter::in_words;
use crate::model::Date;
use crate::syntax::decode::Field;

/// A sheet: its name, the names of its columns and its rows.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: &'static str,
    pub(super) columns: &'static [&'static str],
    pub(super) rows: Vec<Vec<String>>,
}

const PROMISES: &[&str] = &[
    "rule",
    "title",
    "conditions",
    "measure",
    "promise",
    "aim",
    "at most",
    "bound",
    "source of the bound",
    "hours",
    "exception to",
    "from",
    "until",
    "note",
];
const SCRIPTS: &[&str] = &[
    "script",
    "language",
    "title",
    "purpose",
    "conditions",
    "text",
    "other wordings",
    "questions",
    "do",
    "never",
    "at most",
    "exception to",
    "from",
    "until",
    "note",
];

/// All sheets of a standard.
pub(super) fn sheets(matter: &Matter<'_>) -> [Sheet; 2] {
    [
        Sheet { name: "promises", columns: PROMISES, rows: promises(matter) },
        Sheet { name: "scripts", columns: SCRIPTS, rows: scripts(matter) },
    ]
}

fn promises(matter: &Matter<'_>) -> Vec<Vec<String>> {
    let language = matter.project.source_language();
    let text = |field: &Field<crate::model::Text>| {
        field.value().map(|text| matter.text_in(text, language).to_owned()).unwrap_or_default()
    };
    let mut rows = Vec::new();
    for rule in &matter.project.response_times {
        for promise in rule.promises.iter() {
            rows.push(vec![
                rule.id.clone(),
                text(&rule.title),
                in_words(rule.when.value()),
                promise.id.clone(),
                written(&promise.value.promise),
                written(&promise.value.aim),
                written(&promise.value.at_most),
                if rule.floor.value() == Some(&true) { "yes" } else { "no" }.to_owned(),
                text(&rule.cite),
                written(&rule.hours),
                listed(&rule.exception_to),
                day(&rule.from),
                day(&rule.until),
                [text(&rule.note), text(&promise.value.note)].join(" ").trim().to_owned(),
            ]);
        }
    }
    rows
}

fn scripts(matter: &Matter<'_>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for script in &matter.project.scripts {
        for language in matter.languages() {
            let text = |field: &Field<crate::model::Text>| {
                matter.exactly(field.value(), language).unwrap_or_default().to_owned()
            };
            rows.push(vec![
                script.id.clone(),
                language.to_owned(),
                text(&script.title),
                script.purpose.value().map(|purpose| purpose.word()).unwrap_or_default().to_owned(),
                in_words(script.when.value()),
                text(&script.say),
                matter.lines(&script.or_say, language),
                matter.lines(&script.questions, language),
                matter.lines(&script.act, language),
                matter.lines(&script.never, language),
                written(&script.at_most),
                listed(&script.exception_to),
                day(&script.from),
                day(&script.until),
                text(&script.note),
            ]);
        }
    }
    rows
}

fn written<T: std::fmt::Display>(field: &Field<T>) -> String {
    field.value().map(ToString::to_string).unwrap_or_default()
}

fn listed(ids: &[crate::source::Spanned<String>]) -> String {
    ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(", ")
}

fn day(field: &Field<Date>) -> String {
    field.value().map(|date| date.0.to_string()).unwrap_or_default()
}
