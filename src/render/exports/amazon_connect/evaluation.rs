//! Evaluation forms: scorecards as requests of the API. Must never write more letters than a field takes, for the
//! service refuses the whole form.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::render::exports::forms::{Form, Question, at_most, forms, percent};
use crate::render::exports::losses::Losses;
use crate::render::exports::{Export, Matter};

/// The most items of a form, and the most letters of its fields.
const ITEMS: usize = 100;
const TITLE: usize = 128;
const QUESTION: usize = 350;
const TEXT: usize = 1_024;
const NAME: usize = 40;

pub(super) fn requests(matter: &Matter<'_>, instance: &str, export: &mut Export) -> Vec<Value> {
    let losses = &mut export.losses;
    forms(matter, ITEMS, losses).iter().map(|form| request(form, instance, losses)).collect()
}

fn request(form: &Form, instance: &str, losses: &mut Losses) -> Value {
    let mut names = BTreeSet::new();
    let mut sections = Vec::new();
    for section in &form.sections {
        let name = reference(&format!("section.{}", section.rule), &mut names);
        let mut questions = Vec::new();
        for asked in &section.questions {
            questions.push(json!({ "Question": question(form, asked, &mut names, losses) }));
        }
        sections.push(json!({ "Section": {
            "Title": at_most(&section.title, TITLE, &section.rule, losses),
            "RefId": name,
            "Items": questions,
        } }));
    }
    let status = if form.counts { "ENABLED" } else { "DISABLED" };
    json!({
        "InstanceId": instance,
        "Title": at_most(&form.title, TITLE, &form.title, losses),
        "Description": at_most(&form.about, TEXT, &form.title, losses),
        "Items": sections,
        "ScoringStrategy": { "Mode": "QUESTION_ONLY", "Status": status },
    })
}

fn question(form: &Form, asked: &Question, names: &mut BTreeSet<String>, losses: &mut Losses) -> Value {
    let item = &asked.item;
    let [yes, no] = &form.answers;
    json!({
        "Title": at_most(&item.title, QUESTION, &item.rule, losses),
        "Instructions": at_most(&item.seen, TEXT, &item.rule, losses),
        "RefId": reference(&item.rule, names),
        "NotApplicableEnabled": true,
        "QuestionType": "SINGLESELECT",
        "QuestionTypeProperties": { "SingleSelect": {
            "DisplayAs": "RADIO",
            "Options": [
                { "RefId": "yes", "Text": yes, "Score": 10 },
                { "RefId": "no", "Text": no, "Score": 0, "AutomaticFail": item.fatal },
            ],
        } },
        "Weight": percent(asked.share),
    })
}

/// A name within the form that stays the same from version to version: the rule, and a number where one has several.
fn reference(rule: &str, names: &mut BTreeSet<String>) -> String {
    let short = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let mut name = short(rule, NAME);
    let mut number = 1;
    while !names.insert(name.clone()) {
        number += 1;
        name = format!("{}-{number}", short(rule, NAME - 4));
    }
    name
}
