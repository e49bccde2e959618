//! Approved answers for bots and search: one line of JSON for every text and language.
//! Must never change a wording: an answer is said as it was approved, or not at all.

use serde_json::{Value, json};

use super::matter::{conditions, in_words};
use super::{Export, Matter, Target, put};
use crate::model::{Date, Script, Text};
use crate::render::digest;
use crate::syntax::decode::{Entry, Field};

pub(super) const TARGET: Target = Target { id: "answers", title: "Answers for bots", write };

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut lines = String::new();
    let mut add = |line: Value| {
        lines.push_str(&line.to_string());
        lines.push('\n');
    };
    for script in &matter.project.scripts {
        if script.until.value().is_some_and(|until| until.0 < matter.today) {
            export.losses.add("These texts are no longer valid.", script.id.clone());
        } else if script.say.value().is_none() {
            export.losses.add(
                "These scripts have no words of their own, only questions or actions.",
                script.id.clone(),
            );
        } else {
            let answers =
                matter.languages().into_iter().filter_map(|language| answer(matter, script, language));
            answers.for_each(&mut add);
        }
        if script.when.value().is_some_and(|when| when.find("time").is_some()) {
            let reason = "These texts hold at certain times only: the bot has to look at `when`.";
            export.losses.add(reason, format!("{}: {}", script.id, in_words(script.when.value())));
        }
    }
    for (table, decision) in matter.project.decision_tables() {
        for rule in decision.rules.value().into_iter().flatten() {
            let (Some(tell), None) =
                (rule.tell.value(), rule.until.value().filter(|until| until.0 < matter.today))
            else {
                continue;
            };
            for language in matter.languages() {
                let Some(text) = matter.exactly(Some(tell), language) else { continue };
                let mut line = head(&format!("{table}/{}", rule.id), "decision", language, text);
                put(&mut line, "when", json!(conditions(rule.when.value())));
                put(&mut line, "outcome", json!(rule.outcome.value()));
                put(&mut line, "exception_to", json!(words(&rule.exception_to)));
                add(valid(line, &rule.from, &rule.until));
            }
        }
    }
    export.losses.say("What fills `{placeholders}` is not in the file: the bot has to know it, or must not give the answer.");
    export.losses.say("Which text beats which is said by `exception_to` and by narrower conditions; `policy.json` decides it.");
    export.file("answers.jsonl", lines);
}

fn answer(matter: &Matter<'_>, script: &Entry<Script>, language: &str) -> Option<Value> {
    let text = matter.exactly(script.say.value(), language)?;
    let mut line = head(&format!("scripts/{}", script.id), "script", language, text);
    let texts = |list: &[crate::source::Spanned<Text>]| -> Vec<String> {
        list.iter()
            .filter_map(|text| text.value.exactly(language, matter.project.source_language()))
            .map(|text| text.value.clone())
            .collect()
    };
    put(&mut line, "title", json!(matter.title(&script.title, &script.id, language)));
    put(&mut line, "purpose", json!(script.purpose.value().map(|purpose| purpose.word())));
    put(&mut line, "variants", json!(texts(&script.or_say)));
    put(&mut line, "questions", json!(texts(&script.questions)));
    put(&mut line, "never", json!(texts(&script.never)));
    put(&mut line, "when", json!(conditions(script.when.value())));
    put(&mut line, "exception_to", json!(words(&script.exception_to)));
    Some(valid(line, &script.from, &script.until))
}

fn head(source: &str, kind: &str, language: &str, text: &str) -> Value {
    json!({
        "id": format!("{source}@{language}"),
        "source": source,
        "kind": kind,
        "language": language,
        "text": text,
        "placeholders": placeholders(text),
        "sha256": digest(text.as_bytes()),
    })
}

fn valid(mut line: Value, from: &Field<Date>, until: &Field<Date>) -> Value {
    let day = |field: &Field<Date>| field.value().map(|date| date.0.to_string());
    put(&mut line, "valid_from", json!(day(from)));
    put(&mut line, "valid_until", json!(day(until)));
    line
}

fn words(ids: &[crate::source::Spanned<String>]) -> Vec<&str> {
    ids.iter().map(|id| id.value.as_str()).collect()
}

/// The names between braces.
fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name.trim())
        .filter(|name| !name.is_empty() && !name.contains(char::is_whitespace))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
