//! What entries say besides their values, for readers of an answer. Must never choose a language.

use super::clockwork::{Clockwork, Run, starts};
use super::{Note, Said, Timed};
use crate::model::{Channel, Conduct, Decision, DecisionRule, Offer, Text};
use crate::resolve::Project;
use crate::situation::standard::Value;
use crate::source::Spanned;
use crate::syntax::decode::{Entry, Field, List, Words};
use crate::time::{Duration, Hours};

/// What a rule of a table says besides.
pub(super) fn notes<'a>(project: &'a Project, table: &str, id: &str, attribute: &str) -> Vec<Note<'a>> {
    let mut notes = Notes::default();
    match table {
        "scripts" => {
            if let Some(script) = project.scripts.find(id) {
                notes.text("say", &script.say);
                notes.texts("or say", &script.or_say);
                notes.texts("ask", &script.questions);
                notes.texts("do", &script.act);
                notes.texts("never", &script.never);
            }
        }
        "procedures" => {
            if let Some(procedure) = project.procedures.find(id) {
                notes.text("title", &procedure.title);
                notes.word("owner", procedure.owner.value());
                let steps = procedure.steps.value();
                let first = steps.and_then(|steps| steps.first());
                first.into_iter().for_each(|step| notes.text("first", &step.act));
                notes.word("steps", steps.map(|steps| steps.len()).as_ref());
            }
        }
        "escalations" => {
            project.escalations.find(id).into_iter().for_each(|entry| notes.text("title", &entry.title));
        }
        "selling" => offer(&mut notes, project.selling.find(id)),
        "recovery" => offer(&mut notes, project.recovery.find(id)),
        "loyalty" => offer(&mut notes, project.loyalty.find(id)),
        "correspondence" => conduct(&mut notes, project.correspondence.find(id)),
        "conduct" => conduct(&mut notes, project.conduct.find(id)),
        "follow_up" => {
            if let Some(entry) = project.follow_up.find(id) {
                notes.word("after", entry.after.value());
                notes.word("by", entry.by.value());
                notes.word("who", entry.who.value());
                notes.texts("ask", &entry.questions);
                notes.texts("do", &entry.act);
            }
        }
        "if_missed" => {
            if let Some(remedy) = project.if_missed.find(id) {
                notes.word("promise", remedy.promise.value());
                notes.word("pay", remedy.pay.value());
                notes.text("give", &remedy.give);
                notes.word("within", remedy.within.value());
                notes.word("then", remedy.then.value());
                notes.word("at most", remedy.at_most.value());
            }
        }
        "response_times" => {}
        _ => decision(&mut notes, decision_rule(project, table, id), attribute),
    }
    notes.0
}

/// The rule of a decision table.
pub(super) fn decision_rule<'a>(
    project: &'a Project,
    table: &str,
    id: &str,
) -> Option<&'a Entry<DecisionRule>> {
    let (_, decision): (&str, &Decision) = project.decision_tables().find(|(name, _)| *name == table)?;
    decision.rules.value()?.find(id)
}

/// What a rule says is measured by which clock.
pub(super) struct Clocked<'r, 'a> {
    pub(super) project: &'a Project,
    pub(super) clockwork: Option<&'r Clockwork<'a>>,
    pub(super) channels: &'r [&'a Entry<Channel>],
}

impl<'a> Clocked<'_, 'a> {
    /// The times that a rule sets.
    pub(super) fn times(&self, table: &str, id: &str, attribute: &str, value: &Value) -> Vec<Timed> {
        match table {
            // How long a contact lasts is no time by which something is due.
            "response_times" if attribute != "handling" => self.promise(id, value),
            "procedures" => {
                let Some(procedure) = self.project.procedures.find(id) else { return Vec::new() };
                let promises = procedure.promise.value().into_iter().flatten();
                let own = procedure.hours.value();
                promises.map(|promise| self.timed(&promise.id, &promise.value, own, None)).collect()
            }
            "escalations" => self.levels(id),
            "selling" | "recovery" | "loyalty" => {
                let section = match table {
                    "selling" => &self.project.selling,
                    "recovery" => &self.project.recovery,
                    _ => &self.project.loyalty,
                };
                let within = section.find(id).and_then(|offer| offer.within.value());
                within.into_iter().map(|within| self.timed("within", within, None, None)).collect()
            }
            _ => match value {
                Value::Duration(within) if self.clockwork.is_some() => {
                    vec![self.timed(attribute, within, None, None)]
                }
                _ => Vec::new(),
            },
        }
    }

    fn promise(&self, id: &str, value: &Value) -> Vec<Timed> {
        let rule = self.project.response_times.find(id);
        let (Value::Promise { promise, aim, at_most }, Some(rule), Some(_)) = (value, rule, self.clockwork)
        else {
            return Vec::new();
        };
        let starts = starts(self.project, rule.clock.value());
        let named = [("promise", promise.within()), ("aim", aim.as_ref().and_then(|aim| aim.within()))];
        let named = named.into_iter().chain([("at most", *at_most)]);
        let given = named.filter_map(|(of, within)| Some((of, within?)));
        given.map(|(of, within)| self.timed(of, &within, rule.hours.value(), starts)).collect()
    }

    fn levels(&self, id: &str) -> Vec<Timed> {
        let Some(escalation) = self.project.escalations.find(id) else { return Vec::new() };
        let starts = starts(self.project, None);
        let level = |(at, level): (usize, &Spanned<crate::model::Level>)| {
            let after = level.after.value()?;
            let timed = self.timed(&format!("level {}", at + 1), after, escalation.hours.value(), starts);
            Some(Timed { who: level.to.value().cloned(), ..timed })
        };
        escalation.levels.iter().enumerate().filter_map(level).collect()
    }

    fn timed(
        &self,
        of: &str,
        within: &Duration,
        hours: Option<&Hours>,
        starts: Option<crate::model::ClockStart>,
    ) -> Timed {
        let run = Run { hours, channels: self.channels, starts };
        let due = self.clockwork.map(|clockwork| clockwork.due(within, &run));
        Timed { of: of.to_owned(), within: within.to_string(), who: None, due }
    }
}

#[derive(Default)]
struct Notes<'a>(Vec<Note<'a>>);

impl<'a> Notes<'a> {
    fn text(&mut self, label: &'static str, field: &'a Field<Text>) {
        self.note(label, field.value().into_iter().map(Said::Text).collect());
    }

    fn texts(&mut self, label: &'static str, list: &'a List<Text>) {
        self.note(label, list.iter().map(|text| Said::Text(&text.value)).collect());
    }

    fn word<T: ToString>(&mut self, label: &'static str, word: Option<&T>) {
        self.note(label, word.into_iter().map(|word| Said::Word(word.to_string())).collect());
    }

    fn words(&mut self, label: &'static str, words: &Words<String>) {
        self.note(label, words.iter().map(|word| Said::Word(word.value.clone())).collect());
    }

    fn note(&mut self, label: &'static str, said: Vec<Said<'a>>) {
        if !said.is_empty() {
            self.0.push(Note { label, said });
        }
    }
}

fn offer<'a>(notes: &mut Notes<'a>, entry: Option<&'a Entry<Offer>>) {
    let Some(offer) = entry else { return };
    notes.text("offer", &offer.offer);
    notes.words("say", &offer.say);
    notes.texts("do", &offer.act);
    notes.word("authority", offer.authority.value());
    notes.word("up to", offer.up_to.value());
}

fn conduct<'a>(notes: &mut Notes<'a>, entry: Option<&'a Entry<Conduct>>) {
    let Some(conduct) = entry else { return };
    notes.text("title", &conduct.title);
    notes.texts("do", &conduct.act);
    notes.texts("never", &conduct.never);
    notes.words("say", &conduct.say);
}

// What a decision says besides its outcomes belongs to the first of them.
fn decision<'a>(notes: &mut Notes<'a>, rule: Option<&'a Entry<DecisionRule>>, attribute: &str) {
    let Some(rule) = rule.filter(|_| attribute == "outcome") else { return };
    notes.texts("condition", &rule.condition);
    notes.texts("proof", &rule.proof);
    notes.words("say", &rule.say);
    notes.text("tell", &rule.tell);
    notes.texts("do", &rule.act);
}
