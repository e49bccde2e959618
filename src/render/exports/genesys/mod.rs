//! Genesys Cloud: schedules, groups of schedules and evaluation forms, as bodies of requests to its API. Must never
//! write an id: whatever has one stands as a name, explained in `mapping.json`.

mod schedules;

use serde_json::{Value, json};

use super::forms::{Form, Section, at_most, forms, percent};
use super::losses::Losses;
use super::symbols::Symbols;
use super::{Export, Matter, Target};

pub(super) const TARGET: Target = Target { id: "genesys", title: "Genesys Cloud", write };

/// The most questions of a form, and the most letters of a name and of a question.
const QUESTIONS: usize = 200;
const NAME: usize = 250;
const TEXT: usize = 500;

fn write(matter: &Matter<'_>, export: &mut Export) {
    let mut symbols = Symbols::default();
    let (schedules, groups) = schedules::schedules(matter, &mut symbols, export);
    let forms: Vec<Value> = forms(matter, QUESTIONS, &mut export.losses)
        .iter()
        .map(|form| evaluation(form, &mut export.losses))
        .collect();
    export
        .losses
        .say("Make the schedules first, and fill in what they are called there through `mapping.json`.");
    export.losses.say("Promises, scripts and procedures are not exported.");
    export.json("schedules.json", &json!(schedules));
    export.json("schedule-groups.json", &json!(groups));
    export.json("evaluation-forms.json", &json!(forms));
    export.json("mapping.json", &symbols.mapping());
}

fn evaluation(form: &Form, losses: &mut Losses) -> Value {
    if !form.about.is_empty() {
        losses.add("How often, by whom and of how many contacts is not said in a form.", form.title.clone());
    }
    let groups: Vec<Value> = form.sections.iter().map(|section| group(form, section, losses)).collect();
    json!({ "name": at_most(&form.title, NAME, &form.title, losses), "questionGroups": groups })
}

/// A group weighs what its questions weigh; in it they weigh what a yes is worth.
fn group(form: &Form, section: &Section, losses: &mut Losses) -> Value {
    let [yes, no] = &form.answers;
    let mut questions = Vec::new();
    for question in &section.questions {
        questions.push(json!({
            "text": at_most(&question.item.title, TEXT, &question.item.rule, losses),
            "helpText": question.item.seen,
            "type": "multipleChoiceQuestion",
            "naEnabled": true,
            "commentsRequired": false,
            "isKill": question.item.fatal,
            "answerOptions": [
                { "text": yes, "value": question.item.weight },
                { "text": no, "value": 0 },
            ],
        }));
    }
    json!({
        "name": at_most(&section.title, NAME, &section.rule, losses),
        "type": "questionGroup",
        "defaultAnswersToHighest": false,
        "defaultAnswersToNA": false,
        "naEnabled": true,
        "weight": percent(section.share()),
        "manualWeight": true,
        "questions": questions,
    })
}
